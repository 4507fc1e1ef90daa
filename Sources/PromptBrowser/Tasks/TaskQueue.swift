import PromptStore

/// The maintenance of this run, in the order in which it was asked for.
///
/// A task that changes the library waits for all before it, and those behind it wait for it; others run side by side.
struct TaskQueue: Equatable, Sendable {
    /// Of those that have ended, no more are kept.
    static let mostEnded = 50

    private(set) var entries: [TaskEntry] = []
    private var lastID = 0

    /// Those that have not ended.
    var unended: [TaskEntry] { entries.filter { !$0.hasEnded } }
    /// The one that is told of where there is room for one.
    var foremost: TaskEntry? { entries.first(where: \.isRunning) }
    var isBusy: Bool { entries.contains { !$0.hasEnded } }

    subscript(id: Int) -> TaskEntry? { entries.first { $0.id == id } }

    /// The newest of a kind.
    func newest(_ kind: MaintenanceTask.Kind) -> TaskEntry? { entries.last { $0.task.kind == kind } }

    mutating func add(_ task: MaintenanceTask) {
        lastID += 1
        entries.append(TaskEntry(id: lastID, task: task))
        let superfluous = entries.count(where: \.hasEnded) - Self.mostEnded
        if superfluous > 0, let oldest = entries.firstIndex(where: \.hasEnded) { entries.remove(at: oldest) }
    }

    /// Begins what nothing stands in the way of any more.
    mutating func begin(at now: Double) -> [Effect] {
        var effects: [Effect] = []
        for index in entries.indices where entries[index].isWaiting {
            let before = entries[..<index].filter { !$0.hasEnded }
            let task = entries[index].task
            guard task.writes ? before.isEmpty : !before.contains(where: \.task.writes) else { continue }
            entries[index].state = .running
            entries[index].startedAt = now
            effects.append(.startTask(id: entries[index].id, task))
        }
        return effects
    }

    /// What a waiting task waits for.
    func obstacle(of id: Int) -> TaskEntry? { entries.last { $0.id < id && !$0.hasEnded } }

    mutating func take(_ event: TaskEvent, of id: Int) {
        guard let index = index(id), entries[index].isRunning else { return }
        entries[index].take(event)
    }

    /// - Returns: the task that has ended, where it was running.
    mutating func end(_ id: Int, _ result: Result<TaskReport, StoreError>, at now: Double) -> TaskEntry? {
        guard let index = index(id), entries[index].isRunning else { return nil }
        entries[index].state = .ended(result)
        entries[index].endedAt = now
        return entries[index]
    }

    /// Has a task end: at once where it only waits.
    mutating func cancel(_ id: Int, at now: Double) -> [Effect] {
        guard let index = index(id), entries[index].isCancellable else { return [] }
        if entries[index].isRunning {
            entries[index].isCancelled = true
            return [.cancelTask(id: id)]
        }
        entries[index].state = .ended(.failure(.cancelled))
        return begin(at: now)
    }

    private func index(_ id: Int) -> Int? { entries.firstIndex { $0.id == id } }
}
