import GRDB

/// What a step can do to a file: add, and fill in what is missing. There is no way from here to drop, rename, retype or
/// rewrite anything.
final class MigrationStage {
    /// The open transaction.
    let database: Database
    /// The rows that are filled in by one statement, which is the grain of progress, cancelling and memory.
    let batchSize: Int
    /// What has come of it so far.
    private(set) var work = MigrationReport.Work()
    /// The values that were put where a column that was there before had none.
    private(set) var filled = ContentDigest()
    private let tell: (_ done: Int, _ all: Int) throws -> Void
    private var added: Set<String>

    /// - Parameters:
    ///   - added: `table.column` of what earlier steps of this migration have added.
    ///   - tell: is told how many rows of how many have been looked through; throws to end the migration.
    init(
        _ database: Database,
        batchSize: Int,
        added: Set<String>,
        tell: @escaping (_ done: Int, _ all: Int) throws -> Void
    ) {
        self.database = database
        self.batchSize = batchSize
        self.added = added
        self.tell = tell
    }

    /// `table.column` of all that was added, by this step or an earlier one.
    var addedColumns: Set<String> { added }

    /// Whether the file has a table.
    func has(_ table: String) throws -> Bool { try database.tableExists(table, in: "main") }

    /// Whether the file has a column. Letters of either case are one, as they are to SQLite.
    func has(_ table: String, _ column: String) throws -> Bool {
        let sql = "SELECT 1 FROM pragma_table_xinfo(?, 'main') WHERE name = ? COLLATE NOCASE"
        return try Int.fetchOne(database, sql: sql, arguments: [table, column]) != nil
    }

    /// Adds a table that is not there.
    func addTable(_ name: String, _ definition: String) throws {
        try database.execute(sql: definition)
        work.tables.append(name)
    }

    /// Adds the columns that are not there, of a type and maybe a constant default.
    ///
    /// None is required and none has the time of day as its default: a row of an older tool has no value for it, and
    /// SQLite adds no such columns to a table with rows.
    func addColumns(to table: String, _ columns: [(name: String, type: String)]) throws {
        for column in columns where try !has(table, column.name) {
            try database.execute(sql: "ALTER TABLE main.\(table) ADD COLUMN \(column.name) \(column.type)")
            added.insert("\(table).\(column.name)")
            work.columns.append("\(table).\(column.name)")
        }
    }

    /// Adds an index that is not there.
    func addIndex(_ name: String, on definition: String) throws {
        try tell(work.indexes.count, 0)
        guard try Int.fetchOne(database, sql: Self.index, arguments: [name]) == nil else { return }
        try database.execute(sql: "CREATE INDEX main.\(name) ON \(definition)")
        work.indexes.append(name)
    }

    private static let index = "SELECT 1 FROM main.sqlite_schema WHERE type = 'index' AND name = ? COLLATE NOCASE"

    /// Puts rows into a table that this step has added, from what another one says.
    ///
    /// - Parameters:
    ///   - values: of the columns, said of a row `t` of `source`.
    ///   - condition: said of such a row too.
    func derive(
        _ table: String,
        _ columns: [String],
        from source: String,
        _ values: [String],
        where condition: String
    ) throws {
        let sql = """
            INSERT INTO main.\(table) (\(columns.joined(separator: ", "))) SELECT \(values.joined(separator: ", "))
            FROM main.\(source) AS t WHERE t.rowid > ? AND t.rowid <= ? AND \(condition) ORDER BY t.rowid
            """
        try inBatches(of: source) { window in
            try database.execute(sql: sql, arguments: [window.after, window.last])
            work.rows += database.changesCount
        }
    }

    /// Fills columns in, in rows that have no value there; in all rows where the column has just been added.
    func fill(_ table: String, _ fillings: [Filling]) throws {
        guard !fillings.isEmpty else { return }
        let conditions = fillings.map { filling in
            let isNew = added.contains("\(table).\(filling.column)")
            return "(\(isNew ? "" : "t.\(filling.column) IS NULL AND ")(\(filling.value)) IS NOT NULL)"
        }
        let assignments = zip(fillings, conditions).map { filling, condition in
            "\(filling.column) = CASE WHEN \(condition) THEN \(filling.value) ELSE t.\(filling.column) END"
        }
        let sql = """
            UPDATE main.\(table) AS t SET \(assignments.joined(separator: ", "))
            WHERE t.rowid > ? AND t.rowid <= ? AND (\(conditions.joined(separator: " OR ")))
            """
        let older = zip(fillings, conditions).filter { !added.contains("\(table).\($0.0.column)") }
        try inBatches(of: table) { window in
            let missing = try older.map { filling, condition in
                (filling.column, Set(try rows(table, window, where: condition)))
            }
            try database.execute(sql: sql, arguments: [window.after, window.last])
            work.rows += database.changesCount
            for (column, rows) in missing where !rows.isEmpty {
                try filled.add(table, column, in: database, after: window.after, through: window.last) {
                    rows.contains($0)
                }
            }
        }
    }

    private func rows(_ table: String, _ window: Window, where condition: String) throws -> [Int64] {
        try Int64.fetchAll(
            database,
            sql: "SELECT t.rowid FROM main.\(table) AS t WHERE t.rowid > ? AND t.rowid <= ? AND \(condition)",
            arguments: [window.after, window.last]
        )
    }

    /// Rows by their rowids, `after` not being one of them.
    private typealias Window = (after: Int64, last: Int64)

    private func inBatches(of table: String, _ body: (Window) throws -> Void) throws {
        let all = try Int.fetchOne(database, sql: "SELECT count(*) FROM main.\(table)") ?? 0
        let next = """
            SELECT max(rowid), count(*) FROM (SELECT rowid FROM main.\(table) WHERE rowid > ? ORDER BY rowid LIMIT ?)
            """
        var after = Int64.min
        var done = 0
        while let row = try Row.fetchOne(database, sql: next, arguments: [after, batchSize]),
            let last = row[0] as Int64?
        {
            try tell(done, all)
            try body((after, last))
            after = last
            done += row[1] as Int
        }
    }
}

/// What a column is filled in with where it has no value: SQL said of a row `t`, NULL where nothing is known.
struct Filling: Sendable {
    let column: String
    let value: String

    init(_ column: String, _ value: String) {
        self.column = column
        self.value = value
    }
}
