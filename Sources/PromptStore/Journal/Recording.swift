import GRDB

/// Makes a change row by row, and notes in the journal what each row was before and is after.
///
/// It lives as long as the transaction of its change.
final class Recording {
    let database: Database
    /// Seconds since 1970.
    let now: Double
    private let journal: Journal
    private let entryID: Int64
    private var shapes: [String: TableShape] = [:]
    private var bytes = 0
    /// The prompts that were changed, how many and the first of them.
    private(set) var count = 0
    private(set) var first: String?
    private var last: String?

    init(_ journal: Journal, now: Double) throws {
        database = journal.database
        self.journal = journal
        self.now = now
        entryID = try journal.open()
    }

    /// Ends the change; where nothing was changed, as if it had never begun.
    func finish(title: String) throws {
        guard let first else { return try journal.discard(entryID) }
        try journal.close(entryID, title: title, promptID: first, promptCount: count, bytes: bytes)
    }

    /// What a table looks like, read once.
    func shape(of table: String) throws -> TableShape {
        if let known = shapes[table] { return known }
        let shape = try TableShape(table, in: database)
        shapes[table] = shape
        return shape
    }

    /// Adds a row, of which the table gives the rest of the values.
    func insert(_ table: String, _ cells: [RowCell], of promptID: String) throws {
        let names = cells.map(\.column.quotedName).joined(separator: ", ")
        let places = cells.map(\.value.placeholder).joined(separator: ", ")
        let sql = "INSERT INTO main.\(table.quotedName) (\(names)) VALUES (\(places))"
        let arguments = StatementArguments(cells.flatMap(\.value.arguments))
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
        let place = RowKey(column: "rowid", value: .integer(database.lastInsertedRowID))
        let shape = try shape(of: table)
        guard let image = try RowImage.read(table, place, columns: shape.columns, in: database) else { return }
        try note(RowChange(table: table, key: shape.key(of: image), before: nil, after: image), of: promptID)
    }

    /// Sets some values of a row.
    func update(_ table: String, _ key: RowKey, _ cells: [RowCell], of promptID: String) throws {
        let columns = cells.map(\.column)
        guard let before = try RowImage.read(table, key, columns: columns, in: database) else { return }
        let wanted = RowChange(
            table: table,
            key: key,
            before: before,
            after: RowImage(rowID: before.rowID, cells: cells)
        )
        _ = try wanted.make(in: database)
        // What the columns have made of the values, which is what undoing has to find.
        let after = try RowImage.read(table, key, columns: columns, in: database)
        try note(RowChange(table: table, key: key, before: before, after: after), of: promptID)
    }

    /// Deletes every row of a table that a condition with one value finds.
    func delete(_ table: String, where condition: String, _ value: some DatabaseValueConvertible, of promptID: String)
        throws
    {
        let shape = try shape(of: table)
        for image in try RowImage.all(table, columns: shape.columns, where: condition, value, in: database) {
            let change = RowChange(table: table, key: shape.key(of: image), before: image, after: nil)
            if try change.make(in: database) { try note(change, of: promptID) }
        }
    }

    /// Changes what the score of a prompt rests on, and the score with it.
    func rescoring(_ promptID: String, _ body: () throws -> Void) throws {
        let counted = try PhaseMeans.share(of: promptID, in: database)
        try body()
        try PhaseMeans.move(counted, to: PhaseMeans.share(of: promptID, in: database), in: database)
        let keys = try scoreKeys(of: promptID)
        let before = try keys.map(image)
        try Rescoring(database: database, now: now).rescore(promptID)
        for (key, before) in zip(keys, before) {
            let change = RowChange(table: key.table, key: key.key, before: before, after: try image(key))
            try note(change, of: promptID)
        }
    }

    private typealias ScoreKey = (table: String, key: RowKey, columns: [String])

    /// Where the score of a prompt is: in the table of prompts, where it has a column, and with its terms in ours.
    private func scoreKeys(of promptID: String) throws -> [ScoreKey] {
        let terms: ScoreKey = (
            "pa_scores", RowKey(column: "prompt_id", value: .text(promptID)), try shape(of: "pa_scores").columns
        )
        guard try shape(of: "prompts").has("effectiveness_score") else { return [terms] }
        return [("prompts", RowKey(column: "id", value: .text(promptID)), ["effectiveness_score"]), terms]
    }

    private func image(_ key: ScoreKey) throws -> RowImage? {
        try RowImage.read(key.table, key.key, columns: key.columns, in: database)
    }

    private func note(_ change: RowChange, of promptID: String) throws {
        bytes += try journal.note(change, of: promptID, in: entryID)
        if last != promptID { count += 1 }
        first = first ?? promptID
        last = promptID
    }
}
