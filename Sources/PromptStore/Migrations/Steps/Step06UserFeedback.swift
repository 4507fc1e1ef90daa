extension MigrationStep {
    /// The table of ratings and comments. What older files note of a person's choices stays where it is.
    static let userFeedback = MigrationStep(name: "06-user-feedback", summary: "ratings and comments") { stage in
        guard try stage.has("user_feedback") else {
            return try stage.addTable(
                "user_feedback",
                """
                CREATE TABLE main.user_feedback (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    prompt_id TEXT NOT NULL,
                    rating INTEGER CHECK (rating >= 1 AND rating <= 5),
                    feedback_type TEXT,
                    feedback_text TEXT,
                    session_id TEXT,
                    created_at DATETIME DEFAULT CURRENT_TIMESTAMP,
                    FOREIGN KEY (prompt_id) REFERENCES prompts(id)
                )
                """
            )
        }
        try stage.addColumns(
            to: "user_feedback",
            [
                ("id", "INTEGER"), ("prompt_id", "TEXT"), ("rating", "INTEGER"), ("feedback_type", "TEXT"),
                ("feedback_text", "TEXT"), ("session_id", "TEXT"), ("created_at", "DATETIME"),
            ]
        )
    }
}
