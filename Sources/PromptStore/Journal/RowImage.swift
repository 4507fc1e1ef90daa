import GRDB

/// What says which row of a table is meant, also after VACUUM has numbered the rows anew.
struct RowKey: Equatable, Sendable {
    /// The column of the primary key; `rowid` where the table has none that would do.
    let column: String
    let value: StoredValue

    /// The condition that finds the row.
    var condition: String { "\(column.quotedName) = \(value.placeholder)" }
}

/// One value of a row, under the name of its column.
struct RowCell: Equatable, Sendable {
    let column: String
    let value: StoredValue

    init(_ column: String, _ value: StoredValue) {
        self.column = column
        self.value = value
    }
}

/// Some or all values of a row at one moment, exactly.
struct RowImage: Equatable, Sendable {
    /// The row's number, which is where it stands among those of its age.
    let rowID: Int64
    let cells: [RowCell]

    /// Whether both hold the same values; the rows' numbers do not matter.
    func holds(what other: RowImage?) -> Bool { cells == other?.cells }

    /// Reads some columns of a row; nil where there is no such row.
    static func read(_ table: String, _ key: RowKey, columns: [String], in database: Database) throws -> RowImage? {
        let statement = try database.cachedStatement(sql: query(table, columns, where: key.condition))
        return try Row.fetchOne(statement, arguments: StatementArguments(key.value.arguments)).map {
            RowImage($0, columns: columns)
        }
    }

    /// Reads all rows that a condition with one value finds, in their order.
    static func all(
        _ table: String,
        columns: [String],
        where condition: String,
        _ value: some DatabaseValueConvertible,
        in database: Database
    ) throws -> [RowImage] {
        let statement = try database.cachedStatement(sql: query(table, columns, where: condition) + " ORDER BY rowid")
        return try Row.fetchAll(statement, arguments: [value]).map { RowImage($0, columns: columns) }
    }

    private static func query(_ table: String, _ columns: [String], where condition: String) -> String {
        let values = ["rowid"] + columns.map(StoredValue.selection)
        return "SELECT \(values.joined(separator: ", ")) FROM main.\(table.quotedName) WHERE \(condition)"
    }

    init(rowID: Int64, cells: [RowCell]) {
        self.rowID = rowID
        self.cells = cells
    }

    private init(_ row: Row, columns: [String]) {
        rowID = row[0]
        cells = columns.enumerated().map { index, name in RowCell(name, StoredValue(row, at: 1 + 2 * index)) }
    }

    /// The value of a column, where it is one of these.
    subscript(_ column: String) -> StoredValue? { cells.first { $0.column == column }?.value }
}
