/// Writes the library down as SQL or JSON.
struct ExportTask: TaskWork {
    let format: ExportFormat
    let choice: ExportChoice?
    let target: ExportTarget

    func perform(_ run: TaskRun) throws -> TaskReport {
        report(try summary(run))
    }

    func summary(_ run: TaskRun) throws -> Export.Summary {
        let export = Export(format: format, choice: choice, target: target)
        let library = try run.openReader()
        return try run.watching(library, "Exporting") {
            // One transaction: nothing changes meanwhile.
            try library.read { database in
                try export.run(database) { stage, done, all in try run.tell(stage, done, of: all) }
            }
        }
    }

    private func report(_ summary: Export.Summary) -> TaskReport {
        let rows = summary.rows.reduce(0) { $0 + $1.count }
        let findings = summary.leftOut.map { TaskFinding(.advice, "Left out: \($0)") } + missing(summary)
        return TaskReport(
            "Exported \(rows) \(rows == 1 ? "row" : "rows")\(place).",
            findings.isEmpty ? .done : .advice,
            values: [.init("rows", .count(rows)), .init("bytes", .bytes(summary.byteCount))],
            tables: [
                TaskReport.Table(
                    "tables",
                    columns: ["table", "rows"],
                    rows: summary.rows.map { [.text($0.table), .count($0.count)] }
                )
            ],
            findings: findings
        )
    }

    private var place: String {
        switch target {
        case .file(let path): " to \(path)"
        case .descriptor: ""
        }
    }

    private func missing(_ summary: Export.Summary) -> [TaskFinding] {
        var findings: [TaskFinding] = []
        if !summary.absentParents.isEmpty {
            findings.append(
                TaskFinding(
                    .advice,
                    "Not chosen, and so not exported: parents of what is",
                    promptIDs: summary.absentParents
                )
            )
        }
        if summary.undatedCount > 0 {
            findings.append(
                TaskFinding(.advice, "\(summary.undatedCount) prompts have no date that can be read, and were left out")
            )
        }
        return findings
    }
}
