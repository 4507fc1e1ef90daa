import Foundation
import PromptTestSupport
import Testing

/// Migrations from the command line, also such as are killed.
struct MigrateCommandTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func words(_ further: [String], _ library: Library) throws -> [String] {
        try [Program.path(), "migrate", "--database", library.path, "--data-dir", library.path + ".data"] + further
    }

    private func run(_ words: [String]) async throws -> ChildProcess {
        try await ChildProcess.run(
            words,
            environment: ["PATH": ChildProcess.searchPath, "HOME": "/nonexistent", "LANG": "C.UTF-8"]
        )
    }

    private func backups(of library: Library) throws -> [String] {
        let path = library.path + ".data/backups"
        let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return files.filter { $0.hasSuffix(".db") }.map { path + "/" + $0 }
    }

    /// Schema and all rows, but for when a step was done.
    private func dump(_ path: String) async throws -> [Substring] {
        try await Library(empty: path).query(".dump").split(separator: "\n").filter {
            !$0.contains("INTO pa_migrations")
        }
    }

    @Test func `a rehearsal and a migration say the same, and how to go back`() async throws {
        let library = Library(empty: directory.file("prompts.db"))
        try SampleLibrary(seed: 1, count: 40).store(in: .s1, at: library.path)
        let before = try library.bytes()
        let rehearsal = try await run(words(["--dry-run", "--output", "json"], library)).json()
        #expect(try library.bytes() == before)
        let migration = try await run(words(["--output", "json"], library)).json()
        func figures(_ report: [String: Any]) throws -> [String] {
            let tables = try #require(report["tables"] as? [String: [[String: Any]]])
            return try #require(tables["steps"]).map { "\($0["step"] ?? "") \($0["rows"] ?? "") \($0["bytes"] ?? "")" }
        }
        #expect(try figures(rehearsal).count == 8)
        #expect(try figures(rehearsal) == figures(migration))
        let values = try #require(migration["values"] as? [String: Any])
        let backup = try #require(try backups(of: library).first)
        #expect(values["backup"] as? String == backup)
        #expect(values["to_go_back"] as? String == "prompt-alchemy db restore \(backup)")
        let again = try await run(words([], library))
        #expect(again.status == 0 && again.output.contains("there is nothing to migrate"))
    }

    @Test func `a migration that is killed leaves the library as it was, or whole`() async throws {
        let original = Library(empty: directory.file("original.db"))
        try SampleLibrary(seed: 2, count: 5000).store(in: .s1, at: original.path)
        let before = try await dump(original.path)
        func copy(_ name: String) throws -> Library {
            let library = Library(empty: directory.file(name))
            try FileManager.default.copyItem(atPath: original.path, toPath: library.path)
            return library
        }
        let whole = try copy("whole.db")
        let start = ContinuousClock.now
        #expect(try await run(words(["--batch-size", "100"], whole)).status == 0)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let after = try await dump(whole.path)
        var killed = 0
        for round in 0..<10 {
            let library = try copy("round\(round).db")
            let moment = "\(Double.random(in: 0.1...1) * seconds)"
            let ending = try await run(
                ["timeout", "--signal=KILL", moment] + words(["--batch-size", "100"], library)
            )
            if ending.status == 137 { killed += 1 } else { #expect(ending.status == 0, "\(ending.errors)") }
            let left = try await dump(library.path)
            #expect(left == before || left == after, "killed after \(moment) s")
            #expect(try await library.query("PRAGMA integrity_check") == "ok")
            let backups = try backups(of: library)
            for backup in backups {
                #expect(try await dump(backup) == before)
                #expect(try await Library(empty: backup).query("PRAGMA integrity_check") == "ok")
            }
            #expect(left == before || !backups.isEmpty)
        }
        #expect(killed > 0)
    }

    @Test func `what is no batch and what is no library is refused`() async throws {
        let library = Library(empty: directory.file("prompts.db"))
        try SampleLibrary(seed: 1, count: 4).store(in: .s2, at: library.path)
        #expect(try await run(words(["--batch-size", "0"], library)).status == 64)
        #expect(try await run(words([], Library(empty: "/absent.db"))).status == 66)
    }
}
