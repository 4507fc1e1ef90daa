extension MigrationStep {
    /// The table of runs.
    static let metrics = MigrationStep(name: "03-metrics", summary: "runs, their times and ratings") { stage in
        guard try stage.has("metrics") else {
            return try stage.addTable(
                "metrics",
                """
                CREATE TABLE main.metrics (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    prompt_id TEXT NOT NULL,
                    token_usage INTEGER,
                    response_time_ms INTEGER,
                    success_rate REAL,
                    user_rating INTEGER,
                    feedback TEXT,
                    created_at DATETIME DEFAULT CURRENT_TIMESTAMP,
                    FOREIGN KEY (prompt_id) REFERENCES prompts(id)
                )
                """
            )
        }
        try stage.addColumns(
            to: "metrics",
            [
                ("id", "INTEGER"), ("prompt_id", "TEXT"), ("token_usage", "INTEGER"), ("response_time_ms", "INTEGER"),
                ("success_rate", "REAL"), ("user_rating", "INTEGER"), ("feedback", "TEXT"), ("created_at", "DATETIME"),
            ]
        )
        if try stage.has("metrics", "response_time") {
            try stage.fill("metrics", [Filling("response_time_ms", "t.response_time")])
        }
    }
}
