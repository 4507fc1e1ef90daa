extension MigrationStep {
    /// The twelve documented indexes.
    static let documentedIndexes = MigrationStep(
        name: "07-documented-indexes",
        summary: "the documented indexes"
    ) { stage in
        for (name, definition) in [
            ("idx_prompts_phase", "prompts(phase)"),
            ("idx_prompts_provider", "prompts(provider)"),
            ("idx_prompts_persona", "prompts(persona)"),
            ("idx_prompts_created_at", "prompts(created_at)"),
            ("idx_prompts_effectiveness", "prompts(effectiveness_score)"),
            ("idx_prompts_tags", "prompts(tags)"),
            ("idx_model_metadata_prompt_id", "model_metadata(prompt_id)"),
            ("idx_metrics_prompt_id", "metrics(prompt_id)"),
            ("idx_enhancement_history_prompt_id", "enhancement_history(prompt_id)"),
            ("idx_user_feedback_prompt_id", "user_feedback(prompt_id)"),
            ("idx_learning_patterns_type", "learning_patterns(pattern_type)"),
            ("idx_learning_patterns_confidence", "learning_patterns(confidence_score)"),
        ] { try stage.addIndex(name, on: definition) }
    }
}
