import CSQLite
import Foundation
import GRDB

/// Finds out, without changing a byte, whether a file is a library, and what it is if not.
struct LibraryInspection {
    let path: String
    let isReadOnly: Bool

    /// What was found to be in order.
    struct Finding {
        /// Whether the file can only be opened as one that nobody changes.
        let isImmutable: Bool
        /// The connection that was used, the file made to look as documented on it.
        let connection: DatabaseQueue
        /// The version of the layout that it has.
        let layoutVersion: Int
        /// Whether it lacks documented tables or columns.
        let isOlder: Bool
        /// Changes when another connection commits.
        let dataVersion: Int
    }

    /// Looks at the file.
    ///
    /// - Throws: the fact that speaks against opening it.
    func run() throws(StoreError) -> Finding {
        let size = try checkFile()
        let isImmutable = try mustBeImmutable()
        do {
            return try StoreError.translating(path: path) {
                let queue = try Connections.openReader(path: path, isReadOnly: isReadOnly, isImmutable: isImmutable)
                return try queue.read { database in
                    try checkLength(database, fileBytes: size)
                    let layout = try checkTables(database)
                    try UniformFace(layout: layout).put(on: database)
                    return Finding(
                        isImmutable: isImmutable,
                        connection: queue,
                        layoutVersion: layout.version,
                        isOlder: !layout.isWhole,
                        dataVersion: try PromptStore.dataVersion(database)
                    )
                }
            }
        } catch .notSQLite {
            throw contentKind()
        } catch .corrupt {
            // SQLite reads nothing of a database that is longer than its file.
            throw missingBytes(fileBytes: size) ?? .corrupt(path: path)
        }
    }

    private func checkFile() throws(StoreError) -> Int {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw errno == EACCES ? .noPermission(path: path) : .missing(path: path)
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw .directory(path: path)
        default: throw .notRegular(path: path)
        }
        guard access(path, R_OK) == 0 else { throw .noPermission(path: path) }
        if status.st_size == 0 && access(path + "-wal", F_OK) != 0 { throw .empty(path: path) }
        return Int(status.st_size)
    }

    /// A WAL database needs a -shm file beside it, which cannot be made in a directory that is not writable.
    private func mustBeImmutable() throws(StoreError) -> Bool {
        let directory = (path as NSString).deletingLastPathComponent
        return access(directory.isEmpty ? "." : directory, W_OK) != 0 && access(path + "-wal", F_OK) != 0
            && access(path + "-journal", F_OK) != 0
    }

    private func checkLength(_ database: Database, fileBytes: Int) throws {
        guard access(path + "-wal", F_OK) != 0,
            let pages = try Int.fetchOne(database, sql: "PRAGMA page_count"),
            let pageSize = try Int.fetchOne(database, sql: "PRAGMA page_size")
        else { return }
        if pages * pageSize > fileBytes {
            throw StoreError.truncated(path: path, expectedBytes: pages * pageSize, actualBytes: fileBytes)
        }
    }

    private func checkTables(_ database: Database) throws -> LibraryLayout {
        let tables = try String.fetchAll(
            database,
            sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        if tables.isEmpty { throw StoreError.empty(path: path) }
        guard tables.contains("prompts") else { throw StoreError.otherApplication(path: path, tables: tables) }
        if !isReadOnly, let step = try MigrationSteps.unknown(in: database) {
            throw StoreError.newer(path: path, step: step)
        }
        let layout = try LibraryLayout(database)
        guard layout.has("prompts", "id"), layout.has("prompts", "content") else {
            throw StoreError.otherApplication(path: path, tables: tables)
        }
        return layout
    }

    /// What the header of a database says of its length, where that is more than there is.
    private func missingBytes(fileBytes: Int) -> StoreError? {
        guard let header = beginning(100), header.count == 100 else { return nil }
        func number(_ range: Range<Int>) -> Int { header[range].reduce(0) { $0 << 8 | Int($1) } }
        let pageSize = number(16..<18) == 1 ? 65_536 : number(16..<18)
        let expected = number(28..<32) * pageSize
        // The count of pages is one of this change of the file only where both counters agree.
        guard number(24..<28) == number(92..<96), expected > fileBytes else { return nil }
        return .truncated(path: path, expectedBytes: expected, actualBytes: fileBytes)
    }

    private func contentKind() -> StoreError {
        guard let bytes = beginning(512) else { return .noPermission(path: path) }
        let start = String(decoding: bytes, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines).uppercased()
        if start.hasPrefix("{") || start.hasPrefix("[") { return .jsonText(path: path) }
        let openings = ["PRAGMA ", "BEGIN TRANSACTION", "BEGIN;", "CREATE TABLE", "INSERT INTO", "--"]
        return openings.contains { start.hasPrefix($0) } ? .sqlText(path: path) : .notSQLite(path: path)
    }

    /// The first bytes of the file; only for one that no connection has open, whose locks a look would drop.
    private func beginning(_ count: Int) -> [UInt8]? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: count)
        let read = fread(&bytes, 1, count, file)
        return Array(bytes.prefix(read))
    }
}
