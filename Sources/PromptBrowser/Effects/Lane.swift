import Dispatch
import PromptStore
import Synchronization

/// Runs one job at a time, and keeps only the newest of those that wait: reading for a screen that has moved on is
/// given up.
final class Lane: Sendable {
    /// A piece of work that looks at its switch now and then.
    typealias Job = @Sendable (Cancellation) -> Void

    private struct State {
        var running: Cancellation?
        var waiting: Job?
    }

    private let queue: DispatchQueue
    private let state = Mutex(State())
    private let work: Workload

    init(_ name: String, _ work: Workload) {
        queue = DispatchQueue(label: name, qos: .userInitiated)
        self.work = work
    }

    /// Takes the place of what waits, and ends what runs.
    func submit(_ job: @escaping Job) {
        let starts = state.withLock { state in
            if let running = state.running {
                running.cancel()
                if state.waiting == nil { work.begin() }
                state.waiting = job
                return false
            }
            state.running = Cancellation()
            work.begin()
            return true
        }
        if starts { queue.async { self.run(job) } }
    }

    /// Ends what runs and forgets what waits.
    func cancel() {
        state.withLock { state in
            state.running?.cancel()
            if state.waiting != nil { work.end() }
            state.waiting = nil
        }
    }

    private func run(_ first: @escaping Job) {
        var next: Job? = first
        while let job = next {
            if let cancellation = state.withLock({ $0.running }) { job(cancellation) }
            next = state.withLock { state in
                let waiting = state.waiting
                state.waiting = nil
                state.running = waiting == nil ? nil : Cancellation()
                return waiting
            }
            work.end()
        }
    }
}

/// Counts the jobs that are waiting or running.
final class Workload: Sendable {
    private let jobs = Atomic<Int>(0)

    func begin() { jobs.wrappingAdd(1, ordering: .sequentiallyConsistent) }
    func end() { jobs.wrappingSubtract(1, ordering: .sequentiallyConsistent) }
    var isIdle: Bool { jobs.load(ordering: .sequentiallyConsistent) == 0 }
}
