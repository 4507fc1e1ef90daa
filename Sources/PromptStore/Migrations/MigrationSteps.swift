import GRDB

/// All steps that this version of the program knows, in their order. New ones go to the end.
enum MigrationSteps {
    static let all: [MigrationStep] = [
        .prompts, .modelMetadata, .metrics, .enhancementHistory, .learningPatterns, .userFeedback,
        .documentedIndexes, .ownIndexes,
    ]

    /// Where a file says which of them it has been through.
    private static let table = """
        CREATE TABLE IF NOT EXISTS main.pa_migrations (
            name TEXT PRIMARY KEY,
            applied_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
        )
        """

    private static let names = "SELECT name FROM main.pa_migrations ORDER BY rowid"

    /// The steps that a file has been through, by name; also those that only a newer version knows.
    static func recorded(in database: Database) throws -> [String] {
        guard try database.tableExists("pa_migrations", in: "main") else { return [] }
        return try String.fetchAll(database, sql: names)
    }

    /// A step in the file that only a newer version of this program knows, if there is one.
    static func unknown(in database: Database) throws -> String? {
        let known = Set(all.map(\.name))
        return try recorded(in: database).first { !known.contains($0) }
    }

    /// The steps that a file has not been through.
    static func pending(in database: Database) throws -> [MigrationStep] {
        let recorded = Set(try recorded(in: database))
        return all.filter { !recorded.contains($0.name) }
    }

    /// Writes down that a file has been through steps.
    static func record(_ steps: [MigrationStep], in database: Database) throws {
        try database.execute(sql: table)
        for step in steps {
            try database.execute(
                sql: """
                    INSERT INTO main.pa_migrations (name) VALUES (?)
                    ON CONFLICT (name) DO UPDATE SET applied_at = CURRENT_TIMESTAMP
                    """,
                arguments: [step.name]
            )
        }
    }
}
