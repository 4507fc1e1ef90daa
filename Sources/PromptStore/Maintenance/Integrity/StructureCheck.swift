import GRDB

/// SQLite's own check: table by table, so that there is progress to tell, then of the whole file, which decides.
///
/// The last one is quick in either case: whether indexes agree has been looked at by then, and what only a look at the
/// whole can find, pages that nobody or two claim, it finds too.
final class StructureCheck {
    private static let mostLines = 100
    private static let tables = """
        SELECT name FROM main.sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name
        """

    private let run: TaskRun
    private let queue: DatabaseQueue
    private let isQuick: Bool
    /// How many tables were looked at.
    private(set) var tableCount = 0

    init(run: TaskRun, queue: DatabaseQueue, isQuick: Bool) {
        self.run = run
        self.queue = queue
        self.isQuick = isQuick
    }

    func findings() throws -> [TaskFinding] {
        var lines: [String] = []
        let tables = try queue.read { try String.fetchAll($0, sql: Self.tables) }
        for (number, table) in tables.enumerated() {
            let fraction = Double(number) / Double(tables.count)
            lines += try check(isQuick ? "quick_check" : "integrity_check", table, fraction)
            tableCount += 1
        }
        lines += try check("quick_check", nil, nil)
        var seen: Set<String> = []
        return lines.filter { seen.insert($0).inserted }.map { line in
            TaskFinding(Self.isAboutValues(line) ? .advice : .damage, line)
        }
    }

    private func check(_ pragma: String, _ table: String?, _ fraction: Double?) throws -> [String] {
        let stage = table.map { "Checking \($0)" } ?? "Checking the file"
        let argument = table?.quotedName ?? "\(Self.mostLines)"
        do {
            return try run.watching(queue, stage, fraction: { fraction }) {
                try queue.read { database in
                    // The largest number of lines goes with the whole file only.
                    try String.fetchAll(database, sql: "PRAGMA main.\(pragma)(\(argument))").filter { $0 != "ok" }
                }
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            return ["\(table ?? "the file") cannot be read to the end: \(error.message ?? "malformed")"]
        }
    }

    /// Whether a line is about a value that a table should not hold, not about how it is held.
    private static func isAboutValues(_ line: String) -> Bool {
        line.hasPrefix("CHECK constraint failed in") || line.hasPrefix("NULL value in")
    }
}
