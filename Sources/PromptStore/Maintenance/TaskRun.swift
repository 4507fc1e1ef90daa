import Dispatch
import Foundation
import GRDB
import Synchronization

/// One run of a task: what it works on, and its line to whoever waits for it. Telling how far it is, it learns whether
/// to go on.
final class TaskRun: Sendable {
    /// How often the switch and the figures are looked at while SQLite is busy with one statement.
    private static let watchMilliseconds = 20
    /// How long a lock of somebody else is waited for, in seconds; in steps so short that the task can be ended.
    private static let patienceSeconds = 5
    static let busySeconds = 0.05
    /// The least time between two tellings of one stage, in seconds.
    private static let tellingSeconds = 0.1

    /// The library.
    let path: String
    let isReadOnly: Bool
    /// Where backups and logs are.
    let dataDirectory: String
    private let clock: @Sendable () -> Double
    private let cancellation: Cancellation
    private let reporting: @Sendable (TaskEvent) -> Void
    /// Throws where the library has triggers or views of unknown origin that nobody has allowed.
    let admit: @Sendable (Database) throws -> Void
    private let told: Mutex<(stage: String, at: Double)>

    init(
        path: String,
        isReadOnly: Bool,
        dataDirectory: String,
        clock: @escaping @Sendable () -> Double,
        cancellation: Cancellation,
        admit: @escaping @Sendable (Database) throws -> Void,
        reporting: @escaping @Sendable (TaskEvent) -> Void
    ) {
        self.path = path
        self.isReadOnly = isReadOnly
        self.dataDirectory = dataDirectory
        self.clock = clock
        self.cancellation = cancellation
        self.admit = admit
        self.reporting = reporting
        told = Mutex(("", 0))
    }

    /// Now, in seconds since 1970.
    var now: Double { clock() }

    /// Adds a line to the log.
    func note(_ text: String) { reporting(.note(TaskNote(moment: now, text: text))) }

    /// Tells how far the task is.
    ///
    /// - Throws: `StoreError.cancelled` where it is to end.
    func tell(_ stage: String, _ fraction: Double? = nil) throws {
        try goOn()
        tell(TaskProgress(stage: stage, fraction: fraction))
        // Whoever was told may have had enough.
        try goOn()
    }

    private func goOn() throws {
        if cancellation.isCancelled { throw StoreError.cancelled }
    }

    /// Tells how far the task is in something of many parts.
    func tell(_ stage: String, _ done: Int, of all: Int) throws {
        try tell(stage, all > 0 ? min(1, Double(done) / Double(all)) : nil)
    }

    /// Tells that from here on the task cannot be ended.
    func tellFinishing(_ stage: String) { tell(TaskProgress(stage: stage, isCancellable: false)) }

    private func tell(_ progress: TaskProgress) {
        // Not the clock that is handed in, which may stand still.
        let time = Double(DispatchTime.now().uptimeNanoseconds) / 1e9
        let isDue = told.withLock { told in
            if told.stage == progress.stage, time - told.at < Self.tellingSeconds { return false }
            told = (progress.stage, time)
            return true
        }
        if isDue { reporting(.progress(progress)) }
    }

    /// Runs statements of a connection that may each take long, so that they end when the task is to.
    ///
    /// SQLite is interrupted again and again until it gives in: an interrupt that comes just before a statement starts
    /// is lost. Its own progress handler would not do: a check of a large table is a single step to it.
    ///
    /// - Parameter fraction: how far they are, asked for now and then on another thread.
    func watching<Value>(
        _ queue: DatabaseQueue,
        _ stage: String,
        fraction: @escaping @Sendable () -> Double? = { nil },
        _ body: () throws -> Value
    ) throws -> Value {
        try tell(stage)
        let watch = DispatchQueue(label: "maintenance watch", qos: .userInitiated)
        let timer = DispatchSource.makeTimerSource(queue: watch)
        timer.schedule(deadline: .now(), repeating: .milliseconds(Self.watchMilliseconds))
        timer.setEventHandler { [self] in
            if cancellation.isCancelled { return queue.interrupt() }
            if let fraction = fraction() { tell(TaskProgress(stage: stage, fraction: fraction)) }
        }
        timer.resume()
        defer {
            timer.cancel()
            // Whoever is told must not be told again after the end.
            watch.sync {}
        }
        return try body()
    }

    /// Does something again and again while somebody else has the lock that it needs.
    func patiently<Value>(_ body: () throws -> Value) throws -> Value {
        let start = ContinuousClock.now
        while true {
            do {
                return try body()
            } catch let error as DatabaseError
                where error.resultCode == .SQLITE_BUSY && ContinuousClock.now - start < .seconds(Self.patienceSeconds)
            {
                try tell("Waiting for another program")
            }
        }
    }

    // MARK: Connections

    /// Opens a connection of the task's own that reads, with the face that files of all generations share.
    func openReader() throws -> DatabaseQueue {
        let finding = try LibraryInspection(path: path, isReadOnly: isReadOnly).run()
        return finding.connection
    }

    /// Opens a connection of the task's own that writes, in WAL mode, with the tables of our own.
    func openWriter() throws -> DatabaseQueue {
        guard !isReadOnly else { throw StoreError.readOnly(path: path) }
        let reader = try LibraryInspection(path: path, isReadOnly: false).run().connection
        try reader.read(admit)
        let writer = try Connections.openWriter(path: path, busySeconds: Self.busySeconds)
        try patiently { try writer.writeWithoutTransaction(Connections.prepare) }
        return writer
    }
}
