import GRDB

/// How a task ended when it ran last.
public struct LastRun: Equatable, Sendable {
    /// When it ended, in seconds since 1970.
    public let endedAt: Timestamp
    /// How long it took, in seconds.
    public let seconds: Double
    /// How it ended.
    public let outcome: TaskReport.Outcome
    /// What came of it, in one sentence.
    public let headline: String
}

/// The library's memory of its maintenance, in a table of our own.
struct TaskMemory {
    let path: String
    let isReadOnly: Bool

    private static let all = "SELECT task, ended_at, seconds, outcome, headline FROM pa_tasks"

    /// Writes down how a task ended: not in a file that is read-only or damaged, nor in one that holds nothing of ours
    /// yet. What cannot be written down is forgotten, for the task itself is done.
    func remember(_ task: MaintenanceTask.Kind, _ report: TaskReport, from start: Double, to end: Double) {
        guard !isReadOnly, report.outcome != .damage else { return }
        try? write(task, report, from: start, to: end)
    }

    private func write(
        _ task: MaintenanceTask.Kind,
        _ report: TaskReport,
        from start: Double,
        to end: Double
    ) throws {
        _ = try LibraryInspection(path: path, isReadOnly: false).run()
        let queue = try Connections.openWriter(path: path)
        try queue.writeWithoutTransaction { database in
            guard try database.tableExists("pa_journal", in: "main") else { return }
            try database.inTransaction(.immediate) {
                try database.execute(sql: LibrarySchema.taskMemory)
                try database.execute(
                    sql: "INSERT OR REPLACE INTO pa_tasks VALUES (?, ?, ?, ?, ?)",
                    arguments: [
                        task.rawValue, Timestamp.text(seconds: Int(end)), end - start, report.outcome.rawValue,
                        report.headline,
                    ]
                )
                return .commit
            }
        }
        try queue.close()
    }

    /// What is written down.
    func lastRuns() throws(StoreError) -> [MaintenanceTask.Kind: LastRun] {
        let connection = try LibraryInspection(path: path, isReadOnly: true).run().connection
        return try StoreError.translating(path: path) {
            try connection.read { database in
                guard try database.tableExists("pa_tasks", in: "main") else { return [:] }
                var runs: [MaintenanceTask.Kind: LastRun] = [:]
                for row in try Row.fetchAll(database, sql: Self.all) {
                    guard let task = MaintenanceTask.Kind(rawValue: row["task"]),
                        let outcome = TaskReport.Outcome(rawValue: row["outcome"]),
                        let endedAt = row.timestamp("ended_at")
                    else { continue }
                    runs[task] = LastRun(
                        endedAt: endedAt,
                        seconds: row["seconds"],
                        outcome: outcome,
                        headline: row["headline"]
                    )
                }
                return runs
            }
        }
    }
}
