import CSQLite
import GRDB

/// Copies all pages of one database into another through SQLite's online backup.
///
/// Whoever has the target open keeps it, and sees it change in one transaction: as it was before, or whole.
struct PageCopy {
    /// 4 MB with the usual page: some 10 ms.
    private static let pagesPerStep: Int32 = 1024

    private let backup: OpaquePointer
    private let target: Database

    /// - Parameters:
    ///   - source: read in a transaction, so that what others commit meanwhile does not make it begin again.
    ///   - target: outside of a transaction; replaced.
    static func run(from source: Database, to target: Database, step: (_ done: Int, _ all: Int) throws -> Void) throws {
        guard let backup = sqlite3_backup_init(target.sqliteConnection, "main", source.sqliteConnection, "main") else {
            throw DatabaseError(resultCode: .init(rawValue: sqlite3_extended_errcode(target.sqliteConnection)))
        }
        let copy = PageCopy(backup: backup, target: target)
        do {
            while try copy.step() {
                try step(copy.pages - copy.remaining, copy.pages)
            }
        } catch {
            // Takes back what was copied.
            sqlite3_backup_finish(backup)
            throw error
        }
        try copy.check(sqlite3_backup_finish(backup))
    }

    private var pages: Int { Int(sqlite3_backup_pagecount(backup)) }
    private var remaining: Int { Int(sqlite3_backup_remaining(backup)) }

    /// Copies some pages.
    ///
    /// - Returns: whether there are more.
    private func step() throws -> Bool {
        let result = sqlite3_backup_step(backup, Self.pagesPerStep)
        if result == SQLITE_DONE { return false }
        try check(result)
        return true
    }

    private func check(_ result: Int32) throws {
        guard result == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: result)) }
    }
}
