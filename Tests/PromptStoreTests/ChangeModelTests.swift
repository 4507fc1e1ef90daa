import GRDB
import Testing

@testable import PromptStore

/// Random sequences of changes by two runs at once, and another program's meddling, against the model.
struct ChangeModelTests {
    private static let runs = ["one", "two"]
    private static let prompts = ["a", "b", "c"]

    private func library() throws -> ScratchLibrary {
        let library = try ScratchLibrary()
        for prompt in Self.prompts { try library.addPrompt(prompt) }
        return library
    }

    private func change(_ random: inout DemoRandom) -> Change {
        let prompt = Self.prompts[random.below(3)]
        switch random.below(11) {
        case 0...2: return .rate(promptID: prompt, rating: random.within(1...5))
        case 3: return .withdraw(promptID: prompt)
        case 4: return .comment(promptID: prompt, text: "word \(random.below(9))")
        case 5...7: return .undo
        default: return .redo
        }
    }

    private func make(_ change: Change, _ store: PromptStore) -> Result<String, StoreError> {
        do throws(StoreError) {
            return .success(try store.make(change).title)
        } catch {
            return .failure(error)
        }
    }

    /// What the file says, in the model's words.
    private func said(in library: ScratchLibrary) throws -> [String] {
        try library.sql { database in
            try Row.fetchAll(database, sql: "SELECT * FROM user_feedback").map { row in
                if let rating = row["rating"] as Int? {
                    "rating \(row["session_id"] as String) \(row["prompt_id"] as String): \(rating)"
                } else {
                    "comment: \(row["feedback_text"] as String)"
                }
            }
        }.sorted()
    }

    private func said(in model: ChangeModel) -> [String] {
        model.values.map { name, value in
            name.hasPrefix("comment") ? "comment: \(value)" : "\(name): \(value)"
        }.sorted()
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func aFileHoldsWhatTheModelHolds(seed: UInt64) throws {
        var random = DemoRandom(seed: seed)
        var model = ChangeModel()
        let library = try library()
        let stores = try Self.runs.map { try library.store(session: $0) }
        for _ in 0..<150 {
            let change = change(&random)
            let run = random.below(2)
            #expect(make(change, stores[run]) == model.make(change, by: Self.runs[run]))
            #expect(try said(in: library) == said(in: model))
        }
        try expectScores(library, model)
        try expectSums(library)
    }

    @Test(arguments: 11...16 as ClosedRange<UInt64>)
    func whatAnotherProgramHasChangedStaysAsItLeftIt(seed: UInt64) throws {
        var random = DemoRandom(seed: seed)
        var model = ChangeModel()
        let library = try library()
        let stores = try Self.runs.map { try library.store(session: $0) }
        var refusals = 0
        for step in 0..<150 {
            let ratings = model.values.keys.filter { $0.hasPrefix("rating") }.sorted()
            if step % 4 == 3, !ratings.isEmpty {
                let name = ratings[random.below(ratings.count)]
                let value = random.below(2) == 0 ? nil : random.within(1...5)
                model.meddle(name, value.map(String.init))
                try meddle(library, name.split(separator: " ").map(String.init), value)
            }
            let change = change(&random)
            let run = random.below(2)
            let result = make(change, stores[run])
            #expect(result == model.make(change, by: Self.runs[run]))
            #expect(try said(in: library) == said(in: model))
            if case .failure(.changedSince) = result { refusals += 1 }
        }
        #expect(refusals > 0)
    }

    private func meddle(_ library: ScratchLibrary, _ words: [String], _ value: Int?) throws {
        let row = "WHERE rating IS NOT NULL AND session_id = ? AND prompt_id = ?"
        if let value {
            try library.execute("UPDATE user_feedback SET rating = ? \(row)", [value, words[1], words[2]])
        } else {
            try library.execute("DELETE FROM user_feedback \(row)", [words[1], words[2]])
        }
    }

    /// With fewer than twenty ratings the prior is 0.5 and all are fresh: (4 * 0.5 + sum x) / (4 + n).
    private func expectScores(_ library: ScratchLibrary, _ model: ChangeModel) throws {
        for prompt in Self.prompts {
            let ratings = Self.runs.compactMap { model.values["rating \($0) \(prompt)"].flatMap(Double.init) }
            let sum = ratings.reduce(2) { $0 + ($1 - 1) / 4 }
            let score = ratings.isEmpty ? 0 : sum / Double(4 + ratings.count)
            let stored = try library.sql {
                try Double.fetchOne(
                    $0,
                    sql: "SELECT effectiveness_score FROM prompts WHERE id = ?",
                    arguments: [prompt]
                )
            }
            #expect(abs(try #require(stored) - score) < 1e-12)
        }
    }

    /// The running sums are those that a count from scratch gives.
    private func expectSums(_ library: ScratchLibrary) throws {
        let sums = "SELECT phase, rating_count, rating_sum FROM pa_phase_ratings WHERE rating_count > 0 ORDER BY phase"
        let (running, counted) = try library.sql { database in
            let running = try Row.fetchAll(database, sql: sums)
            try database.execute(sql: "DELETE FROM pa_phase_ratings")
            try PhaseMeans.rebuild(in: database)
            return (running, try Row.fetchAll(database, sql: sums))
        }
        #expect(running == counted)
        #expect(!running.isEmpty)
    }
}
