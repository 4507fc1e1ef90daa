import GRDB

/// Takes the planner's figures of all tables, and looks at how SQLite then goes about the program's own statements.
struct AnalyzeTask: TaskWork {
    func perform(_ run: TaskRun) throws -> TaskReport {
        let queue = try run.openWriter()
        try run.watching(queue, "Taking the planner's figures") {
            try run.patiently {
                try queue.writeWithoutTransaction { database in
                    try database.execute(sql: "PRAGMA analysis_limit = 0")
                    try database.execute(sql: "ANALYZE main")
                }
            }
        }
        try queue.writeWithoutTransaction { try UniformFace.renew(on: $0) }
        return try run.watching(queue, "Looking at plans") {
            try queue.read { database in
                let findings = try Self.missingIndexes(database)
                let plans = try NamedQuery.browsing.map { ($0, try QueryPlan(of: $0, in: database)) }
                let costly = plans.count { !$0.1.costly.isEmpty }
                return TaskReport(
                    "The planner has fresh figures; \(costly) of \(plans.count) statements read or sort whole tables.",
                    findings.isEmpty ? .done : .advice,
                    values: [.init("statements", .count(plans.count)), .init("costly", .count(costly))],
                    tables: [Self.table(plans)],
                    findings: findings
                )
            }
        }
    }

    private static func table(_ plans: [(query: NamedQuery, plan: QueryPlan)]) -> TaskReport.Table {
        TaskReport.Table(
            "plans",
            columns: ["statement", "costly", "plan"],
            rows: plans.map { query, plan in
                [
                    .text(query.name), .text(plan.costly.isEmpty ? "no" : "yes"),
                    .text(plan.lines.joined(separator: "; ")),
                ]
            }
        )
    }

    /// What would make statements quicker.
    static func missingIndexes(_ database: Database) throws -> [TaskFinding] {
        try OwnIndex.missing(in: database).map {
            TaskFinding(.advice, "the index \($0.name) on \($0.table) is missing; prompt-alchemy db optimize makes it")
        }
    }
}
