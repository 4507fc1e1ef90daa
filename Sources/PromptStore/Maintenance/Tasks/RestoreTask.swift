import Foundation
import GRDB

/// Puts a backup in the place of what the library holds, after backing that up.
///
/// It writes into the library through SQLite, so that whoever has it open sees the change. A file that was renamed over
/// it would have the log of the old one beside it, which SQLite would replay.
struct RestoreTask: TaskWork {
    /// The backup.
    let source: String

    func perform(_ run: TaskRun) throws -> TaskReport {
        let backup = try LibraryInspection(path: source, isReadOnly: true).run().connection
        guard try BackupMaker.isWhole(source, run) else { throw StoreError.corrupt(path: source) }
        let room = try backup.read { try FileRoom($0, path: source) }
        let former = try setAside(run, neededBytes: room.bytes)
        try write(backup, pageBytes: room.pageBytes, run)
        let prompts = try backup.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM prompts") ?? 0 }
        let undo = former.map { " What was there before is in \($0)." } ?? ""
        return TaskReport(
            "Restored \(source).\(undo)",
            values: [
                .init("restored from", .text(source)), .init("backup of what was there", .init(former)),
                .init("prompts", .count(prompts)), .init("size", .bytes(room.bytes)),
            ]
        )
    }

    /// Keeps what there is.
    ///
    /// - Returns: where; nil where there was nothing.
    private func setAside(_ run: TaskRun, neededBytes: Int) throws -> String? {
        do throws(StoreError) {
            _ = try LibraryInspection(path: run.path, isReadOnly: false).run()
        } catch {
            switch error {
            case .missing, .empty:
                try PromptStore.makeDirectory((run.path as NSString).deletingLastPathComponent)
                if !FileRoom.exists(run.path) { try PrivateFile.create(run.path) }
                return nil
            case .corrupt, .truncated, .notSQLite: return try moveAside(run)
            default: throw error
            }
        }
        try FreeSpace(at: run.path).require(neededBytes)
        let maker = BackupMaker(run: run)
        do {
            return try maker.make(.restore)
        } catch StoreError.corrupt {
            run.note("The library is damaged; its backup is so too.")
            return try maker.make(.restore, isWhole: false)
        }
    }

    /// What SQLite does not even open nobody has open, so it can get another name.
    private func moveAside(_ run: TaskRun) throws -> String {
        let moment = BackupName(library: run.path, reason: .restore, madeAt: run.now).moment
        let target = "\(run.path).damaged-\(moment)"
        if FileRoom.exists(target) { throw StoreError.fileExists(path: target) }
        for ending in ["-journal", "-wal", "-shm", ""] where FileRoom.exists(run.path + ending) {
            guard rename(run.path + ending, target + ending) == 0 else {
                throw StoreError(systemCode: errno, path: run.path)
            }
        }
        try PrivateFile.create(run.path)
        return target
    }

    private func write(_ backup: DatabaseQueue, pageBytes: Int, _ run: TaskRun) throws {
        let library = try Connections.openWriter(path: run.path, busySeconds: TaskRun.busySeconds)
        try library.writeWithoutTransaction { target in
            let isNew = try Int.fetchOne(target, sql: "PRAGMA page_count") == 0
            let isOfOtherPages = try Int.fetchOne(target, sql: "PRAGMA page_size") != pageBytes
            // Of a database in WAL mode the size of its pages cannot change.
            let mode = isNew || isOfOtherPages ? "DELETE" : "WAL"
            try run.patiently { try target.execute(sql: "PRAGMA journal_mode = \(mode)") }
            try backup.read { source in
                let pages = try PageCopy(from: source, to: target)
                try run.patiently { try pages.lock() }
                try pages.finish { try run.tell("Restoring", $0, of: $1) }
            }
            try checkpoint(target, run)
        }
        try library.close()
    }

    /// Brings the log into the file, as far as others that read let it.
    private func checkpoint(_ target: Database, _ run: TaskRun) throws {
        run.tellFinishing("Writing the file")
        _ = try Row.fetchAll(target, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
}
