extension MigrationStep {
    /// The table of what was learned, which no older file has.
    static let learningPatterns = MigrationStep(name: "05-learning-patterns", summary: "learned patterns") { stage in
        guard try stage.has("learning_patterns") else {
            return try stage.addTable(
                "learning_patterns",
                """
                CREATE TABLE main.learning_patterns (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    pattern_type TEXT NOT NULL,
                    pattern_data TEXT NOT NULL,
                    confidence_score REAL DEFAULT 0.0,
                    usage_count INTEGER DEFAULT 0,
                    created_at DATETIME DEFAULT CURRENT_TIMESTAMP,
                    updated_at DATETIME DEFAULT CURRENT_TIMESTAMP
                )
                """
            )
        }
        try stage.addColumns(
            to: "learning_patterns",
            [
                ("id", "INTEGER"), ("pattern_type", "TEXT"), ("pattern_data", "TEXT"),
                ("confidence_score", "REAL DEFAULT 0.0"), ("usage_count", "INTEGER DEFAULT 0"),
                ("created_at", "DATETIME"), ("updated_at", "DATETIME"),
            ]
        )
    }
}
