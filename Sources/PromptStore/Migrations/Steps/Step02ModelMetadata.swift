extension MigrationStep {
    /// The table of generations. Settings that older files keep with the prompt are told here too.
    static let modelMetadata = MigrationStep(
        name: "02-model-metadata",
        summary: "generations and their settings"
    ) { stage in
        let settings = try ["temperature", "max_tokens"].filter { try stage.has("prompts", $0) }
        if try stage.has("model_metadata") {
            try stage.addColumns(
                to: "model_metadata",
                [
                    ("id", "INTEGER"), ("prompt_id", "TEXT"), ("generation_model", "TEXT"),
                    ("total_tokens", "INTEGER"), ("input_tokens", "INTEGER"), ("output_tokens", "INTEGER"),
                    ("temperature", "REAL"), ("max_tokens", "INTEGER"), ("created_at", "DATETIME"),
                ]
            )
            try stage.fill(
                "model_metadata",
                settings.map {
                    Filling($0, "(SELECT p.\($0) FROM main.prompts AS p WHERE p.id = t.prompt_id)")
                }
            )
            return
        }
        try stage.addTable(
            "model_metadata",
            """
            CREATE TABLE main.model_metadata (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                prompt_id TEXT NOT NULL,
                generation_model TEXT NOT NULL,
                total_tokens INTEGER,
                input_tokens INTEGER,
                output_tokens INTEGER,
                temperature REAL,
                max_tokens INTEGER,
                created_at DATETIME DEFAULT CURRENT_TIMESTAMP,
                FOREIGN KEY (prompt_id) REFERENCES prompts(id)
            )
            """
        )
        // Only files that had no place for generations keep these with the prompt.
        guard try stage.has("prompts", "actual_tokens") else { return }
        let columns = ["prompt_id", "generation_model", "total_tokens", "created_at"] + settings
        let values = ["t.id", "t.model", "t.actual_tokens", "t.created_at"] + settings.map { "t.\($0)" }
        try stage.derive(
            "model_metadata",
            columns,
            from: "prompts",
            values,
            where: "t.id IS NOT NULL AND t.model IS NOT NULL"
        )
    }
}
