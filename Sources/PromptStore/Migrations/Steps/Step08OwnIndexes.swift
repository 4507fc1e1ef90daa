extension MigrationStep {
    /// Indexes of our own, for what the documented ones cannot serve without reading the whole library.
    static let ownIndexes = MigrationStep(name: "08-own-indexes", summary: "indexes for the browser") { stage in
        for (name, definition) in [
            ("pa_prompts_parent_id", "prompts(parent_id, created_at) WHERE parent_id IS NOT NULL"),
            ("pa_prompts_variant_of", "prompts(variant_of, created_at) WHERE variant_of IS NOT NULL"),
            ("pa_prompts_updated_at", "prompts(updated_at)"),
            ("pa_prompts_usage_count", "prompts(usage_count)"),
            ("pa_prompts_phase_created_at", "prompts(phase, created_at)"),
            ("pa_user_feedback_newest", "user_feedback(prompt_id, created_at) WHERE rating IS NOT NULL"),
            ("pa_user_feedback_rating", "user_feedback(rating) WHERE rating IS NOT NULL"),
        ] { try stage.addIndex(name, on: definition) }
        // Where every prompt names itself as its parent, only another one is a parent.
        if try stage.has("prompts", "session_id") {
            try stage.addIndex(
                "pa_prompts_other_parent",
                on: "prompts(nullif(parent_id, id), created_at) WHERE nullif(parent_id, id) IS NOT NULL"
            )
        }
    }
}
