import Dispatch
import PromptStore
import Synchronization

/// Looks every now and then whether a file has been changed, which costs a few microseconds.
final class Watcher: Sendable {
    private let queue = DispatchQueue(label: "watcher", qos: .utility)
    private let mailbox: Mailbox
    private let seconds: Double?
    private let generation = Atomic<Int>(0)

    init(mailbox: Mailbox, seconds: Double?) {
        self.mailbox = mailbox
        self.seconds = seconds
    }

    /// Watches this library from now on, and no other.
    func watch(_ store: PromptStore) {
        guard seconds != nil else { return }
        let number = generation.wrappingAdd(1, ordering: .sequentiallyConsistent).newValue
        queue.async { self.look(at: store, known: nil, number: number) }
    }

    private func look(at store: PromptStore, known: Int?, number: Int) {
        guard let seconds, generation.load(ordering: .sequentiallyConsistent) == number else { return }
        var version = known
        do throws(StoreError) {
            version = try store.dataVersion()
            if let known, known != version { mailbox.post(.answer(.libraryChanged)) }
        } catch {
            guard case .locked = error else {
                mailbox.post(.answer(.watchFailed(error)))
                return
            }
        }
        queue.asyncAfter(deadline: .now() + seconds) { [version] in
            self.look(at: store, known: version, number: number)
        }
    }
}
