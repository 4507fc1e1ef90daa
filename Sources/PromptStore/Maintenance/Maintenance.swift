import Foundation
import Logging
import Synchronization

/// The maintenance of one library file: the one implementation behind the menu and the command line.
///
/// It works on connections of its own, and on files that are too damaged to be browsed. Of the tasks that write one
/// runs at a time.
public final class Maintenance: Sendable {
    /// The file.
    public let path: String
    /// Whether nothing may be written.
    public let isReadOnly: Bool
    /// Where backups are kept.
    public let dataDirectory: String
    private let log: Logger
    private let clock: @Sendable () -> Double
    private let admission = Mutex(Admission())
    private let isWriting = Atomic<Bool>(false)

    /// - Parameters:
    ///   - path: the file, absolute; looked at only when something is asked for.
    ///   - isReadOnly: never write to it.
    ///   - dataDirectory: the directory in whose `backups` backups are kept.
    ///   - log: is told what tasks do.
    ///   - clock: seconds since 1970.
    public init(
        path: String,
        isReadOnly: Bool,
        dataDirectory: String,
        log: Logger = .silent,
        clock: @escaping @Sendable () -> Double = { Date().timeIntervalSince1970 }
    ) {
        self.path = path
        self.isReadOnly = isReadOnly
        self.dataDirectory = dataDirectory
        self.log = log
        self.clock = clock
    }

    /// Now, in seconds since 1970.
    var now: Double { clock() }

    /// Does a task, on the calling thread.
    ///
    /// - Parameters:
    ///   - cancellation: ends it within 100 ms, but for stages that are told to be past that.
    ///   - reporting: is told how far it is, and the lines of its log; from any thread, never after the end.
    /// - Throws: what speaks against it, or has ended it; the library is then as it was.
    public func perform(
        _ task: MaintenanceTask,
        cancellation: Cancellation,
        reporting: @escaping @Sendable (TaskEvent) -> Void
    ) throws(StoreError) -> TaskReport {
        let run = TaskRun(
            path: path,
            isReadOnly: isReadOnly,
            dataDirectory: dataDirectory,
            clock: clock,
            cancellation: cancellation,
            admit: { [self] database in try admission.withLock { try $0.check(database, path: path) } },
            reporting: { [log] event in
                if case .note(let note) = event { log.debug("\(note.text)") }
                reporting(event)
            }
        )
        if task.writes && isReadOnly { throw .readOnly(path: path) }
        let start = run.now
        run.note("\(task.kind.title) of \(path) begins.")
        do throws(StoreError) {
            let report = try StoreError.translating(path: path) {
                try inTurn(task, run) { try task.work.perform(run) }
            }
            run.note(report.headline)
            // A rehearsal leaves the library as it is, to the byte.
            if task.isRehearsal { return report }
            TaskMemory(path: path, isReadOnly: isReadOnly).remember(task.kind, report, from: start, to: run.now)
            return report
        } catch {
            run.note(error == .cancelled ? "Cancelled." : error.sentence)
            throw error
        }
    }

    /// Lets tasks write although the file has these triggers and views.
    public func allow(_ objects: [ForeignObject]) { admission.withLock { $0.allow(objects) } }

    /// How each task that the library remembers ended when it ran last.
    public func lastRuns() throws(StoreError) -> [MaintenanceTask.Kind: LastRun] {
        try TaskMemory(path: path, isReadOnly: isReadOnly).lastRuns()
    }

    /// The backups in the data directory, those of other libraries too, the newest first.
    public func backups() -> [Backup] { BackupDirectory(dataDirectory: dataDirectory, library: path).backups() }

    /// The same as a report.
    public func backupList() -> TaskReport {
        let backups = backups()
        let table = TaskReport.Table(
            "backups",
            columns: ["made", "library", "reason", "size", "file"],
            rows: backups.map { backup in
                let library = backup.isOfThisLibrary ? "this" : "another \(backup.libraryName)"
                return [
                    .moment(backup.madeAt), .text(library), .text(backup.reason.title), .bytes(backup.bytes),
                    .text(backup.path),
                ]
            }
        )
        let count = backups.count { $0.isOfThisLibrary }
        return TaskReport("Backups of this library in \(dataDirectory)/backups: \(count).", tables: [table])
    }

    /// Waits until no other task writes, where this one does.
    private func inTurn<Value>(_ task: MaintenanceTask, _ run: TaskRun, _ body: () throws -> Value) throws -> Value {
        guard task.writes else { return try body() }
        while !isWriting.compareExchange(expected: false, desired: true, ordering: .acquiringAndReleasing).exchanged {
            try run.tell("Waiting for another task")
            usleep(20_000)
        }
        defer { isWriting.store(false, ordering: .releasing) }
        return try body()
    }
}

extension PromptStore {
    /// Does a piece of maintenance, on the calling thread, while this store goes on reading and writing.
    ///
    /// `Maintenance.perform` says more.
    public func perform(
        _ task: MaintenanceTask,
        cancellation: Cancellation,
        reporting: @escaping @Sendable (TaskEvent) -> Void
    ) throws(StoreError) -> TaskReport {
        try maintenance.perform(task, cancellation: cancellation, reporting: reporting)
    }
}
