import GRDB

/// Rows that refer to a row which is not there, as SQLite sees the references that tables declare.
struct ForeignKeyCheck: IntegrityCheck {
    let stage = "Checking references"

    func findings(in database: Database, _ run: TaskRun) throws -> [TaskFinding] {
        var counts: [String: Int] = [:]
        let rows = try Row.fetchCursor(database, sql: "PRAGMA main.foreign_key_check")
        while let row = try rows.next() {
            let (table, parent) = (row.text("table") ?? "", row.text("parent") ?? "")
            // Those between prompts and what hangs on them are looked at by their ids.
            if parent == "prompts" { continue }
            counts["rows of \(table) refer to rows of \(parent) that are not there", default: 0] += 1
        }
        return counts.sorted { $0.key < $1.key }.map { TaskFinding(.advice, $0.key, count: $0.value) }
    }
}
