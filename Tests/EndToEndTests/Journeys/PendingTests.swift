import Foundation
import PromptTestSupport
import Testing

/// A change that comes while another program has the lock survives whatever happens, and is made once.
struct PendingTests {
    private static let ratings =
        "SELECT rating, count(*) FROM user_feedback WHERE session_id <> '' AND id > 10000 GROUP BY rating"

    /// Has the ids of new feedback tell it from that of the demo.
    private func prepare(_ path: String) async throws -> Library {
        let library = try Library(at: path)
        try await library.add("rate-me")
        _ = try await library.query(
            "UPDATE prompts SET created_at = '2999-01-01' WHERE id = 'rate-me';"
                + "UPDATE sqlite_sequence SET seq = 10000 WHERE name = 'user_feedback'"
        )
        return library
    }

    @Test func `on the command line it is kept with status 75, and made by the next command`() async throws {
        let directory = try TemporaryDirectory()
        let library = try await prepare(directory.file("prompts.db"))
        #expect(try await Subcommand.run("rate", "rate-me", "1", on: library.path).status == 0)
        let shell = try LockingProgram(library.path)
        let words = ["rate", "rate-me", "2", "--comment", "kept"]
        let fact = "is locked by sqlite3 (pid \(shell.processID)); this is kept in \(library.path).pending"
        try await Subcommand.expectSentence(fact, status: 75, words, on: library.path)
        try shell.release()
        #expect(try await library.query(Self.ratings) == "1|1")
        let run = try await Subcommand.run("rate", "rate-me", "3", on: library.path)
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        #expect(try await library.query(Self.ratings) == "|1\n1|1\n2|1\n3|1")
        #expect(!FileManager.default.fileExists(atPath: library.path + ".pending"))
    }

    @Test func `a browser that is killed with a change pending loses nothing`() async throws {
        try await TmuxTerminal.open(width: 140) { terminal in
            let library = try await prepare(terminal.home + "/prompts.db")
            #expect(try await Subcommand.run("rate", "rate-me", "1", on: library.path).status == 0)
            let browser = try await terminal.browse("--database", "prompts.db")
            let shell = try LockingProgram(library.path)
            try await terminal.send("4")
            try await terminal.waitFor(
                "1 change kept in prompts.db.pending until sqlite3 (pid \(shell.processID)) lets go"
            )
            try await terminal.waitFor("│▸ ★★★★·⧗")
            kill(browser, SIGKILL)
            try await terminal.waitFor("Killed")
            try shell.release()
            #expect(try await library.query(Self.ratings) == "1|1")
            try await terminal.openAnother { other in
                for _ in 1...2 {
                    try await other.browse("--database", library.path, until: "│▸ ★★★★· ")
                    try await other.waitForEnd(of: "pending")
                    try await other.send("q")
                    try await other.waitForPrompt()
                }
            }
            #expect(try await library.query(Self.ratings) == "1|1\n4|1")
        }
    }
}
