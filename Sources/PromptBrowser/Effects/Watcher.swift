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
        look(at: store, number: number)
    }

    private func look(at store: PromptStore, number: Int) {
        guard let seconds else { return }
        queue.asyncAfter(deadline: .now() + seconds) {
            guard self.generation.load(ordering: .sequentiallyConsistent) == number else { return }
            do throws(StoreError) {
                if try store.hasChanged() { self.mailbox.post(.answer(.libraryChanged)) }
            } catch {
                guard case .locked = error else {
                    self.mailbox.post(.answer(.watchFailed(error)))
                    return
                }
            }
            self.look(at: store, number: number)
        }
    }
}
