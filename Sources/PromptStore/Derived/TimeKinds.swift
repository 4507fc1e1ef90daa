import GRDB

/// Whether the times in a column sort by themselves as they follow each other.
///
/// They do where all are numbers of seconds, or all are texts of one kind without a zone. Files in which several
/// programs have written mix kinds, and SQLite has every number before every text.
struct TimeKinds {
    let database: Database
    /// The column, one of ours and not of the file's choosing.
    let column: String

    /// Whether the file has the column.
    func isThere() throws -> Bool {
        let sql = "SELECT 1 FROM pragma_table_info('prompts', 'main') WHERE name = ?"
        return try Int.fetchOne(database.cachedStatement(sql: sql), arguments: [column]) != nil
    }

    /// Looks at all times from a rowid onwards, along the column's index where that is all of them.
    func areMixed(after rowid: Int64 = .min) throws -> Bool {
        let number = "SELECT \(column) FROM main.prompts WHERE \(column) < '' ORDER BY \(column)"
        let least = try Double.fetchOne(database, sql: number + " LIMIT 1")
        let most = try Double.fetchOne(database, sql: number + " DESC LIMIT 1")
        let hasText = try exists("\(column) >= ''")
        if let least, let most {
            // Beyond this a number is taken for milliseconds.
            return hasText || (least < 100_000_000_000) != (most <= 100_000_000_000) || least < -100_000_000_000
        }
        guard hasText else { return false }
        if rowid == .min { return try exists("\(column) >= '' AND NOT (\(isPlain))") }
        return try exists("rowid > \(rowid) AND typeof(\(column)) IN ('text', 'blob') AND NOT (\(isPlain))")
    }

    private func exists(_ condition: String) throws -> Bool {
        try Int.fetchOne(database, sql: "SELECT 1 FROM main.prompts WHERE \(condition) LIMIT 1") != nil
    }

    /// `2025-07-09 10:11:12`, maybe with a fraction.
    private var isPlain: String {
        """
        length(\(column)) = 19 AND substr(\(column), 11, 1) = ' '
        OR \(column) GLOB '????-??-?? ??:??:??.*' AND substr(\(column), 21) NOT GLOB '*[^0-9]*'
        """
    }
}
