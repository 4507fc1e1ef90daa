import CSQLite
import GRDB

/// A prepared statement whose values pass through as they are stored, byte by byte: a row of GRDB repairs text that is
/// no UTF-8, and an export must not.
final class RawStatement {
    private let connection: OpaquePointer
    private let statement: OpaquePointer

    /// Prepares a statement of our own making; names in it are quoted, values are bound.
    init(_ connection: OpaquePointer, _ sql: String) throws {
        var prepared: OpaquePointer?
        let code = sqlite3_prepare_v2(connection, sql, -1, &prepared, nil)
        guard code == SQLITE_OK, let prepared else { throw Self.error(code, on: connection) }
        self.connection = connection
        statement = prepared
    }

    deinit { sqlite3_finalize(statement) }

    /// Goes on to the next row; false when there is none.
    func step() throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw Self.error(code, on: connection)
        }
    }

    /// Does what gives no rows, so that it can be done again.
    func run() throws {
        defer { sqlite3_reset(statement) }
        while try step() {}
    }

    /// Begins anew.
    func reset() { sqlite3_reset(statement) }

    /// How many values a row has.
    var columnCount: Int32 { sqlite3_column_count(statement) }

    // MARK: Reading

    func type(_ column: Int32) -> Int32 { sqlite3_column_type(statement, column) }

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

    func real(_ column: Int32) -> Double { sqlite3_column_double(statement, column) }

    /// The bytes of a text or a blob; valid until the next step.
    func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
        let isText = type(column) == SQLITE_TEXT
        let start =
            isText
            ? sqlite3_column_text(statement, column).map(UnsafeRawPointer.init) : sqlite3_column_blob(statement, column)
        return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
    }

    /// A text or a number as text, repaired where it is none; nil for NULL.
    func text(_ column: Int32) -> String? {
        guard type(column) != SQLITE_NULL else { return nil }
        guard let start = sqlite3_column_text(statement, column) else { return "" }
        let count = Int(sqlite3_column_bytes(statement, column))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    /// Whether two rows have the same value of the same kind in a column.
    func hasSame(_ column: Int32, as other: RawStatement, _ otherColumn: Int32) -> Bool {
        guard type(column) == other.type(otherColumn) else { return false }
        switch type(column) {
        case SQLITE_NULL: return true
        case SQLITE_INTEGER: return integer(column) == other.integer(otherColumn)
        case SQLITE_FLOAT: return real(column).bitPattern == other.real(otherColumn).bitPattern
        default: return bytes(column).elementsEqual(other.bytes(otherColumn))
        }
    }

    // MARK: Binding

    /// Binds a value; parameters count from 1.
    func bind(_ value: DumpValue, at parameter: Int32) throws {
        switch value {
        case .null: try check(sqlite3_bind_null(statement, parameter))
        case .integer(let number): try check(sqlite3_bind_int64(statement, parameter, number))
        case .real(let number): try check(sqlite3_bind_double(statement, parameter, number))
        case .text(let bytes):
            let code = bytes.withUnsafeBytes { raw in
                // An empty array may have no address, which would bind NULL.
                guard let start = raw.baseAddress, !raw.isEmpty else {
                    return sqlite3_bind_text(statement, parameter, "", 0, Self.transient)
                }
                return sqlite3_bind_text64(
                    statement,
                    parameter,
                    start.assumingMemoryBound(to: CChar.self),
                    UInt64(raw.count),
                    Self.transient,
                    UInt8(SQLITE_UTF8)
                )
            }
            try check(code)
        case .blob(let bytes):
            let code = bytes.withUnsafeBytes { raw in
                guard let start = raw.baseAddress, !raw.isEmpty else {
                    return sqlite3_bind_zeroblob(statement, parameter, 0)
                }
                return sqlite3_bind_blob64(statement, parameter, start, UInt64(raw.count), Self.transient)
            }
            try check(code)
        }
    }

    /// Binds what another statement's row has in a column.
    func bind(_ other: RawStatement, _ column: Int32, at parameter: Int32) throws {
        try check(sqlite3_bind_value(statement, parameter, sqlite3_column_value(other.statement, column)))
    }

    private func check(_ code: Int32) throws {
        guard code == SQLITE_OK else { throw Self.error(code, on: connection) }
    }

    private static var transient: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    private static func error(_ code: Int32, on connection: OpaquePointer) -> DatabaseError {
        let message = sqlite3_errmsg(connection).map { String(cString: $0) }
        return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
}

/// A value as a dump spells it out.
enum DumpValue: Equatable {
    case null
    case integer(Int64)
    case real(Double)
    /// Any bytes that are called text, whether they are UTF-8 or not.
    case text([UInt8])
    case blob([UInt8])
}
