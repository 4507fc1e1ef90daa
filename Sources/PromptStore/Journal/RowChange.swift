import GRDB

/// What one change did to one row: its values before and after, of the columns that it touched. What is nil was no row.
struct RowChange: Equatable, Sendable {
    let table: String
    let key: RowKey
    let before: RowImage?
    let after: RowImage?

    /// The same, back.
    var reversed: RowChange { RowChange(table: table, key: key, before: after, after: before) }

    /// Whether it is no more than a score following from what else was changed.
    var isScore: Bool {
        table == "pa_scores" || (before?.cells ?? after?.cells ?? []).map(\.column) == ["effectiveness_score"]
    }

    /// Whether it deletes a row of a table.
    func isDeletion(of table: String) -> Bool { table == self.table && before != nil && after == nil }

    /// Whether the row still is, or is again, as it was before.
    func isPending(in database: Database) throws -> Bool {
        let columns = (before ?? after)?.cells.map(\.column) ?? [key.column]
        let present = try RowImage.read(table, key, columns: columns, in: database)
        guard let before else { return present == nil }
        return before.holds(what: present)
    }

    /// Makes the row what it was after.
    ///
    /// - Returns: whether that was done; it is not where the row is not as it was before.
    func make(in database: Database) throws -> Bool {
        guard try isPending(in: database) else { return false }
        switch (before, after) {
        case (nil, nil): return true
        case (nil, let after?): return try insert(after, in: database)
        case (_?, nil):
            try execute("DELETE FROM \(name) WHERE \(key.condition)", key.value.arguments, in: database)
        case (_?, let after?):
            let cells = after.cells
            let setting = cells.map { "\($0.column.quotedName) = \($0.value.placeholder)" }
            try execute(
                "UPDATE \(name) SET \(setting.joined(separator: ", ")) WHERE \(key.condition)",
                cells.flatMap(\.value.arguments) + key.value.arguments,
                in: database
            )
        }
        return true
    }

    private var name: String { "main.\(table.quotedName)" }

    /// Under its old number where that is free, so that it stands where it stood.
    private func insert(_ image: RowImage, in database: Database) throws -> Bool {
        var cells = image.cells
        let place = RowKey(column: "rowid", value: .integer(image.rowID))
        if image.rowID != 0, !cells.contains(where: { $0.value == place.value && $0.column == key.column }),
            try RowImage.read(table, place, columns: [key.column], in: database) == nil
        {
            cells.append(RowCell(place.column, place.value))
        }
        let names = cells.map(\.column.quotedName).joined(separator: ", ")
        let places = cells.map(\.value.placeholder).joined(separator: ", ")
        do {
            try execute(
                "INSERT INTO \(name) (\(names)) VALUES (\(places))",
                cells.flatMap(\.value.arguments),
                in: database
            )
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE {
            return false
        }
        return true
    }

    private func execute(_ sql: String, _ arguments: [DatabaseValue], in database: Database) throws {
        try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(arguments))
    }
}
