import Foundation
import PromptStore
import PromptTestSupport

/// A library file of a test's own, and what the sqlite3 shell says is in it.
struct Library {
    let path: String

    /// A copy of the demo library.
    init(at path: String) throws {
        self.path = path
        try Self.demo.get().write(to: URL(fileURLWithPath: path))
        chmod(path, 0o600)
    }

    /// A file that is for SQLite to fill.
    init(empty path: String) { self.path = path }

    /// What a query answers, as the sqlite3 shell prints it.
    func query(_ sql: String) async throws -> String {
        let shell = try await ChildProcess.run(["sqlite3", "-batch", "-cmd", ".timeout 5000", path, sql])
        guard shell.status == 0 else { throw QueryFailed(sql: sql, errors: shell.errors) }
        return shell.output.trimmingCharacters(in: .newlines)
    }

    /// All bytes of the file and of those that SQLite keeps beside it.
    func bytes() throws -> [String: Data] {
        let directory = (path as NSString).deletingLastPathComponent
        let name = (path as NSString).lastPathComponent
        var bytes: [String: Data] = [:]
        for file in try FileManager.default.contentsOfDirectory(atPath: directory) where file.hasPrefix(name) {
            bytes[file] = try Data(contentsOf: URL(fileURLWithPath: directory + "/" + file))
        }
        return bytes
    }

    private struct QueryFailed: Error, CustomStringConvertible {
        let sql: String
        let errors: String
        var description: String { "sqlite3 could not do “\(sql)”: \(errors)" }
    }

    /// Generated once, for that takes longer than to write it.
    private static let demo = Result {
        let directory = try TemporaryDirectory()
        let file = directory.file("prompts.db")
        try PromptStore.createDemo(at: file, now: Int(Date().timeIntervalSince1970))
        return try Data(contentsOf: URL(fileURLWithPath: file))
    }
}
