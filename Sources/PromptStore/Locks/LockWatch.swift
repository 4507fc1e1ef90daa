import Foundation
import Synchronization

/// Finds out who keeps a library locked, and remembers since when that is seen.
final class LockWatch: Sendable {
    private struct Sighting {
        let processID: Int
        let since: ContinuousClock.Instant
    }

    private let path: String
    private let sighting = Mutex<Sighting?>(nil)

    /// - Parameter path: the database.
    init(path: String) { self.path = path }

    /// Looks who has the lock that was waited for.
    ///
    /// - Parameters:
    ///   - start: when the waiting began.
    ///   - now: the present.
    /// - Returns: nil where the system does not show it, or where the lock is free again.
    func holder(waitingSince start: ContinuousClock.Instant, now: ContinuousClock.Instant = .now) -> LockHolder? {
        guard let processID = processID() else {
            released()
            return nil
        }
        let since = sighting.withLock { sighting in
            let since = sighting.flatMap { $0.processID == processID ? $0.since : nil } ?? start
            sighting = Sighting(processID: processID, since: since)
            return since
        }
        return LockHolder(
            processID: processID,
            program: ProcessFile.program(processID),
            isThisProcess: processID == Int(getpid()),
            seconds: Int((now - since).components.seconds)
        )
    }

    /// Forgets what was seen, for the lock was free.
    func released() { sighting.withLock { $0 = nil } }

    private func processID() -> Int? {
        guard let database = FileIdentity(path: path) else { return nil }
        let lock = LockTable.current().blocking(
            database: database,
            index: FileIdentity(path: path + "-shm"),
            ownProcessID: Int(getpid())
        )
        guard let lock else { return nil }
        return lock.processID > 0 ? lock.processID : ProcessFile.holder(ofOpenFileLockOn: lock.file)
    }
}
