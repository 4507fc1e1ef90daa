import CSQLite
import GRDB
import Synchronization

/// A switch that ends a running read from another thread, within a millisecond or so.
public final class Cancellation: Sendable {
    private let flag = Atomic<Bool>(false)

    /// Creates a switch that has not been thrown.
    public init() {}

    /// Ends the read; it throws `StoreError.cancelled`.
    public func cancel() { flag.store(true, ordering: .relaxed) }

    /// Whether the switch has been thrown.
    public var isCancelled: Bool { flag.load(ordering: .relaxed) }

    /// Runs `body` so that SQLite looks at the switch every few thousand of its steps.
    ///
    /// A progress handler, because `sqlite3_interrupt` is lost when it comes just before a statement starts.
    func guarding<Result>(_ database: Database, _ body: () throws -> Result) throws -> Result {
        if isCancelled { throw StoreError.cancelled }
        let connection = database.sqliteConnection
        sqlite3_progress_handler(
            connection,
            4000,
            { context in
                guard let context else { return 0 }
                return Unmanaged<Cancellation>.fromOpaque(context).takeUnretainedValue().isCancelled ? 1 : 0
            },
            Unmanaged.passUnretained(self).toOpaque()
        )
        defer { sqlite3_progress_handler(connection, 0, nil, nil) }
        return try body()
    }
}
