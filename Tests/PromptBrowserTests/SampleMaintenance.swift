import PromptTestSupport

@testable import PromptBrowser
@testable import PromptStore

/// Made-up maintenance, the same on every machine.
enum SampleMaintenance {
    static let directory = "/home/ann/.prompt-alchemy/backups"

    static func backup(_ hours: Double, isOfThisLibrary: Bool = true) -> Backup {
        let madeAt = Timestamp(number: SampleLibrary.now - hours * 3600)
        let moment = madeAt.stored.filter(\.isNumber)
        return Backup(
            path: "\(directory)/prompts-1f3a9c02-\(moment.prefix(8))T\(moment.suffix(6))Z-asked.db",
            libraryName: isOfThisLibrary ? "prompts" : "older",
            isOfThisLibrary: isOfThisLibrary,
            reason: .asked,
            madeAt: madeAt,
            bytes: 5_300_000
        )
    }

    static func overview(_ backups: [Backup]) -> MaintenanceOverview {
        let room = FileRoom(pageBytes: 4096, pages: 1234, freePages: 17, logBytes: 41_000)
        let statistics = LastRun(
            endedAt: Timestamp(number: SampleLibrary.now - 7200),
            seconds: 0.4,
            outcome: .done,
            headline: "1,234 prompts in 5.1 MB."
        )
        let runs = [MaintenanceTask.Kind.statistics: statistics]
        return MaintenanceOverview(
            health: .success(LibraryHealth(room, lastRuns: runs, backups: backups, now: SampleLibrary.now)),
            lastRuns: runs,
            backups: backups,
            backupDirectory: directory
        )
    }

    /// A report of a check that has found something of each kind.
    static let findings = TaskReport(
        "Some values cannot be right.",
        .advice,
        values: [.init("prompts", .count(1234)), .init("tables", .count(6))],
        findings: [
            TaskFinding(.advice, "ratings outside of 1 to 5", promptIDs: ["p-1", "p-2"], count: 7),
            TaskFinding(.advice, "the planner has no figures yet: run analyze"),
        ]
    )
}

extension Driver {
    /// Opens the Maintenance screen with what is made up in the place of what is so.
    func openMaintenance(_ backups: [Backup] = [SampleMaintenance.backup(3), SampleMaintenance.backup(30)]) {
        holdsTasks = true
        press(.character("m"))
        send(.answer(.maintenance(SampleMaintenance.overview(backups))))
    }

    /// Moves the cursor there to a kind of task.
    func select(_ kind: MaintenanceTask.Kind) {
        press(.character("g"))
        for _ in 0..<(MaintenanceTask.Kind.allCases.firstIndex(of: kind) ?? 0) { press(.down) }
    }

    func tell(_ id: Int, _ event: TaskEvent) { send(.answer(.task(id: id, event))) }

    func end(_ id: Int, _ result: Result<TaskReport, StoreError>) { send(.answer(.taskEnded(id: id, result))) }
}
