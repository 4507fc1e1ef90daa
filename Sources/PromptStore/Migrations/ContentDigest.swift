import CSQLite
import GRDB

/// What is in the columns of tables, condensed so that two moments of a file can be compared within one process.
///
/// Of each column it is the count and the wrapping sum of the hashes of its values, each with its row and its storage
/// class. NULL counts for nothing: a value that is filled in later is a difference that can be said.
struct ContentDigest: Equatable {
    /// Of one column.
    struct Sum: Equatable {
        var count = 0
        var hash: UInt64 = 0
    }

    /// By table, then by column, in small letters, as SQLite tells them apart.
    private(set) var sums: [String: [String: Sum]] = [:]
    /// By table.
    private(set) var rowCounts: [String: Int] = [:]

    /// Takes the values of several columns of a table in.
    ///
    /// - Parameters:
    ///   - rowid: what the table calls the number of a row; nil where it has none.
    ///   - tell: is told after each thousand rows how many they were; throws to give up.
    mutating func add(
        _ table: String,
        columns: [String],
        rowid: String?,
        in database: Database,
        tell: (_ rows: Int) throws -> Void
    ) throws {
        let names = ([rowid ?? "0"] + columns.map(\.quotedName)).joined(separator: ", ")
        let sql = "SELECT \(names) FROM main.\(table.quotedName)"
        var found = [Sum](repeating: Sum(), count: columns.count)
        var rows = 0
        try Self.forEachRow(of: sql, [], in: database) { row in
            for index in found.indices {
                guard let hash = Self.hash(row, Int32(index + 1)) else { continue }
                found[index].count += 1
                found[index].hash &+= hash
            }
            rows += 1
            if rows % 1000 == 0 { try tell(1000) }
        }
        try tell(rows % 1000)
        rowCounts[table.lowercased()] = rows
        for (column, sum) in zip(columns, found) {
            sums[table.lowercased(), default: [:]][column.lowercased()] = sum
        }
    }

    /// Takes the values of one column in, of some rows of a table.
    mutating func add(
        _ table: String,
        _ column: String,
        in database: Database,
        after first: Int64,
        through last: Int64,
        where isWanted: (Int64) -> Bool
    ) throws {
        let sql = "SELECT rowid, \(column) FROM main.\(table) WHERE rowid > ? AND rowid <= ?"
        var sum = sums[table]?[column] ?? Sum()
        try Self.forEachRow(of: sql, [first, last], in: database) { row in
            guard isWanted(sqlite3_column_int64(row, 0)), let hash = Self.hash(row, 1) else { return }
            sum.count += 1
            sum.hash &+= hash
        }
        sums[table, default: [:]][column] = sum
    }

    /// Takes in what another one has of the same columns.
    mutating func add(_ other: ContentDigest) {
        for (table, columns) in other.sums {
            for (column, sum) in columns {
                sums[table, default: [:]][column, default: Sum()].count += sum.count
                sums[table, default: [:]][column, default: Sum()].hash &+= sum.hash
            }
        }
    }

    /// What is not as it was in an earlier digest, in a few words: a table, or a table's column.
    func difference(from earlier: ContentDigest) -> String? {
        for (table, count) in earlier.rowCounts.sorted(by: { $0.key < $1.key }) where rowCounts[table] != count {
            return "rows of \(table)"
        }
        for (table, columns) in earlier.sums.sorted(by: { $0.key < $1.key }) {
            for (column, sum) in columns.sorted(by: { $0.key < $1.key }) where sums[table]?[column] != sum {
                return "values of \(table).\(column)"
            }
        }
        return nil
    }

    /// Walks over rows without making values of them, which for a large library takes most of the time.
    private static func forEachRow(
        of sql: String,
        _ arguments: StatementArguments,
        in database: Database,
        _ body: (OpaquePointer) throws -> Void
    ) throws {
        let statement = try database.makeStatement(sql: sql)
        try statement.setArguments(arguments)
        let handle = statement.sqliteStatement
        defer { sqlite3_reset(handle) }
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW: try body(handle)
            case SQLITE_DONE: return
            case let code:
                throw DatabaseError(
                    resultCode: ResultCode(rawValue: code),
                    message: String(cString: sqlite3_errmsg(database.sqliteConnection))
                )
            }
        }
    }

    /// The hash of a value with its row, which is in column 0; nil for NULL.
    private static func hash(_ row: OpaquePointer, _ index: Int32) -> UInt64? {
        let type = sqlite3_column_type(row, index)
        if type == SQLITE_NULL { return nil }
        var hasher = Hasher()
        hasher.combine(sqlite3_column_int64(row, 0))
        hasher.combine(type)
        switch type {
        case SQLITE_INTEGER: hasher.combine(sqlite3_column_int64(row, index))
        case SQLITE_FLOAT: hasher.combine(sqlite3_column_double(row, index).bitPattern)
        default:
            // Text too: asked for as text it would be made one of UTF-8 first.
            let bytes = sqlite3_column_blob(row, index)
            hasher.combine(
                bytes: UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(row, index)))
            )
        }
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }
}
