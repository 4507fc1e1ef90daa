import Foundation
import GRDB

@testable import PromptStore

/// A library whose sort columns hold everything a column can hold, and the order its rows ought to have.
struct ListLibrary {
    let scratch: ScratchLibrary

    /// NULLs, equal keys, integers and reals, text and blobs side by side.
    private static let keys: [DatabaseValue] = [
        .null, "2025-01-01 00:00:00".databaseValue, "2025-01-01T02:00:00+02:00".databaseValue,
        "2025-03-01 12:00:00".databaseValue, 1_700_000_000.databaseValue, 0.databaseValue, 0.5.databaseValue, .null,
        (-3).databaseValue, "".databaseValue, Data([0, 1]).databaseValue, 0.databaseValue, "apple".databaseValue,
        1.7.databaseValue, "Zeta é".databaseValue,
    ]

    private static let contents = [
        "an Apple a day", "100 % of all", "under_score", "pear", "APPLE % pie", "back\\slash", "line\nbreak apple",
    ]

    init() throws {
        scratch = try ScratchLibrary()
        try scratch.sql { database in
            for number in 0..<75 {
                let key = { (offset: Int) in Self.keys[(number * 7 + offset) % Self.keys.count] }
                try ScratchLibrary.addPrompt(
                    "p\(number * 37 % 75)",
                    [
                        "content": Self.contents[number % Self.contents.count],
                        "created_at": key(0), "updated_at": key(4), "effectiveness_score": key(8),
                        "usage_count": key(11),
                    ],
                    in: database
                )
            }
            try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
            let ratings = [5, nil, 3, 1, 9, 3, nil, 4, 3]
            for number in 0..<160 {
                try database.execute(
                    sql: "INSERT INTO user_feedback (prompt_id, rating, created_at) VALUES (?, ?, ?)",
                    arguments: [
                        "p\(number * 11 % 50)", ratings[number % ratings.count], Self.keys[number % Self.keys.count],
                    ]
                )
            }
            try database.execute(sql: "INSERT INTO user_feedback (prompt_id, rating) VALUES ('nobody', 5)")
            try database.execute(sql: "PRAGMA ignore_check_constraints = OFF")
        }
    }

    /// A prompt, and the newest of its ratings, once more under another id.
    static func copy(_ source: String, to id: String, in database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO prompts (id, content, phase, provider, model, created_at, updated_at,
                  effectiveness_score, usage_count)
                SELECT ?, content, phase, provider, model, created_at, updated_at, effectiveness_score, usage_count
                FROM prompts WHERE id = ?
                """,
            arguments: [id, source]
        )
        try database.execute(
            sql: """
                INSERT INTO user_feedback (prompt_id, rating, created_at)
                SELECT ?, rating, created_at FROM user_feedback WHERE prompt_id = ? AND rating BETWEEN 1 AND 5
                """,
            arguments: [id, source]
        )
    }

    private struct Item {
        let id: String
        let key: DatabaseValue
        let tie: Int64
    }

    /// The ids in the order the list ought to have: by value as SQLite compares, moments by time, NULLs last, ties by insertion.
    func sorted(_ order: PromptOrder, search: String = "") throws -> [String] {
        let items = try scratch.sql { database in
            try Row.fetchAll(database, sql: "SELECT rowid AS tie, * FROM prompts").filter { row in
                search.isEmpty || (row["content"] as String).lowercased().contains(search.lowercased())
            }.map { row in try item(row, order.key, in: database) }
        }
        let valued = items.filter { !$0.key.isNull }.sorted { first, second in
            let (low, high) = order.isDescending ? (second, first) : (first, second)
            return Self.comesBefore(low.key, high.key) ?? (low.tie < high.tie)
        }
        let unvalued = items.filter(\.key.isNull).sorted { ($0.tie < $1.tie) != order.isDescending }
        return (valued + unvalued).map(\.id)
    }

    private func item(_ row: Row, _ key: PromptOrder.Key, in database: Database) throws -> Item {
        switch key {
        case .created: return Item(id: row["id"], key: DerivedTable.comparable(row["created_at"]), tie: row["tie"])
        case .updated: return Item(id: row["id"], key: DerivedTable.comparable(row["updated_at"]), tie: row["tie"])
        case .score: return Item(id: row["id"], key: row["effectiveness_score"], tie: row["tie"])
        case .usage: return Item(id: row["id"], key: row["usage_count"], tie: row["tie"])
        case .rating:
            let ratings = try Row.fetchAll(
                database,
                sql: "SELECT id, rating, created_at FROM user_feedback WHERE prompt_id = ? AND rating IS NOT NULL",
                arguments: [row["id"]]
            )
            let newest = ratings.max { first, second in
                Self.comesBefore(first["created_at"], second["created_at"]) ?? (first["id"] < second["id"] as Int64)
            }
            guard let newest else { return Item(id: row["id"], key: .null, tie: row["tie"]) }
            return Item(id: row["id"], key: newest["rating"], tie: newest["id"])
        }
    }

    /// SQLite's order of values: NULL, numbers, text by bytes, blobs by bytes; nil where they are equal.
    private static func comesBefore(_ first: DatabaseValue, _ second: DatabaseValue) -> Bool? {
        func rank(_ value: DatabaseValue) -> (kind: Int, number: Double, bytes: [UInt8]) {
            switch value.storage {
            case .null: (0, 0, [])
            case .int64(let number): (1, Double(number), [])
            case .double(let number): (1, number, [])
            case .string(let text): (2, 0, Array(text.utf8))
            case .blob(let data): (3, 0, Array(data))
            }
        }
        let (low, high) = (rank(first), rank(second))
        if low.kind != high.kind { return low.kind < high.kind }
        if low.number != high.number { return low.number < high.number }
        return low.bytes == high.bytes ? nil : low.bytes.lexicographicallyPrecedes(high.bytes)
    }
}
