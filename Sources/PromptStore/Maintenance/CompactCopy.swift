import Foundation
import GRDB

/// Rebuilds a library without gaps: what VACUUM does, but so that it can be ended at any moment, and others may write
/// until the very end.
///
/// VACUUM writes a compact copy and then copies that back, heedless of interrupts, with the library locked all the time.
/// Here the copy is made of a snapshot; only while it is put back, in one transaction, is the library locked. Where
/// somebody has written meanwhile it is made anew, this time with the library locked.
struct CompactCopy {
    let run: TaskRun
    /// The first without a lock; between the lock of a further one and that of the copying there is just a moment.
    private static let mostAttempts = 4
    /// What else is to be done to the copy before it is put back; it is in no transaction.
    let improve: (DatabaseQueue) throws -> Void

    /// Rebuilds it.
    ///
    /// - Parameters:
    ///   - library: one connection, whose snapshot is copied.
    ///   - writer: another one, which puts the copy back.
    func rebuild(_ library: DatabaseQueue, _ writer: DatabaseQueue) throws {
        let room = try library.read { try FileRoom($0, path: run.path) }
        let copy = try CopyPlace(library: run.path).choose(forBytes: room.bytes)
        defer { PrivateFile.remove(copy) }
        for attempt in 0..<Self.mostAttempts {
            if attempt > 0 { run.note("Somebody has written meanwhile; once more, with the library locked.") }
            let lock = attempt > 0 ? try WriteLock(run) : nil
            if try put(copy, of: library, room, into: writer, releasing: lock) { return }
            PrivateFile.remove(copy)
        }
        throw StoreError.locked(path: run.path)
    }

    /// Makes the copy and puts it in the place of the library.
    ///
    /// - Parameter lock: keeps others from writing until the copying has a lock of its own.
    /// - Returns: whether nobody has written meanwhile; else nothing has happened.
    private func put(
        _ copy: String,
        of library: DatabaseQueue,
        _ room: FileRoom,
        into writer: DatabaseQueue,
        releasing lock: WriteLock?
    ) throws -> Bool {
        let version = try library.read(PromptStore.dataVersion)
        try write(copy, of: library, room)
        let source = try Self.open(copy)
        return try source.read { source in
            // From here on it is in a transaction: no page of it changes.
            guard try FileRoom(source, path: copy).pages > 0 else { throw StoreError.corrupt(path: run.path) }
            return try writer.writeWithoutTransaction { target in
                let pages = try PageCopy(from: source, to: target)
                try lock?.release()
                try run.patiently { try pages.lock() }
                // Looked at after the lock, so that nobody's change can get between and be lost.
                guard try library.read(PromptStore.dataVersion) == version else { return false }
                try pages.finish { try run.tell("Putting it back", $0, of: $1) }
                return true
            }
        }
    }

    private func write(_ copy: String, of library: DatabaseQueue, _ room: FileRoom) throws {
        let expected = max(1, (room.pages - room.freePages) * room.pageBytes)
        try run.watching(
            library,
            "Writing a compact copy",
            fraction: { min(1, Double(FileRoom.bytes(of: copy)) / Double(expected)) }
        ) {
            try library.writeWithoutTransaction { try $0.execute(sql: "VACUUM main INTO ?", arguments: [copy]) }
        }
        let queue = try Self.open(copy)
        try improve(queue)
        let findings = try run.watching(queue, "Checking the copy") {
            try queue.read { try String.fetchAll($0, sql: "PRAGMA quick_check(1)") }
        }
        guard findings == ["ok"] else { throw StoreError.corrupt(path: run.path) }
        try queue.close()
    }

    /// Nobody needs the copy after a power cut, so nothing has to wait for the disk.
    private static func open(_ copy: String) throws -> DatabaseQueue {
        var configuration = Connections.configuration(busySeconds: 5)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = OFF")
            try database.execute(sql: "PRAGMA journal_mode = MEMORY")
        }
        return try DatabaseQueue(path: copy, configuration: configuration)
    }
}

/// Keeps all others from writing to a library, but not from reading.
private final class WriteLock {
    private let queue: DatabaseQueue

    init(_ run: TaskRun) throws {
        var configuration = Connections.configuration(busySeconds: TaskRun.busySeconds)
        configuration.allowsUnsafeTransactions = true
        queue = try DatabaseQueue(path: run.path, configuration: configuration)
        try run.patiently { try queue.writeWithoutTransaction { try $0.beginTransaction(.immediate) } }
    }

    func release() throws { try queue.writeWithoutTransaction { try $0.rollback() } }
}
