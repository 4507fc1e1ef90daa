import Synchronization

/// Where worker threads leave what the main loop is to deal with.
public final class Mailbox: Sendable {
    private let events = Mutex<[Event]>([])
    private let wake: @Sendable () -> Void

    /// - Parameter wake: called after an event was left, from any thread; has to make the loop look.
    public init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

    /// Leaves an event.
    public func post(_ event: Event) {
        events.withLock { $0.append(event) }
        wake()
    }

    /// Takes all events, in the order they came.
    public func drain() -> [Event] {
        events.withLock { waiting in
            let taken = waiting
            waiting.removeAll(keepingCapacity: true)
            return taken
        }
    }
}
