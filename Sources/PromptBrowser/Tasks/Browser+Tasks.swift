import PromptStore

/// Maintenance in the background: begun, cancelled, told of.
extension Browser {
    /// Why a task cannot be run now; nil where it can.
    func unavailability(of kind: MaintenanceTask.Kind) -> String? {
        kind.writes && library?.isReadOnly == true ? "the library is open for reading only" : nil
    }

    mutating func begin(_ task: MaintenanceTask) -> [Effect] {
        tasks.add(task)
        let effects = tasks.begin(at: now)
        if let entry = tasks.entries.last, entry.isWaiting, let obstacle = tasks.obstacle(of: entry.id) {
            say("\(entry.title) waits for: \(obstacle.title).")
        }
        return effects
    }

    mutating func cancelTask(_ id: Int) -> [Effect] {
        guard let entry = tasks[id], !entry.hasEnded else { return [] }
        guard entry.isCancellable else {
            if !entry.isCancelled { say("\(entry.title) is finishing and cannot be cancelled any more.") }
            return []
        }
        if entry.isWaiting { say("\(entry.title) will not be run.") }
        return tasks.cancel(id, at: now)
    }

    mutating func take(_ result: Result<TaskReport, StoreError>, ofTask id: Int) -> [Effect] {
        guard let entry = tasks.end(id, result, at: now) else { return [] }
        switch result {
        case .success(let report) where report.outcome == .damage: complain("\(entry.title): \(report.headline)")
        case .success(let report): say(report.headline)
        case .failure(.cancelled): say("\(entry.title) was cancelled; the library is as it was.")
        case .failure(let error): complain("\(entry.title) failed: \(error.sentence)")
        }
        var effects = tasks.begin(at: now)
        if entry.task.kind == .migrate, entry.task.writes, case .success = result { library?.isOlder = false }
        if entry.task.writes, case .success = result { effects += refresh() }
        if isMaintenanceOpen { effects.append(.readMaintenance) }
        return effects
    }

    /// What is said of running tasks on the first line; empty where there are none.
    func taskNote(width: Int) -> String {
        guard let entry = tasks.foremost else { return "" }
        let percent = entry.progress?.fraction.map { " \(Self.percent($0))" } ?? ""
        let stage = width >= 100 ? entry.progress.map { ": \($0.stage)" } ?? "" : ""
        let others = tasks.unended.count - 1
        return "\(MovingSign.sign(at: now)) \(entry.title)\(stage)\(percent)\(others > 0 ? " +\(others)" : "")"
    }

    /// `41 %`; never 100 before it is done.
    static func percent(_ fraction: Double) -> String { "\(Int(min(max(fraction, 0), 1) * 100)) %" }

    /// What quitting means for the tasks that have not ended; nil where there are none.
    var quittingEndsTasks: String? {
        guard let entry = tasks.foremost else { return nil }
        let waiting = tasks.entries.count(where: \.isWaiting)
        let others = waiting > 0 ? " What waits for it will not be run." : ""
        let running = tasks.entries.filter(\.isRunning).map(\.title).joined(separator: " and ")
        guard entry.progress?.isCancellable != false else {
            return "\(running): finishing, which cannot be cancelled; the program ends when that is done.\(others)"
        }
        return "Running: \(running). Quitting ends that, and the library is as it was before.\(others)"
    }
}
