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

    @Test func `what is written is logged without a word of any prompt, and the day before is put aside`() async throws
    {
        let data = directory.file("data")
        try FileManager.default.createDirectory(atPath: data + "/logs", withIntermediateDirectories: true)
        let log = data + "/logs/prompt-alchemy.log"
        try "yesterday\n".write(toFile: log, atomically: true, encoding: .utf8)
        let yesterday = Date(timeIntervalSince1970: 1_777_896_000)
        try FileManager.default.setAttributes([.modificationDate: yesterday], ofItemAtPath: log)
        let id = try await library.query("SELECT id FROM prompts LIMIT 1")
        #expect(try await run("rate", id, "4", "--comment", "secret words").status == 0)
        #expect(try await run("db", "analyze").status == 0)
        let text = try String(contentsOfFile: log, encoding: .utf8)
        #expect(text.contains("debug Committed to \(library.path)"))
        #expect(text.contains("Analyze of \(library.path) begins."))
        #expect(!text.contains("secret"))
        #expect(try String(contentsOfFile: log + ".2026-05-04", encoding: .utf8) == "yesterday\n")
        let attributes = try FileManager.default.attributesOfItem(atPath: log)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        _ = try await run("rate", id, "3", "--log-level", "info")
        #expect(try String(contentsOfFile: log, encoding: .utf8) == text)
    }

    @Test func `metrics are added up, and with a flag those of the file`() async throws {
        let program = try Program.path()
        let sums = try await ChildProcess.run([program, "metrics", "--library", library.path, "--output", "json"])
            .json()
        #expect((sums["tables"] as? [String: Any])?.keys.sorted() == ["phases", "providers"])
        let words = [program, "metrics", "--database", "--library", library.path, "--output", "json"]
        #expect(try await ChildProcess.run(words).json()["task"] as? String == "stats")
    }

    @Test func `damage is status 1, advice is not`() async throws {
        let whole = try await run("db", "integrity-check")
        #expect(whole.status == 0, "\(whole.errors)")
        var bytes = try Data(contentsOf: URL(fileURLWithPath: library.path))
        let middle = bytes.count / 8192 * 4096
        bytes.replaceSubrange(middle..<middle + 4096, with: Data(repeating: 0xA5, count: 4096))
        try bytes.write(to: URL(fileURLWithPath: library.path))
        let damaged = try await run("db", "integrity-check")
        #expect(damaged.status == 1 && damaged.output.hasPrefix("The file is damaged"))
    }
}
