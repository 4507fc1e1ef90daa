import CSQLite

/// The ids of prompts that an import has added or replaced, in a temporary table of the library's connection.
struct TakenPrompts {
    private let connection: OpaquePointer
    private var adding: RawStatement?
    private var finding: RawStatement?

    init(_ connection: OpaquePointer) { self.connection = connection }

    /// Takes note of the prompt whose id is in a column of a row.
    mutating func add(_ row: RawStatement, _ column: Int32) throws {
        try prepare()
        try adding?.bind(row, column, at: 1)
        try adding?.run()
    }

    /// Whether the prompt whose id is in a column of a row is one of them.
    mutating func contains(_ row: RawStatement, _ column: Int32) throws -> Bool {
        try prepare()
        guard let finding else { return false }
        defer { finding.reset() }
        try finding.bind(row, column, at: 1)
        return try finding.step()
    }

    private mutating func prepare() throws {
        if adding != nil { return }
        try RawStatement(connection, "CREATE TEMP TABLE IF NOT EXISTS pa_taken (id PRIMARY KEY) WITHOUT ROWID").run()
        try RawStatement(connection, "DELETE FROM temp.pa_taken").run()
        adding = try RawStatement(connection, "INSERT OR IGNORE INTO temp.pa_taken VALUES (?)")
        finding = try RawStatement(connection, "SELECT 1 FROM temp.pa_taken WHERE id IS ?")
    }
}
