import CSQLite
import GRDB
import Synchronization

/// The open connections to one file: a reader for each kind of work, so that none waits for another, and one writer.
///
/// Connections open when they are first used: the first page on the screen needs only one.
final class Connections: Sendable {
    /// What a reading connection is for.
    enum Role: String { case list, dossier, lineage, count, watch }

    private struct Open {
        var readers: [Role: DatabaseQueue] = [:]
        var writer: DatabaseQueue?
    }

    let path: String
    let isReadOnly: Bool
    private let isImmutable: Bool
    private let open = Mutex(Open())

    init(path: String, isReadOnly: Bool, isImmutable: Bool) {
        self.path = path
        self.isReadOnly = isReadOnly
        self.isImmutable = isImmutable
    }

    /// Reads in one transaction, a consistent view of the file.
    func read<Value>(
        _ role: Role,
        cancellation: Cancellation? = nil,
        _ body: (Database) throws -> Value
    ) throws(StoreError) -> Value {
        try StoreError.translating(path: path) {
            let queue = try reader(role)
            return try queue.read { database in
                guard let cancellation else { return try body(database) }
                return try cancellation.guarding(database) { try body(database) }
            }
        }
    }

    /// Writes in one transaction; everything or nothing of it is in the file afterwards.
    func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        guard !isReadOnly else { throw .readOnly(path: path) }
        return try StoreError.translating(path: path) {
            try writer().writeWithoutTransaction { database in
                var result: Value?
                try database.inTransaction(.immediate) {
                    result = try body(database)
                    return .commit
                }
                guard let result else { throw StoreError.cancelled }
                return result
            }
        }
    }

    private func reader(_ role: Role) throws -> DatabaseQueue {
        try open.withLock { open in
            if let queue = open.readers[role] { return queue }
            let queue = try openReader()
            open.readers[role] = queue
            return queue
        }
    }

    private func openReader() throws -> DatabaseQueue {
        var configuration = Self.configuration(busySeconds: 2)
        configuration.readonly = true
        do {
            return try DatabaseQueue(path: isImmutable ? Self.immutableURI(path) : path, configuration: configuration)
        } catch let error as DatabaseError
            where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK && !isReadOnly
        {
            // A crashed writer left a journal behind, which only a writer may roll back.
            _ = try openWriter().read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema") }
            return try DatabaseQueue(path: path, configuration: configuration)
        }
    }

    /// The writer; the first call switches the file to WAL, which opening alone never does.
    private func writer() throws -> DatabaseQueue {
        try open.withLock { open in
            if let queue = open.writer { return queue }
            let queue = try openWriter()
            try queue.writeWithoutTransaction { database in
                if try String.fetchOne(database, sql: "PRAGMA journal_mode") != "wal" {
                    try database.execute(sql: "PRAGMA journal_mode = WAL")
                }
                try LibrarySchema.addOwnTables(to: database)
            }
            open.writer = queue
            return queue
        }
    }

    private func openWriter() throws -> DatabaseQueue {
        var configuration = Self.configuration(busySeconds: 5)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// What every connection has: a file may be hostile, its schema is not trusted.
    static func configuration(busySeconds: Double) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(busySeconds)
        // The seed declares foreign keys but its files never enforced them: orphans exist and must stay readable.
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA trusted_schema = OFF")
            let result = pa_sqlite_set_defensive(database.sqliteConnection)
            guard result == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: result)) }
        }
        return configuration
    }

    static func immutableURI(_ path: String) -> String {
        let escaped = path.unicodeScalars.map { scalar in
            switch scalar {
            case "%": "%25"
            case "?": "%3f"
            case "#": "%23"
            default: String(scalar)
            }
        }
        return "file:" + escaped.joined() + "?immutable=1"
    }
}
