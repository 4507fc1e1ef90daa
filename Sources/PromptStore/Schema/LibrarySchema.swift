import GRDB

/// The layout of a library: what its documentation promises, and what this program adds under names with `pa_`.
enum LibrarySchema {
    /// The columns of every documented table.
    static let columns: [(table: String, columns: [String])] = [
        (
            "prompts",
            [
                "id", "content", "phase", "provider", "model", "persona", "tags", "context", "embedding",
                "embedding_model", "embedding_dimensions", "created_at", "updated_at", "parent_id", "variant_of",
                "effectiveness_score", "usage_count",
            ]
        ),
        (
            "model_metadata",
            [
                "id", "prompt_id", "generation_model", "total_tokens", "input_tokens", "output_tokens",
                "temperature", "max_tokens", "created_at",
            ]
        ),
        (
            "metrics",
            [
                "id", "prompt_id", "token_usage", "response_time_ms", "success_rate", "user_rating", "feedback",
                "created_at",
            ]
        ),
        (
            "enhancement_history",
            ["id", "prompt_id", "updated_content", "update_reason", "updated_by", "created_at"]
        ),
        (
            "learning_patterns",
            ["id", "pattern_type", "pattern_data", "confidence_score", "usage_count", "created_at", "updated_at"]
        ),
        (
            "user_feedback",
            ["id", "prompt_id", "rating", "feedback_type", "feedback_text", "session_id", "created_at"]
        ),
    ]

    /// The documented columns of one table.
    static func columns(of table: String) -> [String] { columns.first { $0.table == table }?.columns ?? [] }

    /// The six documented tables.
    static let tables = """
        CREATE TABLE prompts (
            id TEXT PRIMARY KEY,
            content TEXT NOT NULL,
            phase TEXT NOT NULL,
            provider TEXT NOT NULL,
            model TEXT NOT NULL,
            persona TEXT,
            tags TEXT,
            context TEXT,
            embedding BLOB,
            embedding_model TEXT,
            embedding_dimensions INTEGER,
            created_at DATETIME DEFAULT CURRENT_TIMESTAMP,
            updated_at DATETIME DEFAULT CURRENT_TIMESTAMP,
            parent_id TEXT,
            variant_of TEXT,
            effectiveness_score REAL DEFAULT 0.0,
            usage_count INTEGER DEFAULT 0
        );
        CREATE TABLE model_metadata (
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
        );
        CREATE TABLE metrics (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            prompt_id TEXT NOT NULL,
            token_usage INTEGER,
            response_time_ms INTEGER,
            success_rate REAL,
            user_rating INTEGER,
            feedback TEXT,
            created_at DATETIME DEFAULT CURRENT_TIMESTAMP,
            FOREIGN KEY (prompt_id) REFERENCES prompts(id)
        );
        CREATE TABLE learning_patterns (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            pattern_type TEXT NOT NULL,
            pattern_data TEXT NOT NULL,
            confidence_score REAL DEFAULT 0.0,
            usage_count INTEGER DEFAULT 0,
            created_at DATETIME DEFAULT CURRENT_TIMESTAMP,
            updated_at DATETIME DEFAULT CURRENT_TIMESTAMP
        );
        """ + "\n" + enhancementHistory + "\n" + userFeedback

    /// Where the texts of a prompt go; in a file of an older generation it is made by the first edit.
    static let enhancementHistory = """
        CREATE TABLE main.enhancement_history (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            prompt_id TEXT NOT NULL,
            updated_content TEXT NOT NULL,
            update_reason TEXT,
            updated_by TEXT,
            created_at DATETIME DEFAULT CURRENT_TIMESTAMP,
            FOREIGN KEY (prompt_id) REFERENCES prompts(id)
        );
        CREATE INDEX main.idx_enhancement_history_prompt_id ON enhancement_history(prompt_id);
        """

    /// The texts of a history whose rows, as one generation has them, have no room for any.
    static let ownVersions = """
        CREATE TABLE IF NOT EXISTS main.pa_versions (
            history_id TEXT PRIMARY KEY,
            updated_content TEXT NOT NULL,
            update_reason TEXT,
            updated_by TEXT
        );
        """

    /// Where ratings go; in a file of an older generation it is made by the first one.
    private static let userFeedback = """
        CREATE TABLE main.user_feedback (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            prompt_id TEXT NOT NULL,
            rating INTEGER CHECK (rating >= 1 AND rating <= 5),
            feedback_type TEXT,
            feedback_text TEXT,
            session_id TEXT,
            created_at DATETIME DEFAULT CURRENT_TIMESTAMP,
            FOREIGN KEY (prompt_id) REFERENCES prompts(id)
        );
        CREATE INDEX main.idx_user_feedback_prompt_id ON user_feedback(prompt_id);
        """

    /// The twelve documented indexes.
    static let indexes = """
        CREATE INDEX idx_prompts_phase ON prompts(phase);
        CREATE INDEX idx_prompts_provider ON prompts(provider);
        CREATE INDEX idx_prompts_persona ON prompts(persona);
        CREATE INDEX idx_prompts_created_at ON prompts(created_at);
        CREATE INDEX idx_prompts_effectiveness ON prompts(effectiveness_score);
        CREATE INDEX idx_prompts_tags ON prompts(tags);
        CREATE INDEX idx_model_metadata_prompt_id ON model_metadata(prompt_id);
        CREATE INDEX idx_metrics_prompt_id ON metrics(prompt_id);
        CREATE INDEX idx_learning_patterns_type ON learning_patterns(pattern_type);
        CREATE INDEX idx_learning_patterns_confidence ON learning_patterns(confidence_score);
        """

    /// Tables of our own: the journal of changes with what each did to each row, the terms of each score, and the running sums behind them.
    private static let ownTables = """
        CREATE TABLE IF NOT EXISTS main.pa_journal (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            session_id TEXT NOT NULL,
            process_id INTEGER NOT NULL,
            made_at DATETIME NOT NULL,
            title TEXT NOT NULL,
            prompt_id TEXT NOT NULL,
            prompt_count INTEGER NOT NULL,
            bytes INTEGER NOT NULL,
            undone_by TEXT,
            undone_order INTEGER
        );
        CREATE TABLE IF NOT EXISTS main.pa_journal_rows (
            id INTEGER PRIMARY KEY,
            entry_id INTEGER NOT NULL,
            prompt_id TEXT NOT NULL,
            change BLOB NOT NULL
        );
        CREATE INDEX IF NOT EXISTS main.pa_journal_rows_entry ON pa_journal_rows(entry_id);
        CREATE TABLE IF NOT EXISTS main.pa_scores (
            prompt_id TEXT PRIMARY KEY,
            score REAL NOT NULL,
            prior_mean REAL NOT NULL,
            foreign_score,
            rating_count INTEGER NOT NULL,
            spread REAL NOT NULL,
            as_of DATETIME NOT NULL
        );
        CREATE TABLE IF NOT EXISTS main.pa_phase_ratings (
            phase TEXT PRIMARY KEY,
            rating_count INTEGER NOT NULL,
            rating_sum REAL NOT NULL
        );
        """

    /// How each maintenance task ended when it ran last.
    static let taskMemory = """
        CREATE TABLE IF NOT EXISTS main.pa_tasks (
            task TEXT PRIMARY KEY,
            ended_at DATETIME NOT NULL,
            seconds REAL NOT NULL,
            outcome TEXT NOT NULL,
            headline TEXT NOT NULL
        );
        """

    /// Which of the changes that waited beside the library are made.
    static let settledChanges = "CREATE TABLE IF NOT EXISTS main.pa_settled (key TEXT PRIMARY KEY)"

    /// Writes the whole layout into an empty database, which thereby is past all steps.
    static func create(in database: Database) throws {
        try database.execute(sql: tables)
        try database.execute(sql: indexes)
        for index in OwnIndex.all { try database.execute(sql: index.sql) }
        try MigrationSteps.record(MigrationSteps.all, in: database)
    }

    /// Whether scores have a column in the table of prompts; where not, they live in a table of our own only.
    static func hasScores(_ database: Database) throws -> Bool {
        let sql = "SELECT 1 FROM pragma_table_info('prompts', 'main') WHERE name = 'effectiveness_score'"
        return try Int.fetchOne(database.cachedStatement(sql: sql)) != nil
    }

    /// Adds the tables that the first write needs, with the sums of the ratings that are there already.
    static func addOwnTables(to database: Database) throws {
        // Another connection may have restored a file that has none.
        database.clearSchemaCache()
        if try database.tableExists("pa_phase_ratings", in: "main") { return }
        try database.inTransaction(.immediate) {
            // Another process may have added them just before.
            database.clearSchemaCache()
            if try database.tableExists("pa_phase_ratings", in: "main") { return .commit }
            if try !database.tableExists("user_feedback", in: "main") { try database.execute(sql: userFeedback) }
            try database.execute(sql: ownTables)
            try UniformFace.renew(on: database)
            try PhaseMeans.rebuild(in: database)
            return .commit
        }
    }
}
