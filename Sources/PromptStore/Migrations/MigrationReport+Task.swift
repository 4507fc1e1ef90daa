extension MigrationReport {
    /// What a task says where a file has been through all steps.
    static let nothingToDo = TaskReport("The library has the layout of this version; there is nothing to migrate.")

    /// What a task says of it.
    ///
    /// - Parameter backup: the copy of the library as it was; nil for a rehearsal.
    func taskReport(backup: String?) -> TaskReport {
        let size = steps.count == 1 ? "1 step" : "\(steps.count) steps"
        var values: [TaskReport.Value] = [
            .init("rows filled in or added", .count(steps.reduce(0) { $0 + $1.work.rows })),
            .init("growth", .bytes(steps.reduce(0) { $0 + $1.work.bytes })),
        ]
        if let backup {
            values.append(.init("backup", .text(backup)))
            values.append(.init("to go back", .text("prompt-alchemy db restore \(backup)")))
        }
        return TaskReport(
            backup == nil
                ? "Rehearsed \(size) on a copy: every check passed, and the library is as it was."
                : "Migrated in \(size): every check passed, and what was there is as it was.",
            values: values,
            tables: [stepTable, checkTable]
        )
    }

    private var stepTable: TaskReport.Table {
        TaskReport.Table(
            "steps",
            columns: ["step", "rows", "columns", "tables", "indexes", "bytes", "time", "what"],
            rows: steps.map { step in
                [
                    .text(step.name), .count(step.work.rows), .count(step.work.columns.count),
                    .count(step.work.tables.count), .count(step.work.indexes.count), .bytes(step.work.bytes),
                    .seconds(step.seconds), .text(step.summary),
                ]
            }
        )
    }

    private var checkTable: TaskReport.Table {
        TaskReport.Table(
            "checks",
            columns: ["check", "time", "found"],
            rows: checks.map { [.text($0.name), .seconds($0.seconds), .text($0.finding)] }
        )
    }
}
