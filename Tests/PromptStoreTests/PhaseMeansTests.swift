import GRDB
import Testing

@testable import PromptStore

/// The running sums of ratings against a count from scratch, in Swift.
struct PhaseMeansTests {
    private let library: ScratchLibrary

    init() throws {
        library = try ScratchLibrary()
        try library.sql { database in
            var random = DemoRandom(seed: 5)
            let phases = ["prima-materia", "solutio", "coagulatio"]
            for prompt in 0..<30 {
                try ScratchLibrary.addPrompt("p\(prompt)", ["phase": phases[prompt % 3]], in: database)
            }
            for _ in 0..<400 {
                let day = random.below(9)
                try database.execute(
                    sql: "INSERT INTO user_feedback (prompt_id, rating, session_id, created_at) VALUES (?, ?, ?, ?)",
                    arguments: [
                        "p\(random.below(32))", random.below(8) == 0 ? nil : random.within(1...5),
                        random.below(5) == 0 ? nil : "s\(random.below(3))",
                        day == 0
                            ? nil
                            : day == 1
                                ? 1_700_000_000.databaseValue : ScratchLibrary.date(daysAgo: Double(day)).databaseValue,
                    ]
                )
            }
        }
    }

    private struct Sums: Equatable {
        var count = 0
        var sum = 0.0
    }

    /// Newest of its prompt and session first; then each session but none is heard once.
    private func fromScratch() throws -> [String: Sums] {
        try library.sql { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT phase, prompt_id, rating, session_id FROM user_feedback f JOIN prompts p ON p.id = prompt_id
                    WHERE rating IS NOT NULL ORDER BY f.created_at DESC, f.id DESC
                    """
            )
            var heard: Set<[String]> = []
            var sums: [String: Sums] = [:]
            for row in rows {
                if let session = row["session_id"] as String?, !heard.insert([row["prompt_id"], session]).inserted {
                    continue
                }
                sums[row["phase"], default: Sums()].count += 1
                sums[row["phase"], default: Sums()].sum += Double((row["rating"] as Int) - 1) / 4
            }
            return sums
        }
    }

    private func running() throws -> [String: Sums] {
        try library.sql { database in
            let rows = try Row.fetchAll(database, sql: "SELECT * FROM pa_phase_ratings")
            return Dictionary(
                uniqueKeysWithValues: rows.map { ($0["phase"], Sums(count: $0["rating_count"], sum: $0["rating_sum"])) }
            )
        }
    }

    @Test func theFirstWriteSumsUpWhatIsThereAndEveryChangeKeepsItTrue() throws {
        let store = try library.store()
        var random = DemoRandom(seed: 6)
        for _ in 0..<60 {
            let id = "p\(random.below(30))"
            _ = try store.make(.rate(promptID: id, rating: random.within(1...5)))
            if random.below(3) == 0 { _ = try store.make(.withdraw(promptID: id)) }
            if random.below(3) == 0 { _ = try store.make(.undo) }
            #expect(try running() == fromScratch())
        }
        let solutio = try #require(try running()["solutio"])
        #expect(solutio.count >= PhaseMeans.enough)
        let mean = try library.sql { try PhaseMeans.mean(phase: "solutio", in: $0) }
        #expect(mean == solutio.sum / Double(solutio.count))
    }

    @Test func aPhaseWithFewRatingsTakesTheLibrarysMean() throws {
        _ = try library.store().make(.rate(promptID: "p0", rating: 3))
        let sums = try running().values
        let mean = sums.reduce(0) { $0 + $1.sum } / Double(sums.reduce(0) { $0 + $1.count })
        #expect(try library.sql { try PhaseMeans.mean(phase: "unheard-of", in: $0) } == mean)
    }

    @Test func readingAloneSumsUpNothing() throws {
        _ = try library.store().dossier(of: "p0")
        #expect(try library.sql { try $0.tableExists("pa_phase_ratings") } == false)
    }
}
