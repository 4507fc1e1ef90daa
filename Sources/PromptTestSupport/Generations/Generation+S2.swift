extension Generation {
    static let s2Prompts = """
        CREATE TABLE prompts (
            id TEXT PRIMARY KEY, content TEXT NOT NULL, content_hash TEXT NOT NULL UNIQUE, phase TEXT, provider TEXT,
            model TEXT, temperature REAL, max_tokens INTEGER, actual_tokens INTEGER, tags TEXT, parent_id TEXT,
            session_id TEXT, source_type TEXT, enhancement_method TEXT, relevance_score REAL, usage_count INTEGER,
            generation_count INTEGER, last_used_at DATETIME, original_input TEXT, persona_used TEXT,
            target_model_family TEXT, created_at DATETIME NOT NULL, updated_at DATETIME NOT NULL,
            embedding_model TEXT, embedding_provider TEXT, FOREIGN KEY (parent_id) REFERENCES prompts(id));

        """

    static let s2Interactions = """
        CREATE TABLE user_interactions (
            id TEXT PRIMARY KEY, prompt_id TEXT, session_id TEXT, action TEXT NOT NULL, score REAL,
            timestamp DATETIME NOT NULL, FOREIGN KEY (prompt_id) REFERENCES prompts(id));

        """

    static let s2Satellites =
        s2Interactions + """
            CREATE TABLE prompt_relationships (
                id TEXT PRIMARY KEY, source_prompt_id TEXT NOT NULL, target_prompt_id TEXT NOT NULL,
                relationship_type TEXT NOT NULL, strength REAL NOT NULL DEFAULT 0.5, context TEXT,
                created_at DATETIME NOT NULL,
                FOREIGN KEY (source_prompt_id) REFERENCES prompts(id) ON DELETE CASCADE,
                FOREIGN KEY (target_prompt_id) REFERENCES prompts(id) ON DELETE CASCADE);

            """

    static let s2Indexes = """
        CREATE INDEX idx_prompts_phase ON prompts(phase);
        CREATE INDEX idx_prompts_provider ON prompts(provider);
        CREATE INDEX idx_prompts_tags ON prompts(tags);
        CREATE INDEX idx_prompts_created_at ON prompts(created_at);
        CREATE INDEX idx_prompts_relevance_score ON prompts(relevance_score);
        CREATE INDEX idx_prompts_session_id ON prompts(session_id);
        CREATE INDEX idx_interactions_session_id ON user_interactions(session_id);
        CREATE INDEX idx_interactions_prompt_id ON user_interactions(prompt_id);
        CREATE INDEX idx_relationships_source ON prompt_relationships(source_prompt_id);
        CREATE INDEX idx_relationships_target ON prompt_relationships(target_prompt_id);

        """
}
