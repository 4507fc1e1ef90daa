import Foundation
import PromptTestSupport
import Testing

/// Exports and imports from the command line.
struct TransferCommandTests {
    private let directory: TemporaryDirectory
    private let library: Library

    init() throws {
        directory = try TemporaryDirectory()
        library = try Library(at: directory.file("prompts.db"))
    }

    private func sh(_ line: String) async throws -> ChildProcess {
        try await ChildProcess.run(["/bin/sh", "-c", "cd '\(directory.path)'; " + line])
    }

    @Test(arguments: ["sql", "json"])
    func `what goes through a pipe into a new library is exported as the same bytes`(format: String) async throws {
        let before = try library.content()
        let program = try Program.path()
        let line = """
            '\(program)' export --format \(format) --database prompts.db > first &&
            '\(program)' import --file - --database new.db < first &&
            '\(program)' export --format \(format) --database new.db --output second > report && cmp first second
            """
        let run = try await sh(line)
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        #expect(run.output.hasPrefix("Imported "), "\(run.output)")
        #expect(try library.content() == before)
        let report = try String(contentsOfFile: directory.file("report"), encoding: .utf8)
        #expect(report.hasPrefix("Exported ") && report.contains("to \(directory.path)/second."), "\(report)")
    }

    @Test func `the report of an import is there as JSON`() async throws {
        _ = try await Subcommand.run("export", "--format", "sql", "--output", directory.file("e.sql"), on: library.path)
        let run = try await Subcommand.run(
            "import",
            "--file",
            directory.file("e.sql"),
            "--dry-run",
            "--output",
            "json",
            on: library.path
        )
        let json = try run.json()
        #expect(json["task"] as? String == "import" && json["outcome"] as? String == "done")
        let tables = try #require((json["tables"] as? [String: Any])?["tables"] as? [[String: Any]])
        let prompts = try #require(tables.first { $0["table"] as? String == "prompts" })
        #expect(prompts["new"] as? Int == 0 && prompts["in_conflict"] as? Int == 0)
        #expect(prompts["same"] as? Int == Int(try await library.query("SELECT count(*) FROM prompts")))
    }

    @Test func `what speaks against it is said in a sentence`() async throws {
        let hostile = directory.file("hostile.sql")
        try "CREATE TABLE prompts (id TEXT PRIMARY KEY, content);\nATTACH 'x' AS y;\n".write(
            toFile: hostile,
            atomically: true,
            encoding: .utf8
        )
        for (fact, status, words) in [
            ("There is no file /nonexistent to import", 66, ["import", "--file", "/nonexistent"]),
            ("is a database, not an export", 65, ["import", "--file", library.path]),
            ("Line 2 of \(hostile) has ATTACH", 65, ["import", "--file", hostile]),
            ("is there already", 73, ["export", "--format", "sql", "--output", library.path]),
            ("could not read or write /proc/x.partial", 73, ["export", "--format", "sql", "--output", "/proc/x"]),
        ] as [(String, Int32, [String])] {
            try await Subcommand.expectSentence(fact, status: status, words, on: library.path)
        }
        let dated = try await Subcommand.run("export", "--format", "sql", "--since", "yesterday", on: library.path)
        #expect(dated.status == 64 && dated.errors.contains("2026-01-31"))
    }

    @Test func `an interrupt ends an import that waits for its input`() async throws {
        let program = try Program.path()
        let run = try await sh(
            "(sleep 20 & echo $! > sleeper; wait) | { timeout -s INT 1 '\(program)' import --file - --database new.db; echo $?; kill $(cat sleeper); }"
        )
        // What `timeout` says of a program that it has sent a signal.
        #expect(run.output == "124\n", "\(run.output)")
        #expect(run.errors.contains("Cancelled"), "\(run.errors)")
        #expect(!FileManager.default.fileExists(atPath: directory.file("new.db")))
    }
}
