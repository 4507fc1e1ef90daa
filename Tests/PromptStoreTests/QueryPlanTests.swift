import GRDB
import Testing

@testable import PromptStore

/// How SQLite goes about each statement: nothing may cost more because the library is larger.
struct QueryPlanTests {
    /// The tags of one prompt, and one family.
    private static let small = [
        "SCAN t VIRTUAL TABLE INDEX 1:", "SCAN CONSTANT ROW", "SCAN up", "SCAN down",
    ]

    /// Without sqlite_stat1, as after creation; and with it.
    @Test(arguments: [false, true])
    func nothingThatFillsTheScreenScansOrSorts(isAnalyzed: Bool) throws {
        let library = try library(isAnalyzed: isAnalyzed)
        for (query, plan) in try plans(of: NamedQuery.browsing, in: library)
        where !query.name.hasPrefix("count") && !query.name.hasPrefix("rare") {
            // What nobody has rated is found by walking the prompts in the order they are shown in.
            let isUnrated = query.name.hasSuffix("rating, segment 1") || query.name.contains("rating, segment 1,")
            let allowed = isUnrated && !query.name.hasPrefix("place") ? ["SCAN p"] : []
            let scans = plan.filter { $0.hasPrefix("SCAN") && !(allowed + Self.small).contains($0) }
            #expect(scans.isEmpty, "\(query): \(plan)")
            let sorts = plan.filter { $0.hasPrefix("USE TEMP B-TREE") }
            #expect(sorts.isEmpty, "\(query): \(plan)")
        }
    }

    @Test(arguments: [false, true])
    func everyPageFollowsTheIndexOfItsOrder(isAnalyzed: Bool) throws {
        let library = try library(isAnalyzed: isAnalyzed)
        let indexes: [PromptOrder.Key: String] = [
            .created: "idx_prompts_created_at", .updated: "pa_prompts_updated_at",
            .score: "idx_prompts_effectiveness", .usage: "pa_prompts_usage_count", .rating: "pa_user_feedback_rating",
        ]
        for (query, plan) in try plans(of: NamedQuery.browsing, in: library) where query.name.hasPrefix("page") {
            let key = try #require(PromptOrder.Key.allCases.first { query.name.hasPrefix("page: \($0)") })
            let first = try #require(plan.first)
            if key == .rating && query.name.contains("segment 1") {
                #expect(first == "SCAN p" || first.hasPrefix("SEARCH p USING INTEGER PRIMARY KEY"), "\(query)")
            } else {
                #expect(first.contains("USING INDEX \(indexes[key] ?? "") ("), "\(query): \(first)")
            }
        }
    }

    @Test(arguments: [false, true])
    func countingAllReadsAnIndexAndNoText(isAnalyzed: Bool) throws {
        let library = try library(isAnalyzed: isAnalyzed)
        let query = try #require(NamedQuery.browsing.first { $0.name == "count" })
        #expect(try plans(of: [query], in: library).first?.plan.first?.contains("USING COVERING INDEX") == true)
    }

    @Test(arguments: [false, true])
    func aChangeLooksUpOnlyWhatItConcerns(isAnalyzed: Bool) throws {
        let library = try library(isAnalyzed: isAnalyzed)
        // Bounded by their nature: the journal by its entries, the others by the number of phases and of tables.
        let small = ["SCAN pa_journal", "SCAN pa_phase_ratings", "SCAN sqlite_sequence"]
        for (query, plan) in try plans(of: NamedQuery.changing, in: library) {
            #expect(plan.filter { $0.hasPrefix("SCAN") && !small.contains($0) }.isEmpty, "\(query): \(plan)")
            let sorts = plan.contains { $0.hasPrefix("USE TEMP B-TREE") }
            #expect(!sorts || query.name.hasPrefix("journal"), "\(query): \(plan)")
        }
    }

    @Test(arguments: [false, true])
    func aPromptIsFoundByItsIDAlongThePrimaryKey(isAnalyzed: Bool) throws {
        let library = try library(isAnalyzed: isAnalyzed)
        for (query, plan) in try plans(of: NamedQuery.naming, in: library) {
            #expect(plan.count == 1, "\(query): \(plan)")
            let first = try #require(plan.first)
            #expect(first.hasPrefix("SEARCH prompts USING "), "\(query): \(plan)")
            #expect(first.contains("INDEX sqlite_autoindex_prompts_1 (id"), "\(query): \(plan)")
        }
    }

    @Test func everyStatementHasANameOfItsOwn() {
        let all = NamedQuery.browsing + NamedQuery.naming + NamedQuery.changing
        #expect(Set(all.map(\.name)).count == Set(all.map(\.sql)).count)
        #expect(all.count > 150)
    }

    /// What SQLite means to do for each statement, a line for each table.
    private func plans(
        of queries: [NamedQuery],
        in library: ScratchLibrary
    ) throws -> [(query: NamedQuery, plan: [String])] {
        try library.sql { database in
            try queries.map { query in
                let statement = try database.makeStatement(sql: "EXPLAIN QUERY PLAN " + query.sql)
                statement.setUncheckedArguments(StatementArguments())
                return (query, try Row.fetchAll(statement).map { $0["detail"] as String })
            }
        }
    }

    private func library(isAnalyzed: Bool) throws -> ScratchLibrary {
        let library = try ScratchLibrary()
        try library.addPrompt("a")
        _ = try library.store().make(.rate(promptID: "a", rating: 3))
        guard isAnalyzed else { return library }
        try library.sql { database in
            try DemoLibrary(now: Int(ScratchLibrary.now)).insert(into: database)
            try database.execute(sql: "ANALYZE")
        }
        return library
    }
}
