import Foundation
import PromptTestSupport
import Testing

/// Two browsers and a program of the old style work on one file at once; `SOAK_SECONDS` says for how long.
struct SoakTests {
    private static let seconds = ProcessInfo.processInfo.environment["SOAK_SECONDS"].flatMap(Double.init) ?? 6

    @Test(arguments: [false, true])
    func `nobody loses a write, and every screen keeps up`(isOfTheLastGeneration: Bool) async throws {
        try await TmuxTerminal.open(width: 140) { one in
            let path = one.home + "/prompts.db"
            let library = isOfTheLastGeneration ? Library(empty: path) : try Library(at: path)
            if isOfTheLastGeneration { _ = try await library.query(Self.lastGeneration) }
            let prompts = try #require(Int(try await library.query("SELECT count(*) FROM prompts")))
            try await one.openAnother(width: 140) { other in
                for terminal in [one, other] { try await terminal.browse("--database", path) }
                let deadline = ContinuousClock.now + .seconds(Self.seconds)
                async let first = Self.rateAndComment("one", in: one, until: deadline)
                async let second = Self.rateAndComment("other", in: other, until: deadline)
                async let written = Self.write(library, isOfTheLastGeneration, until: deadline)
                let (ratings, comments) = try await (first.ratings + second.ratings, first.comments + second.comments)
                let inserts = try await written
                let start = ContinuousClock.now
                let total = "\(prompts + inserts) prompts"
                for terminal in [one, other] {
                    // The screen groups the digits of large numbers.
                    try await terminal.waitFor(total) { $0[0].replacing(",", with: "").contains(total) }
                }
                let staleness = ContinuousClock.now - start
                for terminal in [one, other] { try await terminal.waitForEnd(of: "pending") }

                let kept = "SELECT feedback_text FROM user_feedback WHERE feedback_text LIKE 'soak %' ORDER BY 1"
                #expect(try await library.query(kept).split(separator: "\n").map(String.init) == comments.sorted())
                let rated = "SELECT count(*) FROM pa_journal WHERE title LIKE 'rating %'"
                #expect(try await library.query(rated) == "\(ratings)")
                let rows = "SELECT count(*), min(usage_count), max(usage_count) FROM prompts WHERE id LIKE 'soak-%'"
                #expect(try await library.query(rows) == "\(inserts)|1|1")
                #expect(try await library.query("PRAGMA integrity_check") == "ok")
                // It looks every 0.8 seconds; a busy machine takes its time on top of that.
                #expect(staleness < .seconds(5))
                if ProcessInfo.processInfo.environment["SOAK_SECONDS"] != nil {
                    print(
                        "\(ratings) ratings, \(comments.count) comments, \(inserts) inserts and updates; screens right \(staleness) later"
                    )
                }
            }
        }
    }

    /// What one browser has acknowledged.
    private static func rateAndComment(
        _ name: String,
        in terminal: TmuxTerminal,
        until deadline: ContinuousClock.Instant
    ) async throws -> (ratings: Int, comments: [String]) {
        var ratings = 0
        var comments: [String] = []
        while ContinuousClock.now < deadline {
            let stars = ratings % 5 + 1
            try await terminal.send(ratings % 40 == 39 ? "g" : "j", "\(stars)")
            let drawn = String(repeating: "★", count: stars) + String(repeating: "·", count: 5 - stars)
            try await acknowledged("Rated \(drawn), saved", in: terminal)
            ratings += 1
            let comment = "soak \(name) \(comments.count)"
            try await terminal.send("c")
            try await terminal.waitFor("─ Comment ─")
            try await terminal.sendLiteral(comment)
            try await terminal.send("Enter")
            try await acknowledged("Comment saved.", in: terminal)
            comments.append(comment)
        }
        return (ratings, comments)
    }

    /// Waits until a change is saved or kept, and until what is kept is saved.
    private static func acknowledged(_ sentence: String, in terminal: TmuxTerminal) async throws {
        try await terminal.waitFor("“\(sentence)”") { screen in
            let text = screen.joined(separator: "\n")
            if text.contains("could not") || text.contains("is damaged") || text.contains("cannot be done") {
                throw ErrorOnScreen(screen: text)
            }
            return text.contains(sentence) || text.contains("kept is saved.") || text.contains("kept are saved.")
        }
    }

    /// What a person could not act on.
    private struct ErrorOnScreen: Error { let screen: String }

    /// Adds prompts and changes them, each in a transaction of its own.
    ///
    /// - Returns: how many.
    private static func write(
        _ library: Library,
        _ isOfTheLastGeneration: Bool,
        until deadline: ContinuousClock.Instant
    ) async throws -> Int {
        var count = 0
        while ContinuousClock.now < deadline {
            let moment = isOfTheLastGeneration ? "1700000000" : "'2020-01-01 00:00:00'"
            let further = isOfTheLastGeneration ? ("content_hash, ", "'hash \(count)', ") : ("", "")
            _ = try await library.query(
                """
                INSERT INTO prompts (\(further.0)id, content, phase, provider, model, usage_count, created_at, updated_at)
                VALUES (\(further.1)'soak-\(count)', 'Written meanwhile', 'solutio', 'x', 'y', 0, \(moment), \(moment))
                """
            )
            _ = try await library.query(
                "UPDATE prompts SET usage_count = usage_count + 1, updated_at = \(moment) WHERE id = 'soak-\(count)'"
            )
            count += 1
        }
        return count
    }

    /// A file as the last of the older programs makes it, with a hundred prompts.
    private static let lastGeneration = """
        PRAGMA journal_mode = WAL;
        CREATE TABLE prompts (
            id TEXT PRIMARY KEY, content TEXT NOT NULL, content_hash TEXT NOT NULL UNIQUE, phase TEXT, provider TEXT,
            model TEXT, temperature REAL, max_tokens INTEGER, actual_tokens INTEGER, tags TEXT, parent_id TEXT,
            session_id TEXT, source_type TEXT, enhancement_method TEXT, relevance_score REAL, usage_count INTEGER,
            generation_count INTEGER, last_used_at DATETIME, original_input TEXT, persona_used TEXT,
            target_model_family TEXT, created_at DATETIME NOT NULL, updated_at DATETIME NOT NULL,
            embedding_model TEXT, embedding_provider TEXT);
        CREATE TABLE user_interactions (
            id TEXT PRIMARY KEY, prompt_id TEXT, session_id TEXT, action TEXT NOT NULL, score REAL,
            timestamp DATETIME NOT NULL);
        CREATE INDEX idx_prompts_created_at ON prompts(created_at);
        CREATE INDEX idx_user_interactions_prompt_id ON user_interactions(prompt_id);
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)
        INSERT INTO prompts (id, content, content_hash, phase, provider, model, created_at, updated_at)
        SELECT 'old-' || i, 'Old prompt ' || i, 'old hash ' || i, 'solutio', 'x', 'y', 1750000000 + i, 1750000000 + i FROM n;
        """
}
