import GRDB

@testable import PromptStore

/// Empty files of the generations that are about, with their constraints, indexes and triggers.
enum Generation: CaseIterable {
    /// With embeddings in the file; then with hashes, histories and relationships; then with unix times and no vectors.
    case s0, s1, s2
    /// What the program of the last generation leaves of a file of the first when it fails to open it.
    case half

    func create(at path: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: sql) }
        if self == .s2 { try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") } }
        try queue.close()
    }

    /// Whether times are seconds since 1970.
    var hasUnixTimes: Bool { self == .s2 }

    private var sql: String {
        switch self {
        case .s0: Self.first + Self.firstTriggers
        case .s1: Self.first + Self.second + Self.firstTriggers + Self.secondTriggers
        case .s2: Self.third + Self.thirdSatellites
        case .half: Self.first + Self.firstTriggers + Self.thirdSatellites
        }
    }

    private static let first = """
        CREATE TABLE prompts (
            id TEXT PRIMARY KEY, content TEXT NOT NULL, phase TEXT NOT NULL, provider TEXT NOT NULL, model TEXT NOT NULL,
            temperature REAL DEFAULT 0.7, max_tokens INTEGER DEFAULT 2000, actual_tokens INTEGER DEFAULT 0, tags TEXT,
            parent_id TEXT, created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
            updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP, embedding BLOB, embedding_model TEXT,
            embedding_provider TEXT, FOREIGN KEY (parent_id) REFERENCES prompts(id));
        CREATE TABLE model_metadata (
            id TEXT PRIMARY KEY, prompt_id TEXT NOT NULL, generation_model TEXT NOT NULL,
            generation_provider TEXT NOT NULL, embedding_model TEXT, embedding_provider TEXT, model_version TEXT,
            api_version TEXT, processing_time INTEGER DEFAULT 0, input_tokens INTEGER DEFAULT 0,
            output_tokens INTEGER DEFAULT 0, total_tokens INTEGER DEFAULT 0, cost REAL DEFAULT 0.0,
            created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
            FOREIGN KEY (prompt_id) REFERENCES prompts(id) ON DELETE CASCADE);
        CREATE TABLE metrics (
            id TEXT PRIMARY KEY, prompt_id TEXT NOT NULL, conversion_rate REAL DEFAULT 0.0,
            engagement_score REAL DEFAULT 0.0, token_usage INTEGER DEFAULT 0, response_time INTEGER DEFAULT 0,
            usage_count INTEGER DEFAULT 0, created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
            updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
            FOREIGN KEY (prompt_id) REFERENCES prompts(id) ON DELETE CASCADE);
        CREATE TABLE context (
            id TEXT PRIMARY KEY, prompt_id TEXT NOT NULL, context_type TEXT NOT NULL, content TEXT NOT NULL,
            relevance_score REAL DEFAULT 0.0, created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP);
        CREATE INDEX idx_prompts_phase ON prompts(phase);
        CREATE INDEX idx_prompts_created_at ON prompts(created_at);
        CREATE INDEX idx_prompts_parent_id ON prompts(parent_id);
        CREATE INDEX idx_metrics_prompt_id ON metrics(prompt_id);

        """

    private static let firstTriggers = """
        CREATE TRIGGER update_prompts_timestamp AFTER UPDATE ON prompts BEGIN
            UPDATE prompts SET updated_at = CURRENT_TIMESTAMP WHERE id = NEW.id; END;
        CREATE TRIGGER update_metrics_timestamp AFTER UPDATE ON metrics BEGIN
            UPDATE metrics SET updated_at = CURRENT_TIMESTAMP WHERE id = NEW.id; END;

        """

    private static let second = """
        ALTER TABLE prompts ADD COLUMN content_hash TEXT NOT NULL DEFAULT '';
        ALTER TABLE prompts ADD COLUMN source_type TEXT DEFAULT 'manual';
        ALTER TABLE prompts ADD COLUMN relevance_score REAL DEFAULT 1.0;
        ALTER TABLE prompts ADD COLUMN usage_count INTEGER DEFAULT 0;
        ALTER TABLE prompts ADD COLUMN last_used_at TIMESTAMP;
        ALTER TABLE prompts ADD COLUMN original_input TEXT;
        ALTER TABLE prompts ADD COLUMN persona_used TEXT;
        CREATE TABLE enhancement_history (
            id TEXT PRIMARY KEY, prompt_id TEXT NOT NULL, parent_prompt_id TEXT, enhancement_type TEXT NOT NULL,
            enhancement_method TEXT NOT NULL, improvement_score REAL DEFAULT 0.0, metadata TEXT,
            created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP);
        CREATE TABLE prompt_relationships (
            id TEXT PRIMARY KEY, source_prompt_id TEXT NOT NULL, target_prompt_id TEXT NOT NULL,
            relationship_type TEXT NOT NULL, strength REAL DEFAULT 0.0, context TEXT,
            created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
            UNIQUE(source_prompt_id, target_prompt_id, relationship_type));
        CREATE VIEW prompts_with_embeddings AS SELECT prompts.*, embedding IS NOT NULL AS has_embedding,
            length(embedding) AS embedding_size FROM prompts;
        CREATE INDEX idx_prompts_usage_count ON prompts(usage_count);

        """

    private static let secondTriggers = """
        CREATE TRIGGER update_usage AFTER UPDATE OF last_used_at ON prompts BEGIN
            UPDATE prompts SET usage_count = usage_count + 1 WHERE id = NEW.id; END;
        CREATE TRIGGER update_relevance AFTER UPDATE OF usage_count ON prompts BEGIN
            UPDATE prompts SET relevance_score = min(1.0, relevance_score + 0.05) WHERE id = NEW.id; END;

        """

    private static let third = """
        CREATE TABLE prompts (
            id TEXT PRIMARY KEY, content TEXT NOT NULL, content_hash TEXT NOT NULL UNIQUE, phase TEXT, provider TEXT,
            model TEXT, temperature REAL, max_tokens INTEGER, actual_tokens INTEGER, tags TEXT, parent_id TEXT,
            session_id TEXT, source_type TEXT, enhancement_method TEXT, relevance_score REAL, usage_count INTEGER,
            generation_count INTEGER, last_used_at DATETIME, original_input TEXT, persona_used TEXT,
            target_model_family TEXT, created_at DATETIME NOT NULL, updated_at DATETIME NOT NULL,
            embedding_model TEXT, embedding_provider TEXT);
        CREATE INDEX idx_prompts_created_at ON prompts(created_at);

        """

    private static let thirdSatellites = """
        CREATE TABLE user_interactions (
            id TEXT PRIMARY KEY, prompt_id TEXT, session_id TEXT, action TEXT NOT NULL, score REAL,
            timestamp DATETIME NOT NULL);
        CREATE INDEX idx_interactions_prompt ON user_interactions(prompt_id);

        """
}
