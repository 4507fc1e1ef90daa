import Dispatch
import PromptStore
import Synchronization

/// Runs maintenance beside everything else, each task on a thread of its own, until it ends or is cancelled.
final class TaskRunner: Sendable {
    private let queue = DispatchQueue(label: "tasks", qos: .utility, attributes: .concurrent)
    private let group = DispatchGroup()
    private let running = Mutex<[Int: Cancellation]>([:])
    private let mailbox: Mailbox
    private let work: Workload

    init(mailbox: Mailbox, work: Workload) {
        self.mailbox = mailbox
        self.work = work
    }

    func start(_ id: Int, _ task: MaintenanceTask, of store: PromptStore) {
        let cancellation = Cancellation()
        running.withLock { $0[id] = cancellation }
        work.begin()
        queue.async(group: group) { [self] in
            let result = Result { () throws(StoreError) in
                try store.perform(task, cancellation: cancellation) { [mailbox] event in
                    mailbox.post(.answer(.task(id: id, event)))
                }
            }
            running.withLock { $0[id] = nil }
            mailbox.post(.answer(.taskEnded(id: id, result)))
            work.end()
        }
    }

    func cancel(_ id: Int) { running.withLock { $0[id]?.cancel() } }

    /// Has all of them end, and waits until they have: what is half done is taken back by then.
    func finish() {
        running.withLock { tasks in for cancellation in tasks.values { cancellation.cancel() } }
        group.wait()
    }
}
