/// Writing a sample library the way each generation does.
extension SampleLibrary {
    /// Makes a file of a generation that holds what that can hold.
    public func store(in generation: Generation, at path: String, times: SampleTimes = .own) throws {
        try generation.create(at: path)
        try OtherProgram(path).execute(sql(for: generation, times: times))
    }

    /// The statements that fill an empty file of a generation, in one transaction.
    public func sql(for generation: Generation, times: SampleTimes = .own) -> String {
        var lines = ["BEGIN;"]
        func insert(_ table: String, _ values: [(String, String)]) {
            let names = values.map(\.0).joined(separator: ", ")
            lines.append("INSERT INTO \(table) (\(names)) VALUES (\(values.map(\.1).joined(separator: ", ")));")
        }
        func moment(_ seconds: Int, _ number: Int) -> String { times.literal(seconds, number: number, in: generation) }
        for (number, prompt) in prompts.enumerated() {
            insert("prompts", columns(of: prompt, number, in: generation, moment: moment))
        }
        for (number, rating) in ratings.enumerated() where generation.hasRatings {
            let common = [("prompt_id", id(rating.prompt)), ("session_id", Self.text(rating.session))]
            if generation.hasInteractions {
                let score = "\(Double(rating.rating - 1) / 4)"
                insert(
                    "user_interactions",
                    common + [
                        ("id", "'i\(number)'"), ("action", "'rated'"), ("score", score),
                        ("timestamp", "\(rating.madeAt)"),
                    ]
                )
            } else {
                // One program writes them all, whoever has written the prompts.
                let at = SampleTimes.own.literal(rating.madeAt, number: number, in: generation)
                insert(
                    "user_feedback",
                    common + [("rating", "\(rating.rating)"), ("feedback_type", "'rating'"), ("created_at", at)]
                )
            }
        }
        for (number, run) in runs.enumerated() where generation.hasRuns {
            let isOld = generation != .documented
            let own = isOld ? [("id", "'m\(number)'")] : []
            insert(
                "metrics",
                own + [
                    ("prompt_id", id(run.prompt)), ("token_usage", "\(run.tokens)"),
                    (isOld ? "response_time" : "response_time_ms", "\(run.milliseconds)"),
                    ("created_at", moment(run.madeAt, number)),
                ]
            )
        }
        for (number, row) in enhancements.enumerated() where generation.hasHistory {
            insert("enhancement_history", columns(of: row, number, in: generation, moment: moment))
        }
        for (number, row) in relationships.enumerated() where generation.hasRelationships {
            insert(
                "prompt_relationships",
                [
                    ("id", "'r\(number)'"), ("source_prompt_id", id(row.source)), ("target_prompt_id", id(row.target)),
                    ("relationship_type", Self.text(row.type)), ("strength", "\(row.strength)"),
                    ("created_at", moment(row.madeAt, number)),
                ]
            )
        }
        return (lines + ["COMMIT;"]).joined(separator: "\n")
    }

    private func columns(
        of prompt: Prompt,
        _ number: Int,
        in generation: Generation,
        moment: (Int, Int) -> String
    ) -> [(String, String)] {
        var columns = [
            ("id", Self.text(prompt.id)), ("content", Self.text(prompt.content)), ("phase", Self.text(prompt.phase)),
            ("provider", Self.text(prompt.provider)), ("model", Self.text(prompt.model)),
            ("tags", tags(prompt.tags, in: generation)), ("created_at", moment(prompt.createdAt, number)),
            ("updated_at", moment(prompt.updatedAt, number + 4)),
        ]
        // The program of that generation writes each prompt's own id there.
        let parent = generation.hasParents ? prompt.parent.map(id) : Self.text(prompt.id)
        columns.append(("parent_id", parent ?? "NULL"))
        if generation.hasUsage {
            let persona = generation == .documented ? "persona" : "persona_used"
            columns += [(persona, prompt.persona.map(Self.text) ?? "NULL"), ("usage_count", "\(prompt.usageCount)")]
        }
        if generation != .documented {
            columns += [
                ("temperature", "\(prompt.temperature)"), ("max_tokens", "\(prompt.maxTokens)"),
                ("actual_tokens", "\(prompt.tokens)"),
            ]
        }
        if generation.hasRuns, !prompt.embedding.isEmpty {
            let bytes = prompt.embedding.flatMap { value in
                (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) }
            }
            let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            columns += [("embedding", "x'\(digits)'"), ("embedding_model", "'text-embedding-3-small'")]
            if generation == .documented { columns.append(("embedding_dimensions", "\(prompt.embedding.count)")) }
        }
        if generation.isEnhanced {
            // No reader compares it with the text; 64 digits, and no two alike.
            let digits = String(number, radix: 16)
            columns.append(("content_hash", "'" + String(repeating: "0", count: 64 - digits.count) + digits + "'"))
            columns += [("relevance_score", "1.0"), ("original_input", Self.text("input of \(number)"))]
        }
        if generation == .s2 { columns.append(("session_id", "'session-of-\(number)'")) }
        return columns
    }

    private func columns(
        of row: Enhancement,
        _ number: Int,
        in generation: Generation,
        moment: (Int, Int) -> String
    ) -> [(String, String)] {
        let common = [("prompt_id", id(row.prompt)), ("created_at", moment(row.madeAt, number))]
        guard generation == .documented else {
            return common + [
                ("id", "'h\(number)'"), ("parent_prompt_id", id(row.parent)), ("enhancement_type", Self.text(row.type)),
                ("enhancement_method", Self.text(row.method)),
            ]
        }
        return common + [("updated_content", Self.text(prompts[row.parent].content))]
    }

    private func tags(_ tags: [String], in generation: Generation) -> String {
        if generation == .documented { return tags.isEmpty ? "NULL" : Self.text(tags.joined(separator: ",")) }
        if tags.isEmpty { return generation == .s2 ? "'null'" : "NULL" }
        return Self.text("[" + tags.map { "\"\($0)\"" }.joined(separator: ",") + "]")
    }

    private func id(_ number: Int) -> String { Self.text(prompts[number].id) }

    private static func text(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }
}
