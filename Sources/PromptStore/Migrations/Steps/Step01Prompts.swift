extension MigrationStep {
    /// The documented columns of the table of prompts, filled with what older columns say.
    static let prompts = MigrationStep(
        name: "01-prompts",
        summary: "columns of prompts: persona, context, vectors, variants, score, use"
    ) { stage in
        try stage.addColumns(
            to: "prompts",
            [
                ("phase", "TEXT"), ("provider", "TEXT"), ("model", "TEXT"), ("persona", "TEXT"), ("tags", "TEXT"),
                ("context", "TEXT"), ("embedding", "BLOB"), ("embedding_model", "TEXT"),
                ("embedding_dimensions", "INTEGER"), ("created_at", "DATETIME"), ("updated_at", "DATETIME"),
                ("parent_id", "TEXT"), ("variant_of", "TEXT"), ("effectiveness_score", "REAL DEFAULT 0.0"),
                ("usage_count", "INTEGER DEFAULT 0"),
            ]
        )
        // Four bytes a dimension; what is no multiple of it is not a vector.
        var fillings = [
            Filling(
                "embedding_dimensions",
                """
                CASE WHEN typeof(t.embedding) = 'blob' AND length(t.embedding) > 0 AND length(t.embedding) % 4 = 0
                  THEN length(t.embedding) / 4 END
                """
            )
        ]
        if try stage.has("prompts", "persona_used") {
            fillings.append(Filling("persona", "nullif(t.persona_used, '')"))
        }
        var scores: [String] = []
        if try stage.has("pa_scores", "score") {
            scores.append("(SELECT s.score FROM main.pa_scores AS s WHERE s.prompt_id = t.id)")
        }
        if try stage.has("prompts", "relevance_score") {
            // 1.0 is what every prompt got.
            scores.append(
                """
                CASE WHEN typeof(t.relevance_score) IN ('real', 'integer')
                  AND t.relevance_score >= 0 AND t.relevance_score < 1 THEN t.relevance_score END
                """
            )
        }
        if !scores.isEmpty {
            fillings.append(Filling("effectiveness_score", "coalesce(\(scores.joined(separator: ", ")), NULL)"))
        }
        try stage.fill("prompts", fillings)
    }
}
