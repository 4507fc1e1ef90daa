import Foundation
import GRDB

/// A value just as SQLite holds it: its storage class, and text byte for byte, whatever the bytes are.
enum StoredValue: Equatable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(Data)
    case blob(Data)

    /// Text, or NULL where there is none.
    static func text(_ text: String?) -> StoredValue { text.map { .text(Data($0.utf8)) } ?? .null }

    /// A whole number.
    static func number(_ number: Int) -> StoredValue { .integer(Int64(number)) }

    /// Two columns of a result: whether the value is text, and the value, where text comes as its bytes.
    ///
    /// As text it would end at a NUL for Swift, and bytes that are not UTF-8 would become others.
    static func selection(_ column: String) -> String {
        let name = column.quotedName
        return "typeof(\(name)) = 'text', CASE typeof(\(name)) WHEN 'text' THEN CAST(\(name) AS BLOB) ELSE \(name) END"
    }

    /// Reads the two columns of `selection` that begin at `index`.
    init(_ row: Row, at index: Int) {
        switch (row[index + 1] as DatabaseValue).storage {
        case .null: self = .null
        case .int64(let value): self = .integer(value)
        case .double(let value): self = .real(value)
        case .string(let value): self = .text(Data(value.utf8))
        case .blob(let value): self = row[index] ? .text(value) : .blob(value)
        }
    }

    /// What stands for the value in a statement. Nothing is bound for no bytes, which might come out as NULL.
    var placeholder: String {
        switch self {
        case .text(let bytes): bytes.isEmpty ? "''" : "CAST(? AS TEXT)"
        case .blob(let bytes): bytes.isEmpty ? "x''" : "?"
        case .null, .integer, .real: "?"
        }
    }

    /// What is bound to the placeholder: one value, or none.
    var arguments: [DatabaseValue] {
        switch self {
        case .null: [.null]
        case .integer(let value): [value.databaseValue]
        case .real(let value): [value.databaseValue]
        case .text(let bytes), .blob(let bytes): bytes.isEmpty ? [] : [bytes.databaseValue]
        }
    }

    /// The text, where it is text.
    var string: String? {
        if case .text(let bytes) = self { String(decoding: bytes, as: UTF8.self) } else { nil }
    }
}
