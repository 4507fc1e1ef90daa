import Foundation
import GRDB

/// Makes verified copies of a library: copied under another name, brought to the disk, opened and checked, and only then
/// called what it is.
struct BackupMaker {
    let run: TaskRun

    /// Makes one in the directory of backups, and deletes those that it makes superfluous.
    ///
    /// - Parameter isWhole: whether it is to be refused where the library is damaged; else it is damaged likewise.
    /// - Returns: its path.
    func make(_ reason: Backup.Reason, isWhole: Bool = true) throws -> String {
        let directory = BackupDirectory(dataDirectory: run.dataDirectory, library: run.path)
        try PromptStore.makeDirectory(directory.path)
        let path = directory.freePath(reason, madeAt: run.now)
        try make(at: path, isWhole: isWhole)
        let deleted = directory.prune(now: run.now)
        if deleted > 0 { run.note("Deleted \(deleted) old backups.") }
        return path
    }

    /// Makes one in a file that is not there yet.
    func make(at path: String, isWhole: Bool = true) throws {
        if FileRoom.exists(path) { throw StoreError.fileExists(path: path) }
        let partial = path + ".partial"
        // What an earlier run has left there when it was killed is worth nothing.
        unlink(partial)
        try PrivateFile.create(partial)
        do {
            try StoreError.translating(path: partial) {
                try copy(to: partial)
                // Page by page it is what the library is.
                guard try !isWhole || Self.isWhole(partial, run) else { throw StoreError.corrupt(path: run.path) }
            }
            try PrivateFile.flush(partial)
            guard rename(partial, path) == 0 else { throw StoreError(systemCode: errno, path: path) }
        } catch {
            PrivateFile.remove(partial)
            throw error
        }
        try PrivateFile.flush((path as NSString).deletingLastPathComponent)
        run.note("Backed up to \(path).")
    }

    private func copy(to partial: String) throws {
        let source = try run.openReader()
        let target = try DatabaseQueue(path: partial, configuration: Connections.configuration(busySeconds: 5))
        try source.read { source in
            let room = try FileRoom(source, path: run.path)
            try FreeSpace(at: partial).require(room.bytes)
            try target.writeWithoutTransaction { target in
                try PageCopy.run(from: source, to: target) { try run.tell("Copying", $0, of: $1) }
                // One file, which nothing has to be beside.
                try target.execute(sql: "PRAGMA journal_mode = DELETE")
            }
        }
        try target.close()
    }

    /// Opens a copy, and finds out whether it is undamaged.
    static func isWhole(_ path: String, _ run: TaskRun) throws -> Bool {
        var configuration = Connections.configuration(busySeconds: 5)
        configuration.readonly = true
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        let findings = try run.watching(queue, "Checking the copy") {
            try queue.read { try String.fetchAll($0, sql: "PRAGMA quick_check(1)") }
        }
        try queue.close()
        return findings == ["ok"]
    }
}
