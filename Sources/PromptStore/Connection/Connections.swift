import CSQLite
import GRDB
import Logging
import Synchronization

/// The open connections to one file: a reader for each kind of work, so that none waits for another, and one writer.
///
/// Connections open when they are first used: the first page on the screen needs only one.
final class Connections: Sendable {
    /// What a reading connection is for.
    enum Role: Int, CaseIterable { case list, dossier, lineage, count, ids, tags, facets }

    /// A connection that may not be open yet. One of its own for each, so that none waits while another opens.
    private final class Lazy: Sendable {
        private let queue: Mutex<DatabaseQueue?>
        /// The version of the layout that the connection's face was made for.
        private let facedVersion: Mutex<Int?>

        init() {
            queue = Mutex(nil)
            facedVersion = Mutex(nil)
        }

        init(_ finding: LibraryInspection.Finding) {
            queue = Mutex(finding.connection)
            facedVersion = Mutex(finding.layoutVersion)
        }

        func opened(by open: () throws -> DatabaseQueue) rethrows -> DatabaseQueue {
            try queue.withLock { queue in
                if let queue { return queue }
                let opened = try open()
                queue = opened
                return opened
            }
        }

        /// Makes the file look as documented, anew where some program has changed its layout.
        ///
        /// - Parameter prepare: what has to be done first where it has.
        func keepFace(on database: Database, after prepare: () throws -> Void = {}) throws {
            let version = try LibraryLayout.version(database)
            try facedVersion.withLock { faced in
                if faced == version { return }
                try prepare()
                try UniformFace.renew(on: database)
                faced = try LibraryLayout.version(database)
            }
        }
    }

    /// Seconds for which a change waits for the lock of others; then it is kept elsewhere.
    private static let patience = 0.3

    let path: String
    let isReadOnly: Bool
    /// How the lineage's reader finds what hangs on a prompt.
    let children = ChildrenLookup()
    /// How the list's reader walks each order.
    let orders = ListOrders()
    private let isImmutable: Bool
    private let readers: [Lazy]
    private let writing = Lazy()
    private let locks: LockWatch
    private let log: Logger
    private let admission = Mutex(Admission())

    /// - Parameter finding: of the inspection, whose connection goes on as the list's reader.
    init(path: String, isReadOnly: Bool, finding: LibraryInspection.Finding, log: Logger) {
        self.path = path
        self.log = log
        self.isReadOnly = isReadOnly
        isImmutable = finding.isImmutable
        locks = LockWatch(path: path)
        readers = Role.allCases.map { $0 == .list ? Lazy(finding) : Lazy() }
    }

    /// Reads in one transaction, a consistent view of the file.
    func read<Value>(
        _ role: Role,
        cancellation: Cancellation? = nil,
        _ body: (Database) throws -> Value
    ) throws(StoreError) -> Value {
        try StoreError.translating(path: path, locks: locks) {
            let reader = readers[role.rawValue]
            return try reader.opened(by: openReader).read { database in
                try reader.keepFace(on: database)
                guard let cancellation else { return try body(database) }
                return try cancellation.guarding(database) { try body(database) }
            }
        }
    }

    /// Writes in one transaction; everything or nothing of it is in the file afterwards.
    ///
    /// - Throws: `StoreError.foreignObjects` where the file has some that have not been allowed.
    func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        guard !isReadOnly else { throw .readOnly(path: path) }
        let start = ContinuousClock.now
        do throws(StoreError) {
            let value = try transaction(body)
            log.debug("Committed to \(path) after \(ContinuousClock.now - start).")
            return value
        } catch {
            log.debug("Nothing was written to \(path): \(error.fact)")
            throw error
        }
    }

    private func transaction<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        try StoreError.translating(path: path, locks: locks) {
            try writing.opened { try Self.openWriter(path: path, busySeconds: Self.patience) }.writeWithoutTransaction {
                database in
                try admission.withLock { try $0.check(database, path: path) }
                try Self.prepare(database)
                // Not inside the transaction, whose end might undo it.
                try writing.keepFace(on: database) { try LibrarySchema.addOwnTables(to: database) }
                var result: Value?
                try database.inTransaction(.immediate) {
                    result = try body(database)
                    return .commit
                }
                locks.released()
                guard let result else { throw StoreError.cancelled }
                return result
            }
        }
    }

    /// Who has the lock at this moment, where somebody has and the system shows it.
    func lockHolder() -> LockHolder? { locks.holder(waitingSince: .now) }

    /// Lets writes go ahead although the file has these.
    func allow(_ objects: [ForeignObject]) { admission.withLock { $0.allow(objects) } }

    private func openReader() throws -> DatabaseQueue {
        try Self.openReader(path: path, isReadOnly: isReadOnly, isImmutable: isImmutable)
    }

    /// Opens a connection that cannot write.
    static func openReader(path: String, isReadOnly: Bool, isImmutable: Bool) throws -> DatabaseQueue {
        var configuration = configuration(busySeconds: 2)
        configuration.readonly = true
        configuration.prepareDatabase { $0.add(function: DerivedTable.momentFunction) }
        let name = isImmutable ? immutableURI(path) : path
        do {
            return try DatabaseQueue(path: name, configuration: configuration)
        } catch let error as DatabaseError
            where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK && !isReadOnly
        {
            // A crashed writer left a journal behind, which only a writer may roll back.
            _ = try openWriter(path: path).read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema") }
            return try DatabaseQueue(path: name, configuration: configuration)
        }
    }

    /// Makes the file ready for the first write: in WAL mode, which opening alone never sets, with our tables.
    static func prepare(_ database: Database) throws {
        if try String.fetchOne(database, sql: "PRAGMA journal_mode") != "wal" {
            try database.execute(sql: "PRAGMA journal_mode = WAL")
        }
        try LibrarySchema.addOwnTables(to: database)
    }

    /// Opens a connection that writes, and changes nothing yet.
    static func openWriter(path: String, busySeconds: Double = 5) throws -> DatabaseQueue {
        var configuration = configuration(busySeconds: busySeconds)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            // Those of some generations change scores and times of whatever is touched; those of a hostile file do worse.
            let result = pa_sqlite_disable_triggers(database.sqliteConnection)
            guard result == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: result)) }
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// What every connection has: a file may be hostile, its schema is not trusted.
    static func configuration(busySeconds: Double) -> Configuration {
        prepared
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

    private static let prepared: Void = pa_sqlite_prepare()

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
