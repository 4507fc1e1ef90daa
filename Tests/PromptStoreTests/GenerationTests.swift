import Dispatch
import Foundation
import GRDB
import PromptTestSupport
import Synchronization
import Testing

@testable import PromptStore

/// Files of every generation are browsed and rated as they are.
struct GenerationTests {
    private let directory: TemporaryDirectory
    private let path: String

    init() throws {
        directory = try TemporaryDirectory()
        path = directory.file("prompts.db")
    }

    /// The same three prompts in whatever way the generation has of storing them.
    private func fill(_ generation: Generation) throws {
        try generation.create(at: path)
        try sql { database in
            for (number, phase) in ["prima-materia", "solutio", "coagulatio"].enumerated() {
                let seconds = 1_752_055_872 + number * 60
                let moment: DatabaseValue =
                    generation.hasUnixTimes ? seconds.databaseValue : Timestamp.text(seconds: seconds).databaseValue
                try database.execute(
                    sql: """
                        INSERT INTO prompts (id, content, phase, provider, model, tags, created_at, updated_at)
                        VALUES (?, ?, ?, 'openai', 'o1', '["api","two words"]', ?, ?)
                        """.replacing(
                            "(id,",
                            with: generation.isEnhanced ? "(content_hash, id," : "(id,"
                        )
                        .replacing(
                            "(?, ?,",
                            with: generation.isEnhanced ? "('hash\(number)', ?, ?," : "(?, ?,"
                        ),
                    arguments: ["p\(number)", "Text \(number)", phase, moment, moment]
                )
            }
        }
    }

    private func sql<Value>(_ body: (Database) throws -> Value) throws -> Value {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        let value = try queue.write(body)
        try queue.close()
        return value
    }

    private func store(isReadOnly: Bool = false) throws -> PromptStore {
        try PromptStore(path: path, isReadOnly: isReadOnly, sessionID: "this-session", clock: { ScratchLibrary.now })
    }

    private func rows(_ store: PromptStore, _ key: PromptOrder.Key = .created) throws -> [PromptRow] {
        let request = PageRequest(order: PromptOrder(key), anchor: .start, limit: 10)
        return try store.page(request, cancellation: Cancellation()).rows
    }

    @Test(arguments: Generation.allCases)
    func everyGenerationLooksTheSame(generation: Generation) throws {
        try fill(generation)
        let store = try store(isReadOnly: true)
        let rows = try rows(store)
        #expect(rows.map(\.id) == ["p2", "p1", "p0"])
        #expect(rows.map(\.title) == ["Text 2", "Text 1", "Text 0"])
        #expect(rows.map(\.phase) == ["coagulatio", "solutio", "prima-materia"])
        #expect(rows.allSatisfy { $0.knownScore == .none && $0.rating == .none })
        let detail = try store.dossier(of: "p1").detail
        #expect(detail.content == "Text 1")
        #expect(detail.createdAt?.stored == "2025-07-09 10:12:12")
        #expect(detail.tagList == ["api", "two words"])
        #expect(try store.lineage(of: "p1", extent: 1, cancellation: Cancellation()).rows.count == 1)
        for key in PromptOrder.Key.allCases { #expect(try self.rows(store, key).count == 3) }
        for (row, next) in zip(rows, rows.dropFirst()) {
            let request = PageRequest(order: PromptOrder(.created), anchor: .after(row.cursor), limit: 1)
            #expect(try store.page(request, cancellation: Cancellation()).rows == [next])
        }
    }

    @Test(arguments: Generation.allCases)
    func readingLeavesTheFileAsItIs(generation: Generation) throws {
        try fill(generation)
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        do {
            let store = try store(isReadOnly: true)
            _ = try rows(store)
            _ = try store.dossier(of: "p0")
            #expect(try store.count(query: PromptQuery(literally: "Text"), cancellation: Cancellation()) == 3)
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test(arguments: Generation.allCases)
    func aRatingLeavesEveryOldColumnAsItIs(generation: Generation) throws {
        try fill(generation)
        func oldContent() throws -> [String] {
            try sql { database in
                try ["prompts", "user_interactions", "metrics"].filter { try database.tableExists($0) }.flatMap {
                    // The one column of an old table that is ours to write.
                    try Row.fetchAll(database, sql: "SELECT * FROM \($0) ORDER BY rowid").map { row in
                        row.filter { name, _ in name != "effectiveness_score" }.description
                    }
                }
            }
        }
        let before = try oldContent()
        let store = try store()
        #expect(try rows(store).first?.rating == StoredNumber.none)
        let outcome = try store.make(.rate(promptID: "p2", rating: 5))
        #expect(outcome.score == .number(0.6))
        let rated = try #require(try rows(store).first)
        #expect(rated.rating == .number(5) && rated.score == .number(0.6))
        #expect(try store.dossier(of: "p2").feedback.first?.rating == .number(5))
        _ = try store.make(.comment(promptID: "p2", text: "words"))
        #expect(try oldContent() == before)
        _ = try store.make(.undo)
        #expect(try store.make(.undo).score == .none)
        #expect(try rows(store).first?.rating == StoredNumber.none)
        #expect(try oldContent() == before)
    }

    @Test func interactionsAreFeedbackAndCount() throws {
        try fill(.s2)
        try sql { database in
            try database.execute(
                sql: """
                    INSERT INTO user_interactions VALUES ('a', 'p0', 's', 'rated', 0.75, 1752055900),
                      ('b', 'p0', 's', 'chosen', NULL, 1752055800), ('c', 'p1', 's', 'skipped', NULL, 1752055800)
                    """
            )
        }
        let store = try store()
        let feedback = try store.dossier(of: "p0").feedback
        #expect(feedback.map(\.rating) == [.number(4), .none])
        #expect(feedback.map(\.text) == [nil, "chosen"])
        #expect(feedback.first?.createdAt?.stored == "2025-07-09 10:11:40")
        #expect(try rows(store).last?.rating == .number(4))
        _ = try store.make(.rate(promptID: "p1", rating: 2))
        #expect(try store.dossier(of: "p1").feedback.map(\.rating) == [.number(2), .none])
        #expect(try rows(store, .rating).map(\.id) == ["p0", "p1", "p2"])
    }

    @Test func aPromptThatNamesItselfAsItsParentHasNone() throws {
        try fill(.s2)
        try sql { try $0.execute(sql: "UPDATE prompts SET parent_id = id") }
        #expect(try store().dossier(of: "p1").detail.parentID == nil)
        #expect(try store().lineage(of: "p1", extent: 1, cancellation: Cancellation()).rows.map(\.relation) == [.root])
    }

    @Test func anEnhancementNamesThePromptThatItMade() throws {
        try fill(.s1)
        try sql {
            try $0.execute(
                sql: """
                    INSERT INTO enhancement_history (id, prompt_id, parent_prompt_id, enhancement_type, enhancement_method)
                    VALUES ('h', 'p1', 'p0', 'refinement', 'solutio')
                    """
            )
        }
        #expect(try store().dossier(of: "p1").detail.versionCount == 1)
    }

    @Test func runsOfOldFilesAreSummedUp() throws {
        try fill(.s0)
        try sql {
            try $0.execute(
                sql: """
                    INSERT INTO metrics (id, prompt_id, token_usage, response_time) VALUES ('m', 'p0', 120, 800);
                    INSERT INTO model_metadata (id, prompt_id, generation_model, generation_provider, input_tokens)
                    VALUES ('g', 'p0', 'o1', 'openai', 33)
                    """
            )
        }
        let metrics = try store().dossier(of: "p0").metrics
        #expect(metrics.runs == 1 && metrics.meanTokens == 120 && metrics.responseTimes == [800])
        #expect(metrics.generation?.inputTokens == .number(33) && metrics.generation?.temperature == .number(0.7))
    }

    @Test func whatTheDocumentationDoesNotKnowIsShown() throws {
        try fill(.s1)
        try sql { try $0.execute(sql: "UPDATE prompts SET original_input = 'tidy this up' WHERE id = 'p0'") }
        let further = try store().dossier(of: "p0").detail.further
        #expect(further.first { $0.name == "original_input" }?.value == "tidy this up")
        #expect(further.first { $0.name == "relevance_score" }?.value == "1.0")
    }

    @Test(arguments: 1...5) func twoThatMakeTheFirstChangeAtOnceBothDo(attempt: Int) throws {
        try fill(.s2)
        let stores = try (0..<4).map {
            try PromptStore(path: path, sessionID: "run \($0)", clock: { ScratchLibrary.now })
        }
        let errors = Mutex<[any Error]>([])
        DispatchQueue.concurrentPerform(iterations: stores.count) { index in
            do {
                _ = try stores[index].make(.rate(promptID: "p\(index % 3)", rating: 3))
            } catch StoreError.locked {
                // Then it is kept, and made later.
            } catch {
                errors.withLock { $0.append(error) }
            }
        }
        #expect(errors.withLock { $0 }.isEmpty)
    }

    @Test func triggersOfTheFileDoNotFireForUs() throws {
        try PromptStore.create(at: path)
        try sql {
            try ScratchLibrary.addPrompt("p0", in: $0)
            try $0.execute(
                sql: "CREATE TRIGGER greedy AFTER INSERT ON user_feedback BEGIN DELETE FROM prompts; END"
            )
        }
        let store = try store()
        store.allow(try store.examination().foreignObjects)
        _ = try store.make(.rate(promptID: "p0", rating: 3))
        #expect(try rows(store).map(\.id) == ["p0"])
    }

    @Test(arguments: Generation.allCases)
    func everyStatementCanBePreparedAndTheNewestPromptsAreReadAlongTheirIndex(generation: Generation) throws {
        try fill(generation)
        _ = try store().make(.rate(promptID: "p0", rating: 3))
        try sql { database in
            try UniformFace.renew(on: database)
            for query in NamedQuery.browsing + NamedQuery.naming + NamedQuery.changing
                + (generation == .s2 ? InferredFamily.named : [])
            {
                let statement = try database.makeStatement(sql: "EXPLAIN QUERY PLAN " + query.sql)
                statement.setUncheckedArguments(StatementArguments())
                // Of the statement itself: the few ratings of one prompt may be sorted.
                let plan = try Row.fetchAll(statement).filter { $0["parent"] == 0 }.map { $0["detail"] as String }
                guard query.name.hasPrefix("page: created") else { continue }
                // Where no time may be missing, SQLite knows without looking that none is.
                if generation == .s2, query.name.contains("segment 1") { continue }
                #expect(plan.first?.contains("USING INDEX idx_prompts_created_at") == true, "\(query): \(plan)")
                #expect(!plan.contains("USE TEMP B-TREE FOR ORDER BY"), "\(query): \(plan)")
            }
        }
    }
}
