import CSQLite
import GRDB

/// Copies all pages of one database into another through SQLite's online backup.
///
/// Whoever has the target open keeps it, and sees it change in one transaction: as it was before, or whole.
final class PageCopy {
    /// 4 MB with the usual page: some 10 ms.
    private static let pagesPerStep: Int32 = 1024

    private var backup: OpaquePointer?

    /// - Parameters:
    ///   - source: to be in a transaction while pages are copied, so that what others commit does not make it begin again.
    ///   - target: outside of a transaction; replaced.
    init(from source: Database, to target: Database) throws {
        backup = sqlite3_backup_init(target.sqliteConnection, "main", source.sqliteConnection, "main")
        if backup == nil { try Self.check(sqlite3_extended_errcode(target.sqliteConnection)) }
    }

    /// Without having finished it takes back what was copied.
    deinit { sqlite3_backup_finish(backup) }

    /// Copies all of one database in one go.
    static func run(from source: Database, to target: Database, _ step: (_ done: Int, _ all: Int) throws -> Void) throws
    {
        try PageCopy(from: source, to: target).finish(step)
    }

    /// Locks the target: until the end only this can write it. The source must not be empty, for that were a whole copy.
    func lock() throws { try Self.check(sqlite3_backup_step(backup, 0)) }

    /// Copies all pages and commits.
    ///
    /// - Parameter step: may end it by throwing; the target then stays as it was.
    func finish(_ step: (_ done: Int, _ all: Int) throws -> Void) throws {
        // However few pages there are, it can be ended before the first.
        try step(0, 0)
        while true {
            let result = sqlite3_backup_step(backup, Self.pagesPerStep)
            if result == SQLITE_DONE { break }
            try Self.check(result)
            let all = Int(sqlite3_backup_pagecount(backup))
            try step(all - Int(sqlite3_backup_remaining(backup)), all)
        }
        defer { backup = nil }
        try Self.check(sqlite3_backup_finish(backup))
    }

    private static func check(_ result: Int32) throws {
        guard result == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: result)) }
    }
}
