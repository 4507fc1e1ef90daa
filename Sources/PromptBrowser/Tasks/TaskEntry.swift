import PromptStore

/// A piece of maintenance of this run: what was asked for, how far it is, and what has come of it.
struct TaskEntry: Equatable, Sendable {
    enum State: Equatable, Sendable {
        case waiting, running
        case ended(Result<TaskReport, StoreError>)
    }

    /// The longest log that is kept, in lines; of a longer one the end.
    static let longestLog = 500

    let id: Int
    let task: MaintenanceTask
    var state = State.waiting
    /// When it began and ended, in seconds since 1970.
    var startedAt: Double?
    var endedAt: Double?
    var progress: TaskProgress?
    private(set) var log: [TaskNote] = []
    /// Whether it has been asked to end.
    var isCancelled = false

    init(id: Int, task: MaintenanceTask) {
        self.id = id
        self.task = task
    }

    var title: String { task.kind.title }
    var isWaiting: Bool { state == .waiting }
    var isRunning: Bool { state == .running }
    var hasEnded: Bool { !isWaiting && !isRunning }
    /// Whether it would end at once if it were asked to.
    var isCancellable: Bool { !hasEnded && !isCancelled && progress?.isCancellable ?? true }

    mutating func take(_ event: TaskEvent) {
        switch event {
        case .progress(let progress): self.progress = progress
        case .note(let note):
            log.append(note)
            if log.count > Self.longestLog { log.removeFirst() }
        }
    }

    /// How long it has been running, or had been when it ended, in seconds.
    func seconds(at now: Double) -> Double { startedAt.map { max(0, (endedAt ?? now) - $0) } ?? 0 }

    /// How it is, in a word.
    var word: Marked {
        switch state {
        case .waiting: Marked(text: "waiting", role: .muted)
        case .running where progress?.isCancellable == false: Marked(text: "finishing", role: .fair)
        case .running where isCancelled: Marked(text: "ending", role: .fair)
        case .running: Marked(text: "running", role: .key)
        case .ended(.success(let report)): report.outcome.word
        case .ended(.failure(.cancelled)): Marked(text: "cancelled", role: .muted)
        case .ended(.failure): Marked(text: "failed", role: .error)
        }
    }
}

extension TaskReport.Outcome {
    /// The same as a coloured word.
    var word: Marked {
        switch self {
        case .done: Marked(text: "done", role: .good)
        case .advice: Marked(text: "advice", role: .fair)
        case .damage: Marked(text: "damage", role: .error)
        }
    }
}
