import Foundation
import Testing

/// A run of the program without a terminal.
enum Subcommand {
    /// Runs it on a library.
    static func run(_ words: String..., on path: String) async throws -> ChildProcess {
        let environment = ["PATH": ChildProcess.searchPath, "HOME": "/nonexistent", "LANG": "C.UTF-8"]
        return try await ChildProcess.run([Program.path()] + words + ["--database", path], environment: environment)
    }

    /// Runs it to see it refuse: a sentence on the standard error, and nothing on the standard output.
    static func expectSentence(
        _ fact: String,
        status: Int32,
        _ words: [String],
        on path: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let run = try await ChildProcess.run([Program.path()] + words + ["--database", path])
        #expect(run.status == status, "\(run.errors)", sourceLocation: sourceLocation)
        #expect(run.bytes.isEmpty, "\(run.output)", sourceLocation: sourceLocation)
        #expect(run.errors.contains(fact), "\(run.errors)", sourceLocation: sourceLocation)
        #expect(run.errors.hasPrefix("prompt-alchemy: "), "\(run.errors)", sourceLocation: sourceLocation)
        #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)", sourceLocation: sourceLocation)
    }
}

extension ChildProcess {
    /// What it has printed, as a reader of JSON of another make understands it.
    func json() throws -> [String: Any] {
        #expect(output.hasSuffix("}\n"))
        let value = try JSONSerialization.jsonObject(with: bytes)
        return try #require(value as? [String: Any])
    }
}

extension Library {
    /// Adds a prompt.
    func add(_ id: String, _ sqlText: String = "'some text'", parent: String? = nil) async throws {
        let parent = parent.map { "'\($0)'" } ?? "NULL"
        _ = try await query(
            """
            INSERT INTO prompts (id, content, phase, provider, model, parent_id, created_at, updated_at)
            VALUES ('\(id)', \(sqlText), 'solutio', 'openai', 'gpt', \(parent), '2026-01-01 00:00:00', '2026-01-02 00:00:00')
            """
        )
    }

    /// Leaves a change in a write-ahead log beside the file, as a program does that is still running.
    ///
    /// - Parameter change: what the change is, after the word UPDATE.
    func leaveLog(updating change: String = "prompts SET usage_count = usage_count + 1") async throws {
        let script = """
            .dbconfig no_ckpt_on_close on
            PRAGMA journal_mode = WAL;
            UPDATE \(change);
            """
        let file = path + ".sql"
        try script.write(toFile: file, atomically: true, encoding: .utf8)
        let shell = try await ChildProcess.run(["sqlite3", "-batch", path], input: file)
        try FileManager.default.removeItem(atPath: file)
        #expect(shell.status == 0, "\(shell.errors)")
        #expect(FileManager.default.fileExists(atPath: path + "-wal"))
    }

    /// What is in the file and in the log beside it, where there is one.
    func content() throws -> [String: Data] { try bytes().filter { !$0.key.hasSuffix("-shm") } }
}
