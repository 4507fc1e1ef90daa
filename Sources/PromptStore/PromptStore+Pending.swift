import Foundation
import GRDB

/// Changes that cannot be made at once, because the library is locked, are kept in a file beside it until they can.
extension PromptStore {
    /// Where changes wait.
    public var pendingPath: String { path + ".pending" }
    /// Where those are put that no longer fit when their turn comes.
    public var refusedPath: String { pendingPath + ".refused" }

    private var pending: PendingFile { PendingFile(path: pendingPath) }

    /// Whether changes wait.
    public var hasPendingChanges: Bool { pending.exists }

    /// Makes a change, or where the library is locked keeps it; when this returns, it is on the disk either way.
    ///
    /// - Throws: what speaks against it; nothing has been changed or kept then.
    public func submit(_ change: Change) throws(StoreError) -> Submission {
        guard !isReadOnly else { throw .readOnly(path: path) }
        // What was asked for first is made first.
        if hasPendingChanges {
            try keep(change)
            return .kept(connections.lockHolder())
        }
        do throws(StoreError) {
            return .saved(try make(change))
        } catch .locked(let path, let holder) {
            do throws(StoreError) {
                try keep(change)
            } catch {
                throw .locked(path: path, by: holder)
            }
            return .kept(holder)
        }
    }

    private func keep(_ change: Change) throws(StoreError) {
        let record = PendingRecord(key: UUID().uuidString, change: change, sessionID: sessionID, seconds: now)
        try pending.append(try line { try record.line() })
    }

    /// Makes the changes that wait, in their order and each once, up to the first that has to wait further.
    ///
    /// Those that no longer fit are put aside with the reason.
    public func settle() throws(StoreError) -> Settlement {
        guard !isReadOnly else { throw .readOnly(path: path) }
        var settlement = Settlement()
        try pending.consume { lines throws(StoreError) in
            let records = lines.map { PendingRecord(line: $0) }
            let keys = records.compactMap { $0?.key }
            var refused: [RefusedRecord] = []
            for (index, record) in records.enumerated() {
                guard let record else {
                    refused.append(RefusedRecord(reason: "This line is not whole.", line: lines[index]))
                    continue
                }
                do throws(StoreError) {
                    if try make(record, of: keys) { settlement.landed.append(record.change) }
                } catch {
                    if error.isPassing {
                        settlement.remaining = records.count - index
                        settlement.obstacle = error
                        return false
                    }
                    refused.append(RefusedRecord(reason: error.sentence, line: lines[index]))
                }
            }
            for record in refused {
                try PendingFile(path: refusedPath).append(try line { try record.encoded() })
                settlement.refused.append(record.reason)
            }
            return true
        }
        return settlement
    }

    /// Makes a change that waited, unless that was done before.
    ///
    /// - Parameter keys: those of all changes that wait; what was noted of others is of no use any more.
    /// - Returns: whether it was made just now.
    private func make(_ record: PendingRecord, of keys: [String]) throws(StoreError) -> Bool {
        try connections.write { database in
            guard try note(record.key, of: keys, in: database) else { return false }
            _ = try make(record.change, sessionID: record.sessionID, seconds: record.seconds, in: database)
            return true
        }
    }

    /// Notes that a change is made, in the transaction that makes it.
    ///
    /// - Returns: whether it was not before.
    private func note(_ key: String, of keys: [String], in database: Database) throws -> Bool {
        try database.execute(sql: LibrarySchema.settledChanges)
        let all = String(decoding: try JSONEncoder().encode(keys), as: UTF8.self)
        try database.execute(
            sql: "DELETE FROM main.pa_settled WHERE key NOT IN (SELECT value FROM json_each(?))",
            arguments: [all]
        )
        try database.execute(sql: "INSERT OR IGNORE INTO main.pa_settled (key) VALUES (?)", arguments: [key])
        return database.changesCount == 1
    }

    private func line(_ encode: () throws -> Data) throws(StoreError) -> Data {
        do { return try encode() } catch { throw .database(path: path, detail: "\(error)") }
    }
}

/// A change that was put aside, as a line of the file of those.
private struct RefusedRecord: Encodable {
    let reason: String
    /// The line as it was found.
    let found: String

    init(reason: String, line: Data) {
        self.reason = reason
        found = String(decoding: line, as: UTF8.self)
    }

    func encoded() throws -> Data { try JSONEncoder().encode(self) + Data("\n".utf8) }
}

extension StoreError {
    /// Whether what speaks against a change now may be over at another time.
    fileprivate var isPassing: Bool {
        switch self {
        case .locked, .diskFull, .readOnly, .inputOutput, .noPermission, .foreignObjects, .corrupt, .newer: true
        default: false
        }
    }
}
