import GRDB

/// Makes files of every generation look like the documented layout: by temporary views that take the places of
/// tables, on each connection for itself, so that no statement knows of generations and no byte of the file changes.
///
/// A file of the documented layout needs none, and pays nothing.
struct UniformFace {
    let layout: LibraryLayout

    /// Makes the views on a connection, in the places of those of an earlier layout.
    static func renew(on database: Database) throws {
        let old = try String.fetchAll(database, sql: "SELECT name FROM temp.sqlite_schema WHERE type = 'view'")
        for name in old { try database.execute(sql: "DROP VIEW temp.\(name.quotedName)") }
        try UniformFace(layout: LibraryLayout(database)).put(on: database)
    }

    /// Makes the views on a connection that has none yet.
    func put(on database: Database) throws {
        for statement in statements { try database.execute(sql: statement) }
    }

    /// `CREATE TEMP VIEW` for each table that is not as documented.
    var statements: [String] {
        [prompts, modelMetadata, metrics, enhancementHistory, userFeedback].compactMap { $0 }
    }

    private var prompts: String? {
        var stand: [String: String] = ["rowid": "t.rowid"]
        if layout.has("prompts", "persona_used") { stand["persona"] = "nullif(t.persona_used, '')" }
        if layout.has("pa_scores") {
            stand["effectiveness_score"] = "(SELECT s.score FROM main.pa_scores s WHERE s.prompt_id = t.id)"
        }
        // One generation names each prompt as its own parent, which is none.
        if layout.has("prompts", "session_id") { stand["parent_id"] = "nullif(t.parent_id, t.id)" }
        return view("prompts", from: "main.prompts t", further: ["rowid"], standIns: stand)
    }

    private var modelMetadata: String? {
        let settings = ["temperature", "max_tokens"].filter { layout.has("prompts", $0) }
        guard layout.has("model_metadata") else {
            var stand = ["id": "t.rowid", "prompt_id": "t.id", "created_at": "t.created_at"]
            for name in settings { stand[name] = "t.\(name)" }
            if layout.has("prompts", "model") { stand["generation_model"] = "t.model" }
            if layout.has("prompts", "actual_tokens") { stand["total_tokens"] = "t.actual_tokens" }
            return select("model_metadata", from: "main.prompts t", standIns: stand)
        }
        var stand = ["id": "t.rowid"]
        for name in settings { stand[name] = "(SELECT p.\(name) FROM main.prompts p WHERE p.id = t.prompt_id)" }
        return view("model_metadata", from: "main.model_metadata t", standIns: stand)
    }

    private var metrics: String? {
        guard layout.has("metrics") else { return empty("metrics") }
        var stand = ["id": "t.rowid"]
        if layout.has("metrics", "response_time") { stand["response_time_ms"] = "t.response_time" }
        return view("metrics", from: "main.metrics t", standIns: stand)
    }

    private var enhancementHistory: String? {
        guard layout.has("enhancement_history") else { return empty("enhancement_history") }
        var stand = ["id": "t.rowid"]
        // Such a row holds no text, but names the prompt that was enhanced, whose text is the one before.
        if layout.has("enhancement_history", "parent_prompt_id") {
            stand["updated_content"] = """
                coalesce((SELECT p.content FROM main.prompts p WHERE p.id = t.parent_prompt_id),
                  (SELECT p.content FROM main.prompts p WHERE p.id = t.prompt_id))
                """
        }
        let notes = [
            ("enhancement_type", ""), ("enhancement_method", ", "), ("parent_prompt_id", ", from "),
            ("improvement_score", ", improvement "), ("metadata", ", "),
        ].filter { layout.has("enhancement_history", $0.0) }
        if !notes.isEmpty {
            let told = notes.map { name, words in "coalesce('\(words)' || t.\(name), '')" }
            stand["update_reason"] = told.joined(separator: " || ")
        }
        if layout.has("pa_versions") {
            let version = "FROM main.pa_versions v WHERE v.history_id = t.id"
            for name in ["updated_content", "update_reason", "updated_by"] {
                let other = stand[name] ?? "NULL"
                stand[name] = "iif(EXISTS (SELECT 1 \(version)), (SELECT v.\(name) \(version)), \(other))"
            }
        }
        return view("enhancement_history", from: "main.enhancement_history t", standIns: stand)
    }

    private var userFeedback: String? {
        guard layout.has("user_interactions") else {
            if !layout.has("user_feedback") { return empty("user_feedback") }
            return view("user_feedback", from: "main.user_feedback t", standIns: ["id": "t.rowid"])
        }
        let own = "SELECT \(columns("user_feedback", standIns: ["id": "t.rowid"])) FROM main.user_feedback t UNION ALL "
        return "CREATE TEMP VIEW user_feedback AS \(layout.has("user_feedback") ? own : "")\(Self.interactions)"
    }

    /// What one generation notes instead. A score 0...1 is the rating that means the same. Ids are far below 0, where
    /// nobody else's are, in the order of insertion. What is no number, or no time, stays what it is.
    private static let interactions = """
        SELECT t.rowid - 4611686018427387904 AS id, t.prompt_id AS prompt_id,
          CASE WHEN t.action <> 'rated' THEN NULL WHEN typeof(t.score) IN ('integer', 'real') THEN 1 + 4 * t.score
            ELSE t.score END AS rating,
          t.action AS feedback_type,
          CASE WHEN t.action <> 'rated' THEN t.action || coalesce(', score ' || t.score, '')
            WHEN t.score IS NULL THEN t.action END AS feedback_text,
          t.session_id AS session_id,
          CASE WHEN typeof(t.timestamp) IN ('integer', 'real') THEN datetime(t.timestamp, 'unixepoch')
            ELSE t.timestamp END AS created_at
        FROM main.user_interactions t
        """

    /// Where the ratings of a file are: SQLite looks up those of one prompt in a view of two tables only where the
    /// prompt is said inside it, else it reads both tables whole.
    enum Ratings {
        case inOneTable, inTwoTables

        /// What has the ratings of the prompt with this id, and maybe of others.
        func ofPrompt(_ id: String) -> String {
            switch self {
            case .inOneTable: "(SELECT * FROM user_feedback WHERE prompt_id = \(id))"
            case .inTwoTables:
                """
                (SELECT rowid AS id, rating, created_at FROM main.user_feedback WHERE prompt_id = \(id)
                 UNION ALL SELECT id, rating, created_at FROM (\(interactions)) WHERE prompt_id = \(id))
                """
            }
        }
    }

    /// Looks where they are.
    static func ratings(_ database: Database) throws -> Ratings {
        let sql = "SELECT count(*) FROM main.sqlite_schema WHERE name IN ('user_feedback', 'user_interactions')"
        return try Int.fetchOne(database.cachedStatement(sql: sql)) == 2 ? .inTwoTables : .inOneTable
    }

    // MARK: Making views

    /// A view in the place of a table, nil where the table is as documented.
    private func view(
        _ table: String,
        from source: String,
        further: [String] = [],
        standIns: [String: String]
    ) -> String? {
        let isWhole = LibrarySchema.columns(of: table).allSatisfy { layout.has(table, $0) }
        let isNumbered = table == "prompts" || layout.numberedTables.contains(table)
        if isWhole && isNumbered && standIns["parent_id"] == nil { return nil }
        // The ids of such a table may be text in no order; its rows stand in the order of their making.
        return select(
            table,
            from: source,
            further: further,
            standIns: standIns.filter { name, _ in
                name == "parent_id" || name == "id" || !layout.has(table, name)
            }
        )
    }

    private func select(
        _ table: String,
        from source: String,
        further: [String] = [],
        standIns: [String: String]
    ) -> String {
        let columns = columns(table, further: further, standIns: standIns)
        return "CREATE TEMP VIEW \(table) AS SELECT \(columns) FROM \(source)"
    }

    private func columns(_ table: String, further: [String] = [], standIns: [String: String]) -> String {
        (LibrarySchema.columns(of: table) + further).map { name in
            let expression = standIns[name] ?? (layout.has(table, name) ? "t.\(name)" : "NULL")
            return "\(expression) AS \(name)"
        }.joined(separator: ", ")
    }

    private func empty(_ table: String) -> String {
        let columns = LibrarySchema.columns(of: table).map { "NULL AS \($0)" }.joined(separator: ", ")
        return "CREATE TEMP VIEW \(table) AS SELECT \(columns) WHERE 0"
    }
}
