import Foundation
import PromptStore
import PromptTestSupport
import Testing

struct RateTests {
    private let directory: TemporaryDirectory
    private let library: Library

    init() async throws {
        directory = try TemporaryDirectory()
        library = try Library(at: directory.file("prompts.db"))
        try await library.add("rate-me")
    }

    private func feedback() async throws -> String {
        try await library.query(
            "SELECT rating, feedback_type, feedback_text FROM user_feedback WHERE prompt_id = 'rate-me' ORDER BY id"
        )
    }

    private func score() async throws -> Double {
        let text = try await library.query("SELECT effectiveness_score FROM prompts WHERE id = 'rate-me'")
        return try #require(Double(text))
    }

    @Test func `a rating is saved, and the new score printed`() async throws {
        let run = try await Subcommand.run("rate", "rate", "4", on: library.path)
        let score = String(format: "%.2f", try await score())
        #expect(run.output == "Rated rate-me ★★★★·, saved; its score is now \(score).\n")
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(try await feedback() == "4|rating|")
        #expect(score != "0.00")
    }

    @Test func `a comment comes with it`() async throws {
        let run = try await Subcommand.run("rate", "rate-me", "2", "--comment", " too vague\u{1B}\n", on: library.path)
        #expect(run.output.hasSuffix(".\nThe comment is saved too.\n"))
        #expect(try await feedback() == "2|rating|\n|comment|too vague\u{1B}")
    }

    @Test func `every run rates for itself, and all can be undone later`() async throws {
        let before = try await score()
        for rating in ["5", "1"] {
            #expect(try await Subcommand.run("rate", "rate-me", rating, on: library.path).status == 0)
        }
        #expect(try await feedback() == "5|rating|\n1|rating|")
        let sessions = "SELECT count(DISTINCT session_id) FROM user_feedback WHERE prompt_id = 'rate-me'"
        #expect(try await library.query(sessions) == "2")
        let store = try PromptStore(path: library.path)
        #expect(try store.make(.undo).title == "rating 1")
        #expect(try store.make(.undo).title == "rating 5")
        #expect(try await feedback() == "")
        #expect(try await score() == before)
    }

    @Test func `a browser that is open shows the rating, and can undo it`() async throws {
        try await TmuxTerminal.open(width: 120) { terminal in
            let library = try Library(at: terminal.home + "/prompts.db")
            try await library.add("newest", "'Newest of all'")
            _ = try await library.query("UPDATE prompts SET created_at = '2999-01-01 00:00:00' WHERE id = 'newest'")
            try await terminal.browse("--database", "prompts.db")
            try await terminal.waitFor("│▸ ·····")
            #expect(try await Subcommand.run("rate", "newest", "4", on: library.path).status == 0)
            try await terminal.waitFor("│▸ ★★★★·")
            try await terminal.send("u")
            try await terminal.waitFor("│▸ ·····")
            #expect(try await library.query("SELECT count(*) FROM user_feedback WHERE prompt_id = 'newest'") == "0")
        }
    }

    @Test(arguments: [
        ([], "Missing expected argument"), (["0"], "from 1 to 5"), (["6"], "from 1 to 5"), (["4.5"], "is invalid"),
        (["good"], "is invalid"),
    ])
    func `what is no rating is refused with the usage, and nothing is saved`(words: [String], fact: String)
        async throws
    {
        let before = try library.bytes()
        let command = [try Program.path(), "rate", "rate-me"] + words + ["--database", library.path]
        let run = try await ChildProcess.run(command)
        #expect(run.status == 64 && run.bytes.isEmpty)
        #expect(run.errors.contains(fact) && run.errors.contains("Usage: prompt-alchemy rate"), "\(run.errors)")
        #expect(try library.bytes() == before)
    }

    @Test(arguments: ["", " \n", String(repeating: "é", count: 40_000)])
    func `where the comment cannot be saved, neither is the rating`(comment: String) async throws {
        let before = try library.bytes()
        let words = ["rate", "rate-me", "3", "--comment", comment]
        try await Subcommand.expectSentence("nothing was saved", status: 1, words, on: library.path)
        #expect(try library.bytes() == before)
    }

    @Test func `a comment that the file refuses is said not to be saved, and the rating to be`() async throws {
        _ = try await library.query(
            """
            INSERT INTO user_feedback (prompt_id, feedback_type) VALUES ('another', 'comment');
            CREATE UNIQUE INDEX mute ON user_feedback (feedback_type)
            WHERE feedback_type = 'comment' AND prompt_id IN ('another', 'rate-me')
            """
        )
        let run = try await Subcommand.run("rate", "rate-me", "3", "--comment", "hm", on: library.path)
        #expect(run.status == 1)
        #expect(run.output.hasPrefix("Rated rate-me ★★★··, saved") && !run.output.contains("comment"))
        #expect(run.errors.hasPrefix("prompt-alchemy: The rating is saved, and the comment is not: SQLite could not"))
        #expect(try await feedback() == "3|rating|")
    }

    @Test func `a prompt that is not one gets its sentence, and the library stays as it is`() async throws {
        try await library.add("rate-2")
        let before = try library.bytes()
        try await Subcommand.expectSentence("rate-2, rate-me", status: 64, ["rate", "rate", "3"], on: library.path)
        try await Subcommand.expectSentence("begins with “none”", status: 66, ["rate", "none", "3"], on: library.path)
        try await Subcommand.expectSentence("begins with “”", status: 66, ["rate", "", "3"], on: library.path)
        #expect(try library.bytes() == before)
        let missing = directory.file("none.db")
        try await Subcommand.expectSentence("There is no library at", status: 66, ["rate", "a", "3"], on: missing)
        #expect(!FileManager.default.fileExists(atPath: missing))
    }
}
