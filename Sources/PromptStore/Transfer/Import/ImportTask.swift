/// Brings an export into the library, which may be missing.
struct ImportTask: TaskWork {
    let file: String
    let policy: ConflictPolicy
    let isDryRun: Bool

    func perform(_ run: TaskRun) throws -> TaskReport {
        let task = Import(file: file, libraryPath: run.path, policy: policy, isDryRun: isDryRun)
        return report(try task.perform(run))
    }

    private func report(_ summary: Import.Summary) -> TaskReport {
        let new = summary.tables.reduce(0) { $0 + $1.new }
        let same = summary.tables.reduce(0) { $0 + $1.same }
        let findings = findings(summary)
        let isProblem = isDryRun && policy == .fail && summary.conflictCount > 0 || summary.refusedCount > 0
        let verb = isDryRun ? "Would import" : "Imported"
        return TaskReport(
            "\(verb) \(new) new rows\(summary.isNew ? "" : "; \(same) are there already").",
            isProblem ? .damage : findings.isEmpty ? .done : .advice,
            tables: [
                TaskReport.Table(
                    "tables",
                    columns: ["table", "new", "same", "in conflict", "refused"],
                    rows: summary.tables.map { counts in
                        [
                            .text(counts.table), .count(counts.new), .count(counts.same), .count(counts.conflict),
                            .count(counts.refused),
                        ]
                    }
                )
            ],
            findings: findings
        )
    }

    private func findings(_ summary: Import.Summary) -> [TaskFinding] {
        var findings: [TaskFinding] = []
        for counts in summary.tables where counts.conflict > 0 {
            findings.append(
                TaskFinding(.advice, "\(counts.conflict) rows of \(counts.table) differ from the library's; \(fate)")
            )
        }
        for counts in summary.tables where counts.refused > 0 {
            findings.append(
                TaskFinding(
                    .damage,
                    "The library cannot hold \(counts.refused) rows of \(counts.table): \(counts.firstRefusal ?? "")"
                )
            )
        }
        for table in summary.skippedTables {
            findings.append(TaskFinding(.advice, "Left out: virtual table “\(table)” and what it holds"))
        }
        let isRated = summary.tables.contains { ["user_feedback", "metrics"].contains($0.table) && $0.new > 0 }
        if isRated && !summary.isNew {
            findings.append(
                TaskFinding(.advice, "Ratings or runs came along: bring the scores up to date with Rescore")
            )
        }
        return findings
    }

    private var fate: String {
        switch policy {
        case .skip: "they were kept"
        case .replace: "they were replaced"
        case .fail: "nothing will be imported unless --on-conflict says skip or replace"
        }
    }
}
