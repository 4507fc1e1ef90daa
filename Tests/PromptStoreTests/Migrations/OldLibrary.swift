import Foundation
import GRDB
import PromptTestSupport

@testable import PromptStore

/// A file of an older generation, with prompts and with something in each table that it has.
final class OldLibrary {
    let directory: TemporaryDirectory
    let path: String
    let generation: Generation

    /// - Parameter count: how many prompts; every third was made from the one before.
    init(_ generation: Generation, prompts count: Int = 25) throws {
        directory = try TemporaryDirectory()
        path = directory.file("prompts.db")
        self.generation = generation
        try generation.create(at: path)
        try sql { database in
            for number in 0..<count { try Self.addPrompt(number, generation, in: database) }
            guard generation != .documented else { return }
            for table in Self.furtherRows.keys.sorted() where try database.tableExists(table) {
                try database.execute(sql: Self.furtherRows[table] ?? "")
            }
        }
    }

    /// A connection of another program, with its own mind.
    func sql<Value>(_ body: (Database) throws -> Value) throws -> Value {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF") }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        let value = try queue.write(body)
        try queue.close()
        return value
    }

    func store(isReadOnly: Bool = true) throws -> PromptStore {
        try PromptStore(path: path, isReadOnly: isReadOnly, sessionID: "this", clock: { ScratchLibrary.now })
    }

    private static func addPrompt(_ number: Int, _ generation: Generation, in database: Database) throws {
        let id = "p\(number)"
        let columns = try database.columns(in: "prompts").map(\.name)
        let seconds = 1_752_055_872 + number * 60
        let moment: DatabaseValue =
            generation.hasUnixTimes ? seconds.databaseValue : Timestamp.text(seconds: seconds).databaseValue
        var values: [String: (any DatabaseValueConvertible)?] = [
            "id": id, "content": "Text \(number)\0\u{301} of it", "phase": ["solutio", "coagulatio"][number % 2],
            "provider": "openai", "model": number % 5 == 4 && generation.hasUnixTimes ? nil : "o\(number % 3)",
            "temperature": 0.25, "max_tokens": 100 + number, "actual_tokens": number, "tags": #"["a","b \#(number)"]"#,
            "parent_id": generation.hasUnixTimes ? id : number % 3 == 2 ? "p\(number - 1)" : number == 3 ? "gone" : nil,
            "created_at": moment, "updated_at": moment, "content_hash": "hash \(number)", "source_type": "manual",
            "persona_used": ["code", "", nil][number % 3], "relevance_score": [1.0, 0.5, 0.0, 1.7][number % 4],
            "usage_count": number, "session_id": "s\(number % 4)", "original_input": "input",
            "embedding": number % 2 == 0 ? Data(repeating: UInt8(number), count: 4 * (number + 1)) : nil,
            "embedding_dimensions": number % 2 == 0 ? number + 1 : nil,
        ]
        // As a careless tool leaves it: text where a number should be, and half a vector.
        if number == 6 { values["relevance_score"] = "much" }
        if number == 8 { values["embedding"] = Data(repeating: 1, count: 7) }
        let names = columns.filter { values[$0] != nil }
        try database.execute(
            sql: """
                INSERT INTO prompts (\(names.joined(separator: ", ")))
                VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))
                """,
            arguments: StatementArguments(names.map { values[$0] ?? nil })
        )
    }

    /// In an order in which ids that are text do not sort as their rows do.
    private static let furtherRows = [
        "model_metadata": """
        INSERT INTO model_metadata (id, prompt_id, generation_model, generation_provider, input_tokens, created_at)
        VALUES ('z', 'p1', 'o1', 'openai', 5, '2025-07-09'), ('a', 'p1', 'o2', 'openai', 6, '2025-07-10'),
          ('b', 'gone', 'o2', 'openai', 7, NULL)
        """,
        "metrics": """
        INSERT INTO metrics (id, prompt_id, token_usage, response_time, created_at, updated_at)
        VALUES ('z', 'p1', 120, 800, '2025-07-09', NULL), ('a', 'p1', 130, 900, '2025-07-10', NULL),
          ('b', 'p2', 130, NULL, NULL, NULL)
        """,
        "enhancement_history": """
        INSERT INTO enhancement_history
          (id, prompt_id, parent_prompt_id, enhancement_type, enhancement_method, created_at)
        VALUES ('z', 'p1', 'p0', 'refinement', 'solutio', '2025-07-09'),
          ('a', 'p1', 'p0', 'merge', 'by hand', '2025-07-10'), ('b', 'gone', 'gone', 'merge', 'by hand', NULL)
        """,
        "user_interactions": """
        INSERT INTO user_interactions VALUES ('z', 'p1', 's', 'rated', 0.75, 1752055900),
          ('a', 'p1', 's', 'chosen', NULL, 1752055800), ('b', 'p2', 's', 'skipped', NULL, 1752055800)
        """,
    ]
}
