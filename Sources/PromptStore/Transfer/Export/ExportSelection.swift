import CSQLite
import GRDB

/// Narrows an export to some prompts and to what belongs to them.
///
/// Their ids are put into a temporary table of the connection: it is not the file that is written to.
struct ExportSelection {
    /// What was asked for.
    let choice: ExportChoice
    /// How many prompts have no date that can be read, and are left out.
    private(set) var undatedCount = 0
    /// Ids that chosen prompts name as their parent or as what they vary, and that are not among them.
    private(set) var absentParents: [String] = []
    private let hasParents: [String]

    private static let chosen = "SELECT id FROM temp.pa_chosen"

    /// Chooses the prompts.
    init(_ choice: ExportChoice, _ database: Database, checking: () throws -> Void) throws {
        self.choice = choice
        let layout = try LibraryLayout(database)
        hasParents = ["parent_id", "variant_of"].filter { layout.has("prompts", $0) }
        try database.execute(sql: "CREATE TEMP TABLE pa_chosen (id PRIMARY KEY) WITHOUT ROWID")
        switch choice {
        case .prompts(let ids):
            let choosing = try database.makeStatement(sql: "INSERT OR IGNORE INTO temp.pa_chosen VALUES (?)")
            for id in ids {
                try checking()
                try choosing.execute(arguments: [id])
            }
        case .since(let date):
            if layout.has("prompts", "created_at") { try choose(since: date, database, checking: checking) }
        }
        absentParents = try findAbsentParents(database)
    }

    private mutating func choose(since date: Timestamp, _ database: Database, checking: () throws -> Void) throws {
        guard let connection = database.sqliteConnection else { throw StoreError.cancelled }
        let reading = try RawStatement(connection, "SELECT id, created_at FROM main.prompts WHERE id IS NOT NULL")
        let choosing = try RawStatement(connection, "INSERT OR IGNORE INTO temp.pa_chosen VALUES (?)")
        while try reading.step() {
            try checking()
            guard let moment = Self.moment(reading, 1) else {
                undatedCount += 1
                continue
            }
            guard moment >= date.seconds ?? 0 else { continue }
            try choosing.bind(reading, 0, at: 1)
            try choosing.run()
        }
    }

    private func findAbsentParents(_ database: Database) throws -> [String] {
        let absent = try hasParents.flatMap { column in
            try String.fetchAll(
                database,
                sql: """
                    SELECT DISTINCT CAST(\(column) AS TEXT) FROM main.prompts
                    WHERE id IN (\(Self.chosen)) AND \(column) IS NOT NULL AND \(column) NOT IN (\(Self.chosen))
                    """
            )
        }
        return Set(absent).sorted()
    }

    /// Which rows of a table belong; nil for all of them.
    func condition(on table: String, columns: [String]) -> String? {
        // What was archived is not chosen: it was old, and nobody sees it.
        if table.hasPrefix("pa_archive_") { return "FALSE" }
        let owner =
            table.lowercased() == "prompts" ? "id" : ["prompt_id", "source_prompt_id"].first(where: columns.contains)
        return owner.map { "\($0) IN (\(Self.chosen))" }
    }

    /// Seconds since 1970, whichever way they are stored.
    private static func moment(_ row: RawStatement, _ column: Int32) -> Double? {
        switch row.type(column) {
        case SQLITE_INTEGER, SQLITE_FLOAT: Timestamp(number: row.real(column)).seconds
        default: row.text(column).flatMap { Timestamp(text: $0).seconds }
        }
    }
}
