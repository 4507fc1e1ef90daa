import GRDB

/// The columns of a table as it is in the file, and by which of them a row is told from the others.
struct TableShape: Sendable {
    let table: String
    let columns: [String]
    private let keyColumn: String?

    /// Reads it; without columns where there is no such table.
    init(_ table: String, in database: Database) throws {
        let sql = "SELECT name, pk FROM pragma_table_info(?, 'main') ORDER BY cid"
        let rows = try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [table])
        self.table = table
        columns = rows.map { $0[0] }
        let keys = rows.filter { $0[1] > 0 }
        keyColumn = keys.count == 1 ? keys[0][0] : nil
    }

    func has(_ column: String) -> Bool { columns.contains(column) }

    /// What names a row that holds these values.
    func key(of image: RowImage) -> RowKey {
        if let keyColumn, let value = image[keyColumn], value != .null {
            return RowKey(column: keyColumn, value: value)
        }
        return RowKey(column: "rowid", value: .integer(image.rowID))
    }
}
