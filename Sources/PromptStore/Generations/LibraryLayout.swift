import GRDB

/// Which tables and columns a file has. Files of several generations are about; none is converted to be read.
struct LibraryLayout: Sendable {
    /// The columns of each table that means something here, in the order of the file.
    let columns: [String: [String]]
    /// The tables whose ids are the numbers of their rows.
    let numberedTables: Set<String>
    /// Changes when some program changes the layout.
    let version: Int

    /// Reads it.
    init(_ database: Database) throws {
        let names = (LibrarySchema.columns.map(\.table) + ["user_interactions", "pa_scores", "pa_versions"]).map {
            "'\($0)'"
        }
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT t.name, c.name, c.name = 'id' AND c.pk = 1 AND c.type = 'INTEGER' COLLATE NOCASE
                FROM main.sqlite_schema t JOIN pragma_table_info(t.name, 'main') c
                WHERE t.type = 'table' AND t.name IN (\(names.joined(separator: ", "))) ORDER BY t.name, c.cid
                """
        )
        columns = Dictionary(grouping: rows) { $0[0] as String }.mapValues { $0.map { $0[1] as String } }
        numberedTables = Set(rows.filter { $0[2] }.map { $0[0] as String })
        version = try Self.version(database)
    }

    /// The number by which a change of the layout is noticed.
    static func version(_ database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "PRAGMA main.schema_version") ?? 0
    }

    /// Whether every documented table and column is there.
    var isWhole: Bool { LibrarySchema.columns.allSatisfy { table, columns in columns.allSatisfy { has(table, $0) } } }

    /// Whether a table is there.
    func has(_ table: String) -> Bool { columns[table] != nil }

    /// Whether a table has a column.
    func has(_ table: String, _ column: String) -> Bool { columns[table]?.contains(column) ?? false }
}
