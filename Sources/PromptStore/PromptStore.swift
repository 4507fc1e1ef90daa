import Foundation
import GRDB
import Synchronization

/// A library of prompts in one SQLite file: the only door to it. Safe to call from any thread; calls block.
public final class PromptStore: Sendable {
    /// The file.
    public let path: String
    /// Whether nothing may be written.
    public let isReadOnly: Bool
    /// Names this run of the program in what it writes.
    public let sessionID: String
    let connections: Connections
    private let seenVersion: Mutex<Int>
    private let clock: @Sendable () -> Double

    /// Opens an existing library; changes nothing in it.
    ///
    /// - Parameters:
    ///   - path: the file, absolute.
    ///   - isReadOnly: never write, whatever is asked for.
    ///   - clock: seconds since 1970.
    /// - Throws: the fact that speaks against opening it.
    public init(
        path: String,
        isReadOnly: Bool = false,
        sessionID: String = UUID().uuidString.lowercased(),
        clock: @escaping @Sendable () -> Double = { Date().timeIntervalSince1970 }
    ) throws(StoreError) {
        let finding = try LibraryInspection(path: path, isReadOnly: isReadOnly).run()
        self.path = path
        self.isReadOnly = isReadOnly
        self.sessionID = sessionID
        self.clock = clock
        seenVersion = Mutex(finding.dataVersion)
        connections = Connections(
            path: path,
            isReadOnly: isReadOnly,
            isImmutable: finding.isImmutable,
            first: finding.connection
        )
    }

    /// Now, in seconds since 1970.
    var now: Double { clock() }

    /// Creates a new library, readable by its owner only, in a directory that is made if it is missing.
    ///
    /// - Throws: `StoreError.alreadyExists` when there is a file with content at `path`.
    public static func create(at path: String) throws(StoreError) {
        let directory = (path as NSString).deletingLastPathComponent
        if !directory.isEmpty && access(directory, F_OK) != 0 {
            do {
                try FileManager.default.createDirectory(
                    atPath: directory,
                    withIntermediateDirectories: true,
                    attributes: [.posixPermissions: 0o700]
                )
            } catch {
                throw .noPermission(path: directory)
            }
        }
        var status = stat()
        if stat(path, &status) == 0 {
            if status.st_size > 0 { throw .alreadyExists(path: path) }
        } else {
            let descriptor = Glibc.open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw .noPermission(path: path) }
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
        let version = try connections.read(.list) { try LibraryInspection.dataVersion($0) }
        return seenVersion.withLock { seen in
            defer { seen = version }
            return seen != version
        }
    }
}
