import Foundation
import GRDB

/// Brings an export, or a dump of the sqlite3 shell, into a library: all of it in one transaction, or nothing.
struct Import {
    /// The file, or `-` for the standard input.
    let file: String
    /// The library, which may be missing.
    let libraryPath: String
    let policy: ConflictPolicy
    /// Whether the library is only to be told what would become of it.
    let isDryRun: Bool

    /// What has become of it, or would.
    struct Summary {
        var tables: [ImportCounts]
        /// Whether the library had no rows, and now has the tables of the import.
        var isNew: Bool
        /// Virtual tables that were left out.
        var skippedTables: [String]
        var conflictCount: Int { tables.reduce(0) { $0 + $1.conflict } }
        var refusedCount: Int { tables.reduce(0) { $0 + $1.refused } }
    }

    /// Does it.
    ///
    /// - Throws: what speaks against it; the library is then as it was.
    func perform(_ run: TaskRun) throws -> Summary {
        // What is not to be trusted is looked at to its end before the library is.
        let scratch = try read(run)
        return isDryRun ? try rehearse(scratch, run) : try merge(scratch, run)
    }

    // MARK: Reading

    private func read(_ run: TaskRun) throws -> ScratchDatabase {
        let input = try DumpInput(path: file, libraryPath: libraryPath) { try run.tell("Waiting for the input") }
        let scratch = try ScratchDatabase()
        let tell = {
            try run.tell("Reading", input.bytesRead, of: input.size ?? 0)
            try scratch.limit(toDumpBytes: input.bytesRead)
        }
        switch try input.kind() {
        case .database: throw TransferError.isDatabase(path: input.path).fact
        case .empty: throw TransferError.noLibrary(path: input.path).fact
        case .json: try JSONDumpReader(input: input, scratch: scratch).run(telling: tell)
        case .sql:
            var reader = SQLDumpReader(input, into: scratch)
            try reader.run(telling: tell)
        }
        let columns = try StoredTable("prompts", on: scratch.connection).columns.map { $0.lowercased() }
        guard columns.contains("id"), columns.contains("content") else {
            throw TransferError.noLibrary(path: input.path).fact
        }
        return scratch
    }

    // MARK: Merging

    /// Does it all on a copy, which nobody sees.
    private func rehearse(_ scratch: ScratchDatabase, _ run: TaskRun) throws -> Summary {
        let copy = try Connections.openWriter(path: "")
        if !isMissing {
            let library = try LibraryInspection(path: libraryPath, isReadOnly: true).run().connection
            try library.read { source in
                try copy.writeWithoutTransaction { target in
                    try PageCopy.run(from: source, to: target) { done, all in
                        try run.tell("Copying the library", done, of: all)
                    }
                }
            }
        }
        return try merge(scratch, on: copy, isKept: false, run)
    }

    private func merge(_ scratch: ScratchDatabase, _ run: TaskRun) throws -> Summary {
        let wasMissing = access(libraryPath, F_OK) != 0
        if isMissing { try PromptStore.create(at: libraryPath) }
        do {
            try LibraryInspection(path: libraryPath, isReadOnly: false).run().connection.read(run.admit)
            let queue = try Connections.openWriter(path: libraryPath)
            let summary = try merge(scratch, on: queue, isKept: true, run)
            try queue.close()
            return summary
        } catch {
            if wasMissing { unlink(libraryPath) }
            throw error
        }
    }

    /// Whether there is no library yet, or a file without a byte in its place.
    private var isMissing: Bool { FileRoom.bytes(of: libraryPath) == 0 && access(libraryPath + "-wal", F_OK) != 0 }

    private func merge(
        _ scratch: ScratchDatabase,
        on queue: DatabaseQueue,
        isKept: Bool,
        _ run: TaskRun
    ) throws -> Summary {
        var summary: Summary?
        try run.watching(queue, "Importing") {
            try queue.writeWithoutTransaction { database in
                // A file may hold what a check of its own forbids, written by a program that had them off.
                try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
                try database.inTransaction(.immediate) {
                    let isNew = try Merge.isEmpty(database)
                    let merge = try Merge(scratch, into: database, policy: policy) { try run.tell($0, $1, of: $2) }
                    let tables = try merge.run(path: file)
                    let done = Summary(tables: tables, isNew: isNew, skippedTables: scratch.skippedTables)
                    summary = done
                    guard isKept else { return .rollback }
                    if policy == .fail, let first = tables.lazy.compactMap(\.firstConflict).first {
                        throw TransferError.conflicts(count: done.conflictCount, first: first).fact
                    }
                    return .commit
                }
            }
        }
        guard let summary else { throw StoreError.cancelled }
        return summary
    }
}
