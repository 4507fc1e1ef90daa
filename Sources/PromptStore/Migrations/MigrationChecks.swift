import GRDB

/// What has to be as before after a migration. Made before it; asked after it, before anything is final.
struct MigrationChecks {
    /// How far a check is, in a stage of this name.
    typealias Tell = (_ stage: String, _ done: Int, _ all: Int) throws -> Void

    /// A table that was there before, with what was in it.
    private struct Table {
        let name: String
        let columns: [String]
        let rowid: String?
        let rows: Int
    }

    private let tables: [Table]
    private let content: ContentDigest
    private let brokenReferences: Int

    /// Looks at the file as it is before.
    init(_ database: Database, tell: Tell) throws {
        tables = try Self.tables(in: database)
        content = try Self.digest(of: tables, in: database, "Reading what is there", tell)
        brokenReferences = try Self.brokenReferences(in: database, tell)
    }

    /// Looks at the file as it is now.
    ///
    /// - Parameter filled: the values that were put where there were none.
    /// - Throws: `StoreError.notAsBefore` with the name of the check that failed.
    func run(on database: Database, path: String, filled: ContentDigest, tell: Tell) throws -> [MigrationReport.Check] {
        var checks: [MigrationReport.Check] = []
        func check(_ name: String, _ body: () throws -> (finding: String, isFailed: Bool)) throws {
            let clock = ContinuousClock()
            let start = clock.now
            let result = try body()
            guard !result.isFailed else { throw StoreError.notAsBefore(path: path, check: name, found: result.finding) }
            let seconds = (clock.now - start) / .seconds(1)
            checks.append(MigrationReport.Check(name: name, finding: result.finding, seconds: seconds))
        }
        try check("old values") {
            var expected = content
            expected.add(filled)
            let now = try Self.digest(of: tables, in: database, "Comparing with before", tell)
            if let difference = now.difference(from: expected) { return (difference, true) }
            let rows = tables.reduce(0) { $0 + $1.rows }
            let columns = tables.reduce(0) { $0 + $1.columns.count }
            return ("\(rows) rows of \(columns) columns in \(tables.count) tables as before", false)
        }
        try check("foreign keys") {
            let now = try Self.brokenReferences(in: database, tell)
            let finding = "\(now) rows name one that is missing, before \(brokenReferences)"
            return (finding, now > brokenReferences)
        }
        try check("quick check") {
            try tell("Checking the file", 0, 0)
            let answer = try String.fetchOne(database, sql: "PRAGMA main.quick_check(1)") ?? "no answer"
            return (answer, answer != "ok")
        }
        return checks
    }

    private static func digest(
        of tables: [Table],
        in database: Database,
        _ stage: String,
        _ tell: Tell
    ) throws -> ContentDigest {
        var digest = ContentDigest()
        var done = 0
        let all = tables.reduce(0) { $0 + $1.rows }
        for table in tables {
            // What is gone is missing in the digest too.
            let present = try Set(columns(of: table.name, in: database))
            guard !present.isEmpty else { continue }
            let columns = table.columns.filter(present.contains)
            try digest.add(table.name, columns: columns, rowid: table.rowid, in: database) { rows in
                done += rows
                try tell(stage, done, all)
            }
        }
        return digest
    }

    private static func brokenReferences(in database: Database, _ tell: Tell) throws -> Int {
        try tell("Following references", 0, 0)
        return try Int.fetchOne(database, sql: "SELECT count(*) FROM pragma_foreign_key_check") ?? 0
    }

    /// All that hold rows of their own, but for what SQLite keeps for itself and the record of this migration.
    private static func tables(in database: Database) throws -> [Table] {
        let list = try Row.fetchAll(
            database,
            sql: """
                SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')
                  AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'pa_migrations' ORDER BY name
                """
        )
        return try list.map { row in
            let name: String = row[0]
            let columns = try columns(of: name, in: database)
            let taken = Set(columns.map { $0.lowercased() })
            return Table(
                name: name,
                columns: columns,
                rowid: row[1] ? nil : ["rowid", "_rowid_", "oid"].first { !taken.contains($0) },
                rows: try Int.fetchOne(
                    database,
                    sql: "SELECT count(*) FROM main.\(name.quotedName)"
                ) ?? 0
            )
        }
    }

    /// The columns whose values are stored.
    private static func columns(of table: String, in database: Database) throws -> [String] {
        try String.fetchAll(
            database,
            sql: "SELECT name FROM pragma_table_xinfo(?, 'main') WHERE hidden = 0 ORDER BY cid",
            arguments: [table]
        )
    }
}
