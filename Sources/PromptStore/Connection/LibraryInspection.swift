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
        /// The connection that was used.
        let connection: DatabaseQueue
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
                    try checkTables(database)
                    return Finding(
                        isImmutable: isImmutable,
                        connection: queue,
                        dataVersion: try Self.dataVersion(database)
                    )
                }
            }
        } catch .notSQLite {
            // No connection is open and SQLite wants nothing of this file, so its locks cannot be lost by a look.
            throw contentKind()
        }
    }

    /// A number that changes when another connection has committed.
    static func dataVersion(_ database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "PRAGMA data_version") ?? 0
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

    private func checkTables(_ database: Database) throws {
        let tables = try String.fetchAll(
            database,
            sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        if tables.isEmpty { throw StoreError.empty(path: path) }
        guard tables.contains("prompts") else { throw StoreError.otherApplication(path: path, tables: tables) }
        if tables.contains("pa_migrations"), !isReadOnly,
            let step = try String.fetchOne(database, sql: "SELECT name FROM pa_migrations LIMIT 1")
        {
            throw StoreError.newer(path: path, step: step)
        }
        let present = try columns(database)
        guard present["prompts", default: []].isSuperset(of: ["id", "content"]) else {
            throw StoreError.otherApplication(path: path, tables: tables)
        }
        let missing = LibrarySchema.columns.flatMap { table, columns in
            guard let present = present[table] else { return ["table \(table)"] }
            return columns.filter { !present.contains($0) }.map { "\(table).\($0)" }
        }
        if !missing.isEmpty { throw StoreError.incompleteLayout(path: path, missing: missing) }
    }

    /// The columns of the documented tables that are there.
    private func columns(_ database: Database) throws -> [String: Set<String>] {
        let names = LibrarySchema.columns.map { "'\($0.table)'" }.joined(separator: ", ")
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT t.name, c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c
                WHERE t.type = 'table' AND t.name IN (\(names))
                """
        )
        return Dictionary(grouping: rows) { $0[0] as String }.mapValues { Set($0.map { $0[1] as String }) }
    }

    private func contentKind() -> StoreError {
        guard let file = fopen(path, "r") else { return .noPermission(path: path) }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 512)
        let count = fread(&bytes, 1, bytes.count, file)
        let start = String(decoding: bytes.prefix(count), as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines).uppercased()
        if start.hasPrefix("{") || start.hasPrefix("[") { return .jsonText(path: path) }
        let openings = ["PRAGMA ", "BEGIN TRANSACTION", "BEGIN;", "CREATE TABLE", "INSERT INTO", "--"]
        return openings.contains { start.hasPrefix($0) } ? .sqlText(path: path) : .notSQLite(path: path)
    }
}
