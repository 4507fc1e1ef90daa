extension MigrationStep {
    /// The table of versions. Older files note there how a prompt was made, and not its text.
    static let enhancementHistory = MigrationStep(
        name: "04-enhancement-history",
        summary: "versions and their texts"
    ) { stage in
        guard try stage.has("enhancement_history") else {
            return try stage.addTable(
                "enhancement_history",
                """
                CREATE TABLE main.enhancement_history (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    prompt_id TEXT NOT NULL,
                    updated_content TEXT NOT NULL,
                    update_reason TEXT,
                    updated_by TEXT,
                    created_at DATETIME DEFAULT CURRENT_TIMESTAMP,
                    FOREIGN KEY (prompt_id) REFERENCES prompts(id)
                )
                """
            )
        }
        // The text may be missing: a prompt that is gone has none, and the older tool goes on writing rows without.
        try stage.addColumns(
            to: "enhancement_history",
            [
                ("id", "INTEGER"), ("prompt_id", "TEXT"), ("updated_content", "TEXT"), ("update_reason", "TEXT"),
                ("updated_by", "TEXT"), ("created_at", "DATETIME"),
            ]
        )
        // Such a row names the prompt that was enhanced, whose text is the one before.
        let texts = try ["parent_prompt_id", "prompt_id"].filter { try stage.has("enhancement_history", $0) }.map {
            "(SELECT p.content FROM main.prompts AS p WHERE p.id = t.\($0))"
        }
        var values = [("updated_content", "coalesce(\(texts.joined(separator: ", ")), NULL)")]
        let notes = try [
            ("enhancement_type", ""), ("enhancement_method", ", "), ("parent_prompt_id", ", from "),
            ("improvement_score", ", improvement "), ("metadata", ", "),
        ].filter { try stage.has("enhancement_history", $0.0) }.map { name, words in
            "coalesce('\(words)' || t.\(name), '')"
        }
        if !notes.isEmpty { values.append(("update_reason", notes.joined(separator: " || "))) }
        // What this program has kept of texts beside such a table was never noted in it.
        if try stage.has("pa_versions", "history_id") {
            let version = "FROM main.pa_versions AS v WHERE v.history_id = t.id"
            values = (values + [("updated_by", "NULL")]).map { name, other in
                (name, "iif(EXISTS (SELECT 1 \(version)), (SELECT v.\(name) \(version)), \(other))")
            }
        }
        try stage.fill("enhancement_history", values.map { Filling($0.0, $0.1) })
    }
}
