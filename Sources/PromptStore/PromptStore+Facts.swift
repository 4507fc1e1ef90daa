import GRDB

/// What SQLite itself can do here.
public struct SQLiteFacts: Equatable, Sendable {
    /// Such as `3.40.1`.
    public let version: String
    /// Whether it has full-text search.
    public let hasFullText: Bool
    /// Whether several threads may use it.
    public let isThreadSafe: Bool

    /// Asks it.
    public init() throws(StoreError) {
        (version, hasFullText, isThreadSafe) = try StoreError.translating(path: ":memory:") {
            try DatabaseQueue().read { database in
                let options = try String.fetchAll(database, sql: "PRAGMA compile_options")
                return (
                    try String.fetchOne(database, sql: "SELECT sqlite_version()") ?? "",
                    options.contains("ENABLE_FTS5"), !options.contains("THREADSAFE=0")
                )
            }
        }
    }
}

/// What a library's file is like.
public struct LibraryFacts: Equatable, Sendable {
    /// The prompts in it.
    public let prompts: Int
    /// How it is written to: `wal`, or `delete` and the like until this program first changes something.
    public let journalMode: String
    /// Columns of the documentation that its tables do not have, as `table.column`, and tables it has not at all.
    public let missing: [String]
    /// Which generation of the tool has made it.
    public let generation: LibraryGeneration
}

extension PromptStore {
    /// Reads what the file is like, and changes nothing.
    public func facts() throws(StoreError) -> LibraryFacts {
        try connections.read(.count) { database in
            let layout = try LibraryLayout(database)
            let missing = LibrarySchema.columns.flatMap { table, columns -> [String] in
                guard layout.has(table) else { return [table] }
                return columns.filter { !layout.has(table, $0) }.map { "\(table).\($0)" }
            }
            return LibraryFacts(
                prompts: try Int.fetchOne(database, sql: PageQuery.countAll) ?? 0,
                journalMode: try String.fetchOne(database, sql: "PRAGMA main.journal_mode") ?? "",
                missing: missing,
                generation: missing.isEmpty ? .documented : LibraryGeneration(layout)
            )
        }
    }
}
