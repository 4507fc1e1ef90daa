import CSQLite
import GRDB

/// Brings what a dump holds into a library, inside a transaction of that.
struct Merge {
    let scratch: ScratchDatabase
    let database: Database
    let connection: OpaquePointer
    let policy: ConflictPolicy
    let telling: Export.Telling

    /// The beginnings of the names of tables that mean something in their own file only: another library's are not taken
    /// into one that has rows.
    private static let ownOfAFile = ["pa_journal", "pa_migrations"]

    init(_ scratch: ScratchDatabase, into database: Database, policy: ConflictPolicy, telling: @escaping Export.Telling)
        throws
    {
        guard let connection = database.sqliteConnection else { throw StoreError.cancelled }
        self.scratch = scratch
        self.database = database
        self.connection = connection
        self.policy = policy
        self.telling = telling
    }

    /// Does it, and says what has become of the rows of each table.
    func run(path: String) throws -> [ImportCounts] {
        defer { database.clearSchemaCache() }
        if try Self.isEmpty(database) { return try takeAll() }
        try checkGeneration(path)
        var counts: [ImportCounts] = []
        // Rows of other tables are looked at when it is known what became of their prompts.
        let tables =
            scratch.tables.filter { $0.name.lowercased() == "prompts" }
            + scratch.tables.filter { $0.name.lowercased() != "prompts" }
        var taken = TakenPrompts(connection)
        for made in tables where !Self.ownOfAFile.contains(where: made.name.lowercased().hasPrefix) {
            counts.append(try merge(made, &taken))
        }
        if try database.tableExists("pa_phase_ratings", in: "main") {
            try UniformFace.renew(on: database)
            try database.execute(sql: "DELETE FROM main.pa_phase_ratings")
            try PhaseMeans.rebuild(in: database)
        }
        return counts
    }

    // MARK: A library without rows

    /// Whether a library has no rows but such as it makes by itself.
    static func isEmpty(_ database: Database) throws -> Bool {
        let tables = try String.fetchAll(
            database,
            sql:
                "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
        )
        return try tables.allSatisfy { name in
            if DerivedObjects.contains(table: name) || name == "pa_migrations" { return true }
            return try Int.fetchOne(database, sql: "SELECT 1 FROM main.\(name.quotedName) LIMIT 1") == nil
        }
    }

    /// Puts the dump's tables in the places of those that are there.
    private func takeAll() throws -> [ImportCounts] {
        try dropAll()
        var counts: [ImportCounts] = []
        for made in scratch.tables {
            try execute(made.sql)
            counts.append(try copy(made.name))
        }
        if !scratch.sequences.isEmpty, try database.tableExists("sqlite_sequence", in: "main") {
            try execute("DELETE FROM main.sqlite_sequence")
            let adding = try RawStatement(connection, "INSERT INTO main.sqlite_sequence VALUES (?, ?)")
            for (table, number) in scratch.sequences {
                try adding.bind(.text(Array(table.utf8)), at: 1)
                try adding.bind(.integer(number), at: 2)
                try adding.run()
            }
        }
        for kind in [SchemaStatement.Kind.index, .view, .trigger] {
            for made in scratch.objects where made.kind == kind {
                try telling("Making \(made.name)", 0, 0)
                try execute(made.sql)
            }
        }
        return counts
    }

    private func dropAll() throws {
        // A virtual table takes those behind it along.
        let kinds = [("trigger", "TRIGGER"), ("view", "VIEW"), ("virtual", "TABLE"), ("table", "TABLE")]
        for (kind, word) in kinds {
            let names = try String.fetchAll(
                database,
                sql: """
                    SELECT s.name FROM main.sqlite_schema s LEFT JOIN pragma_table_list l ON l.schema = 'main' AND l.name = s.name
                    WHERE s.name NOT LIKE 'sqlite!_%' ESCAPE '!' AND (l.type = ?1 OR s.type = ?1 AND l.type IS NULL)
                    """,
                arguments: [kind]
            )
            for name in names { try execute("DROP \(word) main.\(name.quotedName)") }
        }
    }

    private func copy(_ name: String) throws -> ImportCounts {
        var counts = ImportCounts(name)
        let table = try StoredTable(name, on: scratch.connection)
        let row = try RawStatement(scratch.connection, table.selection(table.columns))
        let inserting = try RawStatement(connection, table.insertion(table.columns))
        while try row.step() {
            for column in 0..<row.columnCount { try inserting.bind(row, column, at: column + 1) }
            try inserting.run()
            counts.new += 1
            if counts.new & 63 == 0 {
                try telling("Importing \(name)", counts.new, scratch.rowCounts[name.lowercased()] ?? 0)
            }
        }
        return counts
    }

    private func execute(_ sql: String) throws {
        try RawStatement(connection, sql).run()
        database.clearSchemaCache()
    }

    // MARK: A library with rows

    private func merge(_ made: SchemaStatement, _ taken: inout TakenPrompts) throws -> ImportCounts {
        guard try database.tableExists(made.name, in: "main") else {
            try execute(made.sql)
            let counts = try copy(made.name)
            for index in scratch.objects
            where index.kind == .index && index.table?.lowercased() == made.name.lowercased() {
                try execute(index.sql)
            }
            return counts
        }
        let ours = try StoredTable(made.name, on: connection)
        let theirs = try StoredTable(made.name, on: scratch.connection)
        try addColumns(of: theirs, to: ours)
        var merging = try TableMerge(theirs, into: ours, from: scratch, library: connection, policy: policy)
        switch made.name.lowercased() {
        case "prompts": return try merging.byKey(telling) { try taken.add($0, $1) }
        // The terms of a score go with the score, which is in the row of the prompt.
        case "pa_scores": return try merging.ofTaken(&taken, telling)
        case _ where ours.hasKey: return try merging.byKey(telling) { _, _ in }
        default: return try merging.byValues(telling)
        }
    }

    /// What only the dump has a column for is kept: the library gets one as well.
    private func addColumns(of theirs: StoredTable, to ours: StoredTable) throws {
        let known = Set(ours.columns.map { $0.lowercased() })
        for (column, type) in zip(theirs.columns, theirs.types) where !known.contains(column.lowercased()) {
            let isPlain = type.allSatisfy { $0.isASCII && $0.isLetter }
            try execute(
                "ALTER TABLE main.\(ours.name.quotedName) ADD COLUMN \(column.quotedName) \(isPlain ? type : "")"
            )
        }
    }

    /// Values of one generation mean something else to the other: a parent, a moment, a key.
    private func checkGeneration(_ path: String) throws {
        for made in scratch.tables where try database.tableExists(made.name, in: "main") {
            let ours = try StoredTable(made.name, on: connection)
            let theirs = try StoredTable(made.name, on: scratch.connection)
            let isOther =
                ours.hasKey != theirs.hasKey || ours.key.map { $0.lowercased() } != theirs.key.map { $0.lowercased() }
                || made.name.lowercased() == "prompts" && Self.hasUnixTimes(ours) != Self.hasUnixTimes(theirs)
            if isOther { throw TransferError.otherGeneration(path: path, table: made.name).fact }
        }
    }

    /// The generation with its vectors outside also has its times as numbers, and each prompt as its own parent.
    private static func hasUnixTimes(_ prompts: StoredTable) -> Bool {
        prompts.columns.contains("session_id") && !prompts.columns.contains("embedding")
    }
}
