import Foundation
import GRDB

/// Temporary tables that the list is walked along where no index of the file has its order.
extension DerivedTable {
    /// The table for an order; none is needed by rating, of which there are few.
    static func order(by key: PromptOrder.Key) -> DerivedTable? {
        guard let column = column(of: key) else { return nil }
        let name = name(of: key)
        return DerivedTable(
            name: name,
            layout: """
                CREATE TEMP TABLE \(name) (prompt INTEGER PRIMARY KEY, stored, value);
                CREATE INDEX temp.\(name)_value ON \(name)(value)
                """,
            filling: """
                INSERT OR REPLACE INTO temp.\(name)
                SELECT p.rowid, p.\(column), \(key.isTime ? moment("p.\(column)") : "p.\(column)")
                FROM prompts p LEFT JOIN temp.\(name) k ON k.prompt = p.rowid
                WHERE p.rowid > :after AND p.rowid <= :upTo AND (k.prompt IS NULL OR k.stored IS NOT p.\(column))
                """
        )
    }

    /// The name of the table for an order.
    static func name(of key: PromptOrder.Key) -> String { "pa_by_\(key.rawValue)" }

    /// The column of prompts that an order compares.
    static func column(of key: PromptOrder.Key) -> String? {
        switch key {
        case .created: "created_at"
        case .updated: "updated_at"
        case .score: "effectiveness_score"
        case .usage: "usage_count"
        case .rating: nil
        }
    }

    /// What a moment is compared by: its seconds since 1970; what is no moment stays what it is.
    static func comparable(_ stored: DatabaseValue) -> DatabaseValue {
        let moment: Timestamp? =
            switch stored.storage {
            case .null: nil
            case .int64(let number): Timestamp(number: Double(number))
            case .double(let number): Timestamp(number: number)
            case .string(let text): Timestamp(text: text)
            case .blob(let bytes): Timestamp(text: String(decoding: bytes, as: UTF8.self))
            }
        return moment?.seconds?.databaseValue ?? stored
    }

    /// The same in SQL; numbers, the most by far where they occur at all, are left to SQLite.
    private static func moment(_ column: String) -> String {
        """
        CASE WHEN typeof(\(column)) NOT IN ('integer', 'real') THEN ifnull(pa_moment(CAST(\(column) AS BLOB)), \(column))
          WHEN abs(\(column)) > 100000000000 THEN \(column) / 1000.0 ELSE \(column) END
        """
    }

    /// The seconds of a moment that is written as text, given as bytes, for text may go on after a NUL.
    static let momentFunction = DatabaseFunction("pa_moment", argumentCount: 1, pure: true) { values in
        values.first.flatMap { Data.fromDatabaseValue($0) }.flatMap { bytes in
            Timestamp(text: String(decoding: bytes, as: UTF8.self)).seconds
        }
    }
}
