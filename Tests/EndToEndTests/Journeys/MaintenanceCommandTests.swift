import Foundation
import PromptTestSupport
import Testing

/// Maintenance from the command line.
struct MaintenanceCommandTests {
    private let directory: TemporaryDirectory
    private let library: Library

    init() throws {
        directory = try TemporaryDirectory()
        library = try Library(at: directory.file("prompts.db"))
    }

    private func run(_ words: String...) async throws -> ChildProcess {
        try await ChildProcess.run(
            [Program.path()] + words + ["--database", library.path, "--data-dir", directory.file("data")],
            environment: ["PATH": ChildProcess.searchPath, "HOME": "/nonexistent", "LANG": "C.UTF-8"]
        )
    }

    @Test func `statistics are facts for people and for programs, and change nothing`() async throws {
        let before = try library.bytes()
        let text = try await run("db", "stats")
        #expect(text.status == 0 && text.errors.isEmpty)
        #expect(text.output.contains("Tables and indexes"))
        let json = try await run("db", "stats", "--output", "json").json()
        #expect(json["task"] as? String == "stats")
        #expect(json["outcome"] as? String == "done")
        let values = try #require(json["values"] as? [String: Any])
        let count = try await library.query("SELECT count(*) FROM prompts")
        #expect(values["prompts"].map { "\($0)" } == count)
        #expect(try library.bytes() == before)
    }

    @Test func `a backup is made and listed, and the library stays as it is`() async throws {
        let before = try library.bytes()
        let made = try await run("db", "backup")
        #expect(made.status == 0 && made.output.hasPrefix("Backed up to "), "\(made.errors)")
        let list = try await run("db", "backup", "--list", "--output", "json").json()
        let tables = try #require(list["tables"] as? [String: [[String: Any]]])
        let file = try #require(tables["backups"]?.first?["file"] as? String)
        let backup = Library(empty: file)
        #expect(try await backup.query("SELECT count(*) FROM prompts") == library.query("SELECT count(*) FROM prompts"))
        #expect(try library.bytes() == before)
    }

    @Test func `what cannot be done is said in a sentence`() async throws {
        try await Subcommand.expectSentence("There is no library", status: 66, ["db", "stats"], on: "/absent.db")
        try await Subcommand.expectSentence(
            "is there already",
            status: 73,
            ["db", "backup", library.path],
            on: library.path
        )
    }
}
