import GRDB

/// Deleting prompts, with everything that hangs on them. Their children stay, and name a parent that is gone.
extension ChangeMaking {
    func delete(_ ids: [String]) throws -> Made {
        let ids = try present(ids)
        let hanging = try HangingRows(database)
        for id in ids {
            let counted = try PhaseMeans.share(of: id, in: database)
            for place in hanging.places { try recording.delete(place.table, where: place.condition, id, of: id) }
            try recording.delete("prompts", where: "id = ?", id, of: id)
            try PhaseMeans.move(counted, to: nil, in: database)
        }
        return (title("deletion", of: ids.count), ids[0])
    }
}

/// Where a file has rows that belong to a prompt.
struct HangingRows {
    /// A table, and the condition with the id of a prompt that finds the rows.
    struct Place: Equatable, Sendable {
        let table: String
        let condition: String
    }

    let places: [Place]

    /// Finds the tables, also those that only other programs know.
    init(_ database: Database) throws {
        let sql = """
            SELECT t.name, c.name FROM main.sqlite_schema t JOIN pragma_table_info(t.name, 'main') c
            WHERE t.type = 'table' AND t.sql NOT LIKE 'CREATE VIRTUAL%'
              AND (c.name IN ('prompt_id', 'source_prompt_id', 'target_prompt_id')
                  AND (t.name = 'pa_scores' OR t.name NOT LIKE 'pa\\_%' ESCAPE '\\')
                OR c.name = 'history_id' AND t.name = '\(VersionTable.texts)')
            ORDER BY t.rowid DESC, c.cid
            """
        var places: [Place] = []
        var texts: [Place] = []
        for row in try Row.fetchAll(database, sql: sql) {
            let (table, column) = (row[0] as String, row[1] as String)
            if table == VersionTable.texts {
                let rows = "SELECT id FROM main.\(VersionTable.table) WHERE prompt_id = ?"
                texts.append(Place(table: table, condition: "history_id IN (\(rows))"))
            } else {
                places.append(Place(table: table, condition: "\(column.quotedName) = ?"))
            }
        }
        // Before the rows whose texts they are.
        self.places = texts + places
    }

    /// Whether there is any such row but the score.
    func exist(of id: String, in database: Database) throws -> Bool {
        try places.contains { place in
            if place.table == "pa_scores" { return false }
            let sql = "SELECT 1 FROM main.\(place.table.quotedName) WHERE \(place.condition) LIMIT 1"
            return try Int.fetchOne(database, sql: sql, arguments: [id]) != nil
        }
    }
}
