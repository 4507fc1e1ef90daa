import Foundation
import GRDB
import Logging
import Synchronization

/// A library of prompts in one SQLite file: the only door to it. Safe to call from any thread; calls block.
public final class PromptStore: Sendable {
    /// The file.
    public let path: String
    /// Whether nothing may be written.
    public let isReadOnly: Bool
    /// Names this run of the program in what it writes.
    public let sessionID: String
    /// The maintenance of the file.
    public let maintenance: Maintenance
    let author: String
    /// Whether it had the layout of an earlier version when it was opened.
    public let isOlder: Bool
    let connections: Connections
    private let seenVersion: Mutex<Int>
    private let clock: @Sendable () -> Double

    /// Opens an existing library; changes nothing in it.
    ///
    /// - Parameters:
    ///   - path: the file, absolute.
    ///   - isReadOnly: never write, whatever is asked for.
    ///   - dataDirectory: where backups are kept; nil keeps them beside the file.
    ///   - author: who edits, as the history notes it.
    ///   - log: is told of every transaction and of maintenance, and never of what a prompt says.
    ///   - clock: seconds since 1970.
    /// - Throws: the fact that speaks against opening it.
    public init(
        path: String,
        isReadOnly: Bool = false,
        dataDirectory: String? = nil,
        sessionID: String = UUID().uuidString.lowercased(),
        author: String = NSUserName(),
        log: Logger = .silent,
        clock: @escaping @Sendable () -> Double = { Date().timeIntervalSince1970 }
    ) throws(StoreError) {
        let finding = try LibraryInspection(path: path, isReadOnly: isReadOnly).run()
        self.path = path
        self.isReadOnly = isReadOnly
        self.sessionID = sessionID
        self.author = author
        self.clock = clock
        maintenance = Maintenance(
            path: path,
            isReadOnly: isReadOnly,
            dataDirectory: dataDirectory ?? (path as NSString).deletingLastPathComponent,
            log: log,
            clock: clock
        )
        isOlder = finding.isOlder
        connections = Connections(path: path, isReadOnly: isReadOnly, finding: finding, log: log)
        seenVersion = Mutex(finding.dataVersion)
    }

    /// Now, in seconds since 1970.
    var now: Double { clock() }

    /// Creates a new library, readable by its owner only, in a directory that is made if it is missing.
    ///
    /// - Throws: `StoreError.alreadyExists` when there is a file with content at `path`.
    public static func create(at path: String) throws(StoreError) {
        let parent = (path as NSString).deletingLastPathComponent
        let directory = parent.isEmpty ? "." : parent
        try makeDirectory(directory)
        var status = stat()
        if stat(path, &status) == 0 {
            if status.st_mode & S_IFMT == S_IFDIR { throw .directory(path: path) }
            if status.st_size > 0 && !isEmptyDatabase(path) { throw .alreadyExists(path: path) }
        } else {
            let descriptor = Glibc.open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw StoreError(systemCode: errno, path: directory) }
            close(descriptor)
        }
        try StoreError.translating(path: path) {
            let queue = try DatabaseQueue(path: path, configuration: Connections.configuration(busySeconds: 5))
            try queue.write { try LibrarySchema.create(in: $0) }
            try queue.close()
        }
    }

    /// Whether another connection, of this process or another, has committed since the last call, or since opening.
    public func hasChanged() throws(StoreError) -> Bool {
        let version = try connections.read(.list, Self.dataVersion)
        return seenVersion.withLock { seen in
            defer { seen = version }
            return seen != version
        }
    }

    /// A number that changes when another connection has committed; each connection has its own.
    static func dataVersion(_ database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "PRAGMA data_version") ?? 0
    }

    private static func isEmptyDatabase(_ path: String) -> Bool {
        do throws(StoreError) {
            _ = try LibraryInspection(path: path, isReadOnly: true).run()
            return false
        } catch {
            return error == .empty(path: path)
        }
    }

    /// Makes a directory, and those above it, for its owner only.
    static func makeDirectory(_ path: String) throws(StoreError) {
        if access(path, F_OK) == 0 || mkdir(path, 0o700) == 0 { return }
        guard errno == ENOENT else { throw StoreError(systemCode: errno, path: path) }
        try makeDirectory((path as NSString).deletingLastPathComponent)
        guard mkdir(path, 0o700) == 0 else { throw StoreError(systemCode: errno, path: path) }
    }
}
