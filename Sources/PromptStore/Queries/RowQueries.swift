/// Expressions that statements have in common.
enum RowQueries {
    /// A column's text as bytes, which go on after a NUL, where SQLite's own text ends for Swift.
    static func bytes(_ column: String, as name: String? = nil) -> String {
        "CAST(\(column) AS BLOB) AS \(name ?? column)"
    }

    /// Whether one row is newer than another, just as `ORDER BY created_at DESC, id DESC` would have it.
    ///
    /// A NULL compares with nothing but sorts before the least of numbers, so that is what stands for it.
    static func isNewer(_ row: String, than other: String) -> String {
        "(ifnull(\(row).created_at, -9e999), \(row).id) > (ifnull(\(other).created_at, -9e999), \(other).id)"
    }
}
