import GRDB

extension Row {
    /// Text as it is, also where SQLite holds a number, a NUL or invalid UTF-8.
    func text(_ column: String) -> String? { Self.text(self[column] as DatabaseValue) }

    /// The title of the prompt whose text begins with these bytes.
    func title(_ column: String) throws -> String {
        try withUnsafeData(named: column) { data in data?.withUnsafeBytes { PromptTitle.find(in: $0) } ?? "" }
    }

    /// A number where there is one, else what is there instead.
    func number(_ column: String) -> StoredNumber { StoredNumber(self[column] as DatabaseValue) }

    /// A moment, from text or from a number of seconds.
    func timestamp(_ column: String) -> Timestamp? {
        switch (self[column] as DatabaseValue).storage {
        case .null: nil
        case .int64(let value): Timestamp(number: Double(value))
        case .double(let value): Timestamp(number: value)
        case .string(let value): Timestamp(text: value)
        case .blob(let value): Timestamp(text: String(decoding: value, as: UTF8.self))
        }
    }

    private static func text(_ value: DatabaseValue) -> String? {
        switch value.storage {
        case .null: nil
        case .int64(let value): String(value)
        case .double(let value): "\(value)"
        case .string(let value): value
        case .blob(let value): String(decoding: value, as: UTF8.self)
        }
    }
}

extension StoredNumber {
    init(_ value: DatabaseValue) {
        self =
            switch value.storage {
            case .null: .none
            case .int64(let value): .number(Double(value))
            case .double(let value): .number(value)
            case .string(let value): .text(value)
            case .blob(let value): .text(String(decoding: value, as: UTF8.self))
            }
    }
}
