import GRDB

/// Looks for damage and for values that cannot be right. It writes nothing.
///
/// *Damage* is what SQLite finds: the file contradicts itself, and something may be lost. All else is *advice*: the
/// library works as it is.
struct IntegrityTask: TaskWork {
    /// Leaves out whether indexes agree with their tables, and what takes a look at each text and each score.
    let isQuick: Bool

    func perform(_ run: TaskRun) throws -> TaskReport {
        let queue: DatabaseQueue
        do {
            queue = try run.openReader()
        } catch let error as StoreError {
            guard Self.isDamage(error) else { throw error }
            return Self.report([TaskFinding(.damage, error.fact)], tables: 0)
        }
        let structure = StructureCheck(run: run, queue: queue, isQuick: isQuick)
        var findings = try structure.findings()
        var checks: [any IntegrityCheck] = [ForeignKeyCheck(), ValueCheck(), RelationCheck(), SumCheck()]
        if !isQuick { checks += [TextCheck(), ScoreCheck()] }
        for check in checks {
            findings += try Self.findings(of: check, queue, run)
        }
        return Self.report(findings, tables: structure.tableCount)
    }

    /// What a check finds; where the file is too damaged for it, that.
    private static func findings(
        of check: any IntegrityCheck,
        _ queue: DatabaseQueue,
        _ run: TaskRun
    ) throws -> [TaskFinding] {
        do {
            return try run.watching(queue, check.stage) {
                try queue.read { try check.findings(in: $0, run) }
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            return [TaskFinding(.damage, "\(check.stage) had to stop: \(error.message ?? "the file is damaged")")]
        }
    }

    private static func isDamage(_ error: StoreError) -> Bool {
        switch error {
        case .corrupt, .truncated: true
        default: false
        }
    }

    private static func report(_ findings: [TaskFinding], tables: Int) -> TaskReport {
        let damage = findings.filter { $0.severity == .damage }
        let advice = findings.filter { $0.severity == .advice }
        let headline =
            switch (damage.isEmpty, advice.isEmpty) {
            case (false, _):
                "The file is damaged; restore a backup, or save what can be saved with prompt-alchemy db recover."
            case (true, false): "The file is undamaged; some of what it holds cannot be right."
            case (true, true): "The file is undamaged, and all that it holds makes sense."
            }
        return TaskReport(
            headline,
            !damage.isEmpty ? .damage : !advice.isEmpty ? .advice : .done,
            values: [
                .init("tables checked", .count(tables)), .init("damage", .count(damage.count)),
                .init("advice", .count(advice.count)),
            ],
            findings: damage + advice
        )
    }
}

/// One kind of thing that may be wrong with what a library holds.
protocol IntegrityCheck {
    /// What is being done, in a few words.
    var stage: String { get }

    /// Looks for it.
    func findings(in database: Database, _ run: TaskRun) throws -> [TaskFinding]
}

/// Counts things that are alike and could be better, and keeps the first prompts that they concern.
struct FindingCounter {
    private let text: String
    private var promptIDs: [String] = []
    private var count = 0

    init(_ text: String) { self.text = text }

    mutating func add(_ promptID: String) {
        count += 1
        if promptIDs.count < TaskFinding.mostPrompts, promptIDs.last != promptID { promptIDs.append(promptID) }
    }

    /// What was counted; nil where there was nothing.
    var finding: TaskFinding? {
        count == 0 ? nil : TaskFinding(.advice, text, promptIDs: promptIDs, count: count)
    }
}
