import CSQLite
import Foundation
import GRDB

/// What a dump holds, in a database that SQLite keeps to itself in a file without a name, gone whichever way the program
/// ends. It is opened here and not by GRDB, which needs the authorizer for itself.
///
/// SQLite sees nothing of a dump but what makes tables and indexes, and of that only what `ScratchAuthorizer` allows.
final class ScratchDatabase {
    /// Why something of a dump cannot be taken.
    struct Problem: Error {
        let detail: String
    }

    /// No library has nearly as many tables, indexes, views and triggers.
    private static let mostObjects = 5000

    let connection: OpaquePointer
    private let authorizer = ScratchAuthorizer()
    /// What makes tables, and then the rest, in the order of the dump.
    private(set) var tables: [SchemaStatement] = []
    private(set) var objects: [SchemaStatement] = []
    /// How many rows each table has, by its name in small letters.
    private(set) var rowCounts: [String: Int] = [:]
    private(set) var sequences: [(table: String, number: Int64)] = []
    /// Virtual tables that are not ours; what they hold is not in the dump in a form that can be taken.
    private(set) var skippedTables: [String] = []
    private var virtualTables: Set<String> = []
    private var insertions: [Insertion: RawStatement] = [:]
    private var limitedBytes = 0

    private struct Insertion: Hashable {
        let table: String
        let columns: [String]?
        let count: Int
    }

    /// Where SQLite keeps temporary files.
    private static var directory: String {
        let environment = ProcessInfo.processInfo.environment
        return environment["SQLITE_TMPDIR"] ?? environment["TMPDIR"] ?? "/var/tmp"
    }

    init() throws {
        var opened: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX
        // An empty name: a temporary file, taken away by SQLite itself.
        guard sqlite3_open_v2("", &opened, flags, nil) == SQLITE_OK, let opened else {
            sqlite3_close_v2(opened)
            throw StoreError.noPermission(path: Self.directory)
        }
        connection = opened
        guard pa_sqlite_set_defensive(opened) == SQLITE_OK, pa_sqlite_disable_triggers(opened) == SQLITE_OK else {
            throw StoreError.database(path: Self.directory, detail: "SQLite is too old")
        }
        for pragma in [
            "trusted_schema = OFF", "foreign_keys = OFF", "ignore_check_constraints = ON", "journal_mode = OFF",
            "synchronous = OFF", "cache_size = -16000", "encoding = 'UTF-8'",
        ] {
            try RawStatement(opened, "PRAGMA \(pragma)").run()
        }
        try RawStatement(opened, "BEGIN").run()
        sqlite3_limit(opened, SQLITE_LIMIT_ATTACHED, 0)
        sqlite3_limit(opened, SQLITE_LIMIT_EXPR_DEPTH, 100)
        sqlite3_limit(opened, SQLITE_LIMIT_COMPOUND_SELECT, 1)
        sqlite3_limit(opened, SQLITE_LIMIT_TRIGGER_DEPTH, 1)
        authorizer.guardConnection(opened)
    }

    deinit {
        insertions = [:]
        sqlite3_close_v2(connection)
    }

    /// Keeps the scratch file in proportion to what was read: no dump is much smaller than what it holds.
    func limit(toDumpBytes bytes: Int) throws {
        guard bytes >= limitedBytes else { return }
        limitedBytes = bytes + (8 << 20)
        let pages = (limitedBytes * 4 + (64 << 20)) / 4096
        try authorizer.trusting { try RawStatement(connection, "PRAGMA max_page_count = \(pages)").run() }
    }

    /// Makes a table, or keeps in mind what else is to be made.
    func make(_ made: SchemaStatement) throws {
        if made.name.lowercased().hasPrefix("sqlite_") {
            throw DumpValueParser.Unexpected(what: "a table \(made.name)")
        }
        if isSkipped(made.name) { return }
        guard tables.count + objects.count < Self.mostObjects else {
            throw Problem(detail: "too many tables and indexes")
        }
        switch made.kind {
        case .table:
            if DerivedObjects.contains(table: made.name) { return }
            try check(made, isRun: true)
            tables.append(made)
        case .index:
            try check(made, isRun: false)
            objects.append(made)
        case .view, .trigger:
            if made.kind == .trigger && DerivedObjects.contains(trigger: made.name) { return }
            guard ObjectDefinition(made.sql).isKnown else {
                throw DumpValueParser.Unexpected(
                    what: "a \(made.kind.rawValue) (\(made.name.prefix(60))) that no known program has made"
                )
            }
            objects.append(made)
        case .virtualTable: throw DumpValueParser.Unexpected(what: "CREATE VIRTUAL TABLE")
        }
    }

    /// Has SQLite look at a statement; and run it.
    private func check(_ made: SchemaStatement, isRun: Bool) throws {
        do {
            let statement = try authorizer.making { try RawStatement(connection, made.sql) }
            if isRun { try authorizer.making { try statement.run() } }
        } catch let error as DatabaseError {
            if let refused = authorizer.refused { throw DumpValueParser.Unexpected(what: refused) }
            throw problem(error)
        }
    }

    /// Adds a row.
    ///
    /// - Parameter columns: nil for all, in their order.
    func insert(_ values: [DumpValue], into table: String, columns: [String]?) throws {
        if isSkipped(table) || DerivedObjects.contains(table: table) { return }
        do {
            let statement = try insertion(Insertion(table: table, columns: columns, count: values.count))
            for (index, value) in values.enumerated() { try statement.bind(value, at: Int32(index + 1)) }
            try statement.run()
            rowCounts[table.lowercased(), default: 0] += 1
        } catch let error as DatabaseError {
            if let refused = authorizer.refused { throw DumpValueParser.Unexpected(what: refused) }
            throw problem(error)
        }
    }

    private func insertion(_ insertion: Insertion) throws -> RawStatement {
        if let statement = insertions[insertion] { return statement }
        let columns = insertion.columns.map { " (\($0.map(\.quotedName).joined(separator: ", ")))" } ?? ""
        let places = Array(repeating: "?", count: insertion.count).joined(separator: ", ")
        let sql = "INSERT INTO main.\(insertion.table.quotedName)\(columns) VALUES (\(places))"
        let statement = try authorizer.inserting { try RawStatement(connection, sql) }
        // A hostile dump could name its columns in any number of orders.
        if insertions.count >= 500 { insertions = [:] }
        insertions[insertion] = statement
        return statement
    }

    func forgetSequences() { sequences = [] }

    func setSequence(_ table: String, _ number: Int64) {
        guard sequences.count < Self.mostObjects, !isSkipped(table), !DerivedObjects.contains(table: table) else {
            return
        }
        sequences.append((table, number))
    }

    /// Passes over what follows of a virtual table: the tables behind it.
    func skipVirtualTable(_ name: String) {
        virtualTables.insert(name.lowercased())
        if !DerivedObjects.contains(table: name) { skippedTables.append(name) }
    }

    private func isSkipped(_ table: String) -> Bool {
        guard !virtualTables.isEmpty, let end = table.lastIndex(of: "_") else { return false }
        let endings = [
            "_data", "_idx", "_content", "_docsize", "_config", "_segments", "_segdir", "_stat", "_node", "_rowid",
            "_parent",
        ]
        return virtualTables.contains(table[..<end].lowercased()) && endings.contains(table[end...].lowercased())
    }

    /// What SQLite complains about: of the dump, unless it is the disk.
    private func problem(_ error: DatabaseError) -> any Error {
        switch error.resultCode {
        case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_NOMEM, .SQLITE_INTERRUPT:
            StoreError(error, path: Self.directory)
        default: Problem(detail: error.message ?? "an error of SQLite")
        }
    }
}
