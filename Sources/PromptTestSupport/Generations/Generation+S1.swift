extension Generation {
    static let s1Schema =
        """
        CREATE TABLE prompts (\(oldColumns), content_hash TEXT NOT NULL, source_type TEXT DEFAULT 'manual',
            enhancement_method TEXT, relevance_score REAL DEFAULT 1.0, usage_count INTEGER DEFAULT 0,
            generation_count INTEGER DEFAULT 0, last_used_at TIMESTAMP, original_input TEXT, generation_request TEXT,
            generation_context TEXT, persona_used TEXT, target_model_family TEXT,
            FOREIGN KEY (parent_id) REFERENCES prompts(id));
        """ + oldSatellites + s1Satellites + s1Indexes

    private static let s1Satellites = """
        CREATE TABLE enhancement_history (
            id TEXT PRIMARY KEY, prompt_id TEXT NOT NULL, parent_prompt_id TEXT, enhancement_type TEXT NOT NULL,
            enhancement_method TEXT NOT NULL, improvement_score REAL DEFAULT 0.0, metadata TEXT,
            created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
            FOREIGN KEY (prompt_id) REFERENCES prompts(id) ON DELETE CASCADE,
            FOREIGN KEY (parent_prompt_id) REFERENCES prompts(id) ON DELETE SET NULL);
        CREATE TABLE prompt_relationships (
            id TEXT PRIMARY KEY, source_prompt_id TEXT NOT NULL, target_prompt_id TEXT NOT NULL,
            relationship_type TEXT NOT NULL, strength REAL DEFAULT 0.0, context TEXT,
            created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
            FOREIGN KEY (source_prompt_id) REFERENCES prompts(id) ON DELETE CASCADE,
            FOREIGN KEY (target_prompt_id) REFERENCES prompts(id) ON DELETE CASCADE,
            UNIQUE(source_prompt_id, target_prompt_id, relationship_type));
        CREATE TABLE usage_analytics (
            id TEXT PRIMARY KEY, prompt_id TEXT NOT NULL, used_in_generation BOOLEAN DEFAULT FALSE,
            generated_prompt_id TEXT, usage_context TEXT, effectiveness_score REAL DEFAULT 0.0,
            created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
            FOREIGN KEY (prompt_id) REFERENCES prompts(id) ON DELETE CASCADE,
            FOREIGN KEY (generated_prompt_id) REFERENCES prompts(id) ON DELETE SET NULL);
        CREATE TABLE database_config (
            key TEXT PRIMARY KEY, value TEXT NOT NULL, description TEXT,
            updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP);
        INSERT INTO database_config (key, value, description) VALUES
            ('max_prompts', '1000', 'Most prompts that are kept'),
            ('vector_dimensions', '1536', 'Dimensions of an embedding'),
            ('embedding_model', 'text-embedding-3-small', 'Model of the embeddings'),
            ('embedding_provider', 'openai', 'Provider of the embeddings'),
            ('similarity_threshold', '0.3', 'Least similarity of a hit'),
            ('relevance_decay', '0.05', 'Loss of relevance a day'),
            ('cleanup_days', '30', 'Days between two cleanings'),
            ('min_relevance', '0.1', 'Least relevance that is kept'),
            ('schema_version', '2', 'Version of this layout');
        CREATE VIEW prompts_with_embeddings AS
            SELECT prompts.*, embedding IS NOT NULL AS has_embedding, length(embedding) AS embedding_size FROM prompts;

        """

    private static let s1Indexes = """
        CREATE INDEX idx_prompts_content_hash ON prompts(content_hash);
        CREATE INDEX idx_prompts_source_type ON prompts(source_type);
        CREATE INDEX idx_prompts_relevance_score ON prompts(relevance_score);
        CREATE INDEX idx_prompts_usage_count ON prompts(usage_count);
        CREATE INDEX idx_prompts_last_used_at ON prompts(last_used_at);
        CREATE INDEX idx_prompts_embedding_provider ON prompts(embedding_provider);
        CREATE INDEX idx_prompts_embedding_relevance ON prompts(embedding, relevance_score) WHERE embedding IS NOT NULL;
        CREATE INDEX idx_prompts_phase_embedding ON prompts(phase, embedding) WHERE embedding IS NOT NULL;
        CREATE INDEX idx_prompts_provider_embedding ON prompts(provider, embedding) WHERE embedding IS NOT NULL;
        CREATE INDEX idx_prompts_model_embedding ON prompts(model, embedding) WHERE embedding IS NOT NULL;
        CREATE INDEX idx_enhancement_history_prompt_id ON enhancement_history(prompt_id);
        CREATE INDEX idx_enhancement_history_parent ON enhancement_history(parent_prompt_id);
        CREATE INDEX idx_relationships_source ON prompt_relationships(source_prompt_id);
        CREATE INDEX idx_relationships_target ON prompt_relationships(target_prompt_id);
        CREATE INDEX idx_usage_analytics_prompt_id ON usage_analytics(prompt_id);
        CREATE TRIGGER update_usage_count AFTER UPDATE OF last_used_at ON prompts BEGIN
            UPDATE prompts SET usage_count = usage_count + 1 WHERE id = NEW.id; END;
        CREATE TRIGGER update_relevance_score AFTER UPDATE OF usage_count ON prompts BEGIN
            UPDATE prompts SET relevance_score = min(1.0, relevance_score + 0.05) WHERE id = NEW.id; END;

        """
}
