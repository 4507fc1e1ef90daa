import GRDB

/// What an export writes, in the order in which it can be read back.
struct ExportPlan {
    struct Table {
        let name: String
        /// The statement that makes it.
        let sql: String
        /// The columns that are stored, in their order.
        let columns: [String]
        /// Reads its rows, in the order of their making.
        let selection: String
    }

    let tables: [Table]
    /// The largest number that was given out in each table that never gives one out twice.
    let sequences: [(table: String, number: Int64)]
    let indexes: [SchemaStatement]
    let views: [SchemaStatement]
    let triggers: [SchemaStatement]
    /// What the library has that no export can hold, in words.
    let leftOut: [String]

    /// Looks at a library.
    ///
    /// - Parameter selection: writes only what belongs to it.
    init(_ database: Database, _ selection: ExportSelection?) throws {
        let schema = try Row.fetchAll(database, sql: Self.schema)
        var tables: [Table] = []
        var objects: [SchemaStatement.Kind: [SchemaStatement]] = [:]
        var leftOut: [String] = []
        for row in schema {
            let name: String = row["name"]
            guard let statement = SchemaStatement(row["sql"] as String) else {
                leftOut.append("\(row["type"] as String) “\(name)”, whose making cannot be read")
                continue
            }
            switch statement.kind {
            case .table:
                if row["kind"] == "shadow" || DerivedObjects.contains(table: name) { continue }
                tables.append(try Self.table(name, statement.sql, database, selection))
            case .virtualTable:
                if !DerivedObjects.contains(table: name) { leftOut.append("virtual table “\(name)” and what it holds") }
            case .index:
                if row["owner"] == "shadow" || DerivedObjects.contains(table: row["tbl_name"]) { continue }
                objects[.index, default: []].append(statement)
            case .view, .trigger:
                if statement.kind == .trigger && DerivedObjects.contains(trigger: name) { continue }
                if ObjectDefinition(statement.sql).isKnown {
                    objects[statement.kind, default: []].append(statement)
                } else {
                    leftOut.append("\(statement.kind.rawValue) “\(name)”, which no known program has made")
                }
            }
        }
        self.tables = tables
        self.leftOut = leftOut
        indexes = objects[.index] ?? []
        views = objects[.view] ?? []
        triggers = objects[.trigger] ?? []
        sequences = try Self.sequences(database, of: Set(tables.map(\.name)))
    }

    /// What makes everything that can be made, each with what kind of table it or its table is.
    private static let schema = """
        SELECT s.type, s.name, s.tbl_name, s.sql, l.type AS kind, o.type AS owner FROM main.sqlite_schema s
        LEFT JOIN pragma_table_list l ON l.schema = 'main' AND l.name = s.name
        LEFT JOIN pragma_table_list o ON o.schema = 'main' AND o.name = s.tbl_name
        WHERE s.sql IS NOT NULL AND s.name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY s.rowid
        """

    private static func table(
        _ name: String,
        _ sql: String,
        _ database: Database,
        _ selection: ExportSelection?
    ) throws -> Table {
        guard let connection = database.sqliteConnection else { throw StoreError.cancelled }
        let stored = try StoredTable(name, on: connection)
        let condition = selection?.condition(on: name, columns: stored.columns)
        return Table(
            name: name,
            sql: sql,
            columns: stored.columns,
            selection: stored.selection(stored.columns, where: condition)
        )
    }

    private static func sequences(
        _ database: Database,
        of tables: Set<String>
    ) throws -> [(table: String, number: Int64)] {
        guard try database.tableExists("sqlite_sequence", in: "main") else { return [] }
        return try Row.fetchAll(database, sql: "SELECT name, seq FROM main.sqlite_sequence ORDER BY rowid")
            .compactMap { row in
                guard let name = row["name"] as String?, tables.contains(name),
                    let number = Int64.fromDatabaseValue(row["seq"])
                else { return nil }
                return (name, number)
            }
    }
}
