import Foundation
import GRDB

extension StoreError {
    /// Runs `body`, turning what SQLite throws into a fact about the library at `path`.
    ///
    /// - Parameter locks: what has been seen of its locks before.
    static func translating<Value>(
        path: String,
        locks: LockWatch? = nil,
        _ body: () throws -> Value
    ) throws(StoreError) -> Value {
        let start = ContinuousClock.now
        do {
            return try body()
        } catch let error as StoreError {
            throw error
        } catch let error as DatabaseError {
            let fact = StoreError(error, path: path)
            guard case .locked = fact else { throw fact }
            throw .locked(path: path, by: (locks ?? LockWatch(path: path)).holder(waitingSince: start))
        } catch {
            throw .database(path: path, detail: "\(error)")
        }
    }

    init(_ error: DatabaseError, path: String) {
        let detail = error.message ?? "code \(error.extendedResultCode.rawValue)"
        self =
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: .locked(path: path)
            case .SQLITE_FULL: .diskFull(path: path)
            case .SQLITE_READONLY: .readOnly(path: path)
            case .SQLITE_CORRUPT: .corrupt(path: path)
            case .SQLITE_NOTADB: .notSQLite(path: path)
            case .SQLITE_INTERRUPT: .cancelled
            case .SQLITE_IOERR: .inputOutput(path: path, detail: detail)
            case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .noPermission(path: path)
            default: .database(path: path, detail: detail)
            }
    }

    /// What the system's `errno` says about a file or directory.
    init(systemCode: Int32, path: String) {
        self =
            switch systemCode {
            case EACCES, EPERM: .noPermission(path: path)
            case EROFS: .readOnly(path: path)
            case ENOSPC, EDQUOT: .diskFull(path: path)
            default: .inputOutput(path: path, detail: String(cString: strerror(systemCode)))
            }
    }
}
