import Foundation
import GRDB
import PromptStore
import PromptTestSupport

/// A library of a test's own, filled with plain SQL, as any other program could have done it.
final class ScratchLibrary {
    /// 2026-05-04 12:00 UTC.
    static let now = 1_777_896_000.0

    let directory: TemporaryDirectory
    let path: String

    init() throws {
        directory = try TemporaryDirectory()
        path = directory.file("prompts.db")
        try PromptStore.create(at: path)
    }

    func store(
        session: String = "this-session",
        isReadOnly: Bool = false,
        now: Double = ScratchLibrary.now
    ) throws -> PromptStore {
        try PromptStore(path: path, isReadOnly: isReadOnly, sessionID: session, clock: { now })
    }

    /// A connection of another program: no rule of ours holds there.
    func sql<Value>(_ body: (Database) throws -> Value) throws -> Value {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        // Nobody will miss a test's rows after a power cut.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF") }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        let value = try queue.write(body)
        try queue.close()
        return value
    }

    func execute(_ sql: String, _ arguments: StatementArguments = []) throws {
        try self.sql { try $0.execute(sql: sql, arguments: arguments) }
    }

    func addPrompt(_ id: String, _ columns: [String: (any DatabaseValueConvertible)?] = [:]) throws {
        try sql { try Self.addPrompt(id, columns, in: $0) }
    }

    /// A prompt with a value in every column that needs one, and those given.
    static func addPrompt(
        _ id: String,
        _ columns: [String: (any DatabaseValueConvertible)?] = [:],
        in database: Database
    ) throws {
        var values: [String: (any DatabaseValueConvertible)?] = [
            "id": id, "content": "text of \(id)", "phase": "solutio", "provider": "openai", "model": "gpt",
        ]
        values.merge(columns) { $1 }
        let names = values.keys.sorted()
        try database.execute(
            sql: """
                INSERT INTO prompts (\(names.joined(separator: ", ")))
                VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))
                """,
            arguments: StatementArguments(names.map { values[$0] ?? nil })
        )
    }

    func addRating(
        _ rating: Int?,
        of promptID: String,
        session: String?,
        daysAgo: Double = 0
    ) throws {
        try execute(
            "INSERT INTO user_feedback (prompt_id, rating, feedback_type, session_id, created_at) VALUES (?, ?, ?, ?, ?)",
            [promptID, rating, "rating", session, Self.date(daysAgo: daysAgo)]
        )
    }

    /// A moment before now, as a file stores it.
    static func date(daysAgo: Double) -> String { Timestamp.text(seconds: Int(now - daysAgo * 86_400)) }

    /// Everything in a table, in the order of its rowids, with each value's storage class.
    func rows(_ table: String) throws -> [String] {
        try sql { database in
            try Row.fetchAll(database, sql: "SELECT * FROM \(table) ORDER BY rowid").map(\.description)
        }
    }
}
