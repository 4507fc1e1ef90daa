import GRDB

/// What each table and index of a library takes.
enum SpaceUse {
    /// Sums of pages, by SQLite's own table of them, which it may be built without.
    private static let pages = """
        SELECT d.name AS name, ifnull(s.type, 'table') AS type, d.bytes AS bytes FROM
          (SELECT name, sum(pgsize) AS bytes FROM dbstat WHERE aggregate = TRUE GROUP BY name) d
        LEFT JOIN main.sqlite_schema s ON s.name = d.name ORDER BY bytes DESC, 1
        """
    private static let names = """
        SELECT name, type, NULL AS bytes FROM main.sqlite_schema WHERE type IN ('table', 'index') AND rootpage > 0
        ORDER BY type DESC, name
        """

    /// A row for each, the largest first.
    static func table(_ database: Database) throws -> TaskReport.Table {
        let rows: [Row]
        do {
            rows = try Row.fetchAll(database, sql: pages)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
            rows = try Row.fetchAll(database, sql: names)
        }
        return TaskReport.Table(
            "tables and indexes",
            columns: ["name", "type", "rows", "bytes"],
            rows: try rows.map { row in
                let name: String = row["name"]
                let type: String = row["type"]
                return [
                    .text(name), .text(type), type == "table" ? try count(name, database) : .none,
                    (row["bytes"] as Int?).map(TaskReport.Quantity.bytes) ?? .none,
                ]
            }
        )
    }

    private static func count(_ table: String, _ database: Database) throws -> TaskReport.Quantity {
        let sql = "SELECT count(*) FROM main.\(table.quotedName)"
        return .count(try Int.fetchOne(database, sql: sql) ?? 0)
    }
}
