import GRDB

/// What deleting prompts would take along.
public struct DeletionExtent: Equatable, Sendable {
    /// Rows of other tables that hang on them.
    public let rows: Int
    /// Whether the journal can hold it all, so that it can be undone.
    public let isUndoable: Bool
}

extension PromptStore {
    /// Finds what deleting prompts would take along.
    ///
    /// - Throws: `StoreError.cancelled` when `cancellation` was thrown.
    public func extent(ofDeleting ids: [String], cancellation: Cancellation) throws(StoreError) -> DeletionExtent {
        try connections.read(.dossier, cancellation: cancellation) { database in
            let places = try HangingRows(database).places
            let own = HangingRows.Place(table: "prompts", condition: "id = ?")
            var rows = 0
            var bytes = 0
            for place in places + [own] {
                let statement = try database.cachedStatement(sql: Self.weighing(place, in: database))
                for id in ids {
                    let row = try Row.fetchOne(statement, arguments: [id])
                    if place != own { rows += row?[0] ?? 0 }
                    bytes += row?[1] ?? 0
                }
            }
            return DeletionExtent(rows: rows, isUndoable: bytes <= Journal.mostBytes)
        }
    }

    /// The rows of a place, and the bytes they take in the journal, rounded up.
    private static func weighing(_ place: HangingRows.Place, in database: Database) throws -> String {
        let columns = try TableShape(place.table, in: database).columns
        let names = columns.reduce(200) { $0 + $1.utf8.count + 24 }
        let values = columns.map { "ifnull(length(CAST(\($0.quotedName) AS BLOB)), 0)" }
        return """
            SELECT count(*), total(\((["\(names)"] + values).joined(separator: " + ")))
            FROM main.\(place.table.quotedName) WHERE \(place.condition)
            """
    }
}
