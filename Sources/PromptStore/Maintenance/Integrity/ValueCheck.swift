import GRDB

/// Values outside of the documented ranges, dates and tags that cannot be read, and embeddings whose length contradicts
/// their dimensions: each table is read once.
struct ValueCheck: IntegrityCheck {
    let stage = "Checking values"

    /// Something that a row must not be.
    private struct Rule {
        let text: String
        let condition: String
    }

    private static func outside(_ column: String, _ range: String, _ text: String) -> Rule {
        Rule(
            text: text,
            condition: "\(column) IS NOT NULL AND (typeof(\(column)) NOT IN ('integer', 'real') OR NOT (\(range)))"
        )
    }

    private static func unknown(_ column: String, _ values: [String], _ text: String) -> Rule {
        let list = values.map { "'\($0)'" }.joined(separator: ", ")
        return Rule(text: text, condition: "\(column) IS NOT NULL AND \(column) NOT IN (\(list))")
    }

    private static func noDate(_ column: String) -> Rule {
        Rule(
            text: "\(column) is no date",
            condition: "typeof(\(column)) IN ('text', 'blob') AND julianday(\(column)) IS NULL"
        )
    }

    private static let prompts = [
        unknown("phase", ["prima-materia", "solutio", "coagulatio"], "the phase is none of the three"),
        unknown(
            "provider",
            ["openai", "anthropic", "google", "openrouter", "ollama"],
            "the provider is not a known one"
        ),
        unknown("persona", ["code", "writing", "analysis", "generic"], "the persona is not a known one"),
        outside("effectiveness_score", "effectiveness_score BETWEEN 0 AND 1", "the score is not between 0 and 1"),
        outside("usage_count", "usage_count >= 0", "the usage count is negative or no number"),
        noDate("created_at"), noDate("updated_at"),
        Rule(
            text: "the tags are neither separated by commas nor a JSON list",
            condition: "typeof(tags) = 'text' AND ltrim(tags) LIKE '[%' AND NOT json_valid(tags)"
        ),
        Rule(
            text: "the embedding is no whole number of four-byte values",
            condition: "embedding IS NOT NULL AND (typeof(embedding) <> 'blob' OR length(embedding) % 4 <> 0)"
        ),
        Rule(
            text: "the embedding's length contradicts its dimensions",
            condition: """
                typeof(embedding) = 'blob' AND length(embedding) % 4 = 0 AND embedding_dimensions IS NOT NULL
                AND length(embedding) IS NOT 4 * embedding_dimensions
                """
        ),
    ]

    private static let metrics = [
        outside("user_rating", "user_rating BETWEEN 1 AND 5", "a rating in metrics is not 1 to 5"),
        outside("success_rate", "success_rate BETWEEN 0 AND 1", "a success rate is not between 0 and 1"),
        outside("token_usage", "token_usage >= 0", "a token usage is negative or no number"),
        outside("response_time_ms", "response_time_ms >= 0", "a response time is negative or no number"),
        noDate("created_at"),
    ]

    private static let feedback = [
        outside("rating", "rating BETWEEN 1 AND 5", "a rating is not 1 to 5"), noDate("created_at"),
    ]

    private static let tables = [
        ("prompts", "id", prompts), ("metrics", "prompt_id", metrics), ("user_feedback", "prompt_id", feedback),
        ("enhancement_history", "prompt_id", [noDate("created_at")]),
        ("model_metadata", "prompt_id", [noDate("created_at")]),
    ]

    /// The rows that break a rule, and which: a bit for each.
    private static func sql(_ table: String, _ id: String, _ rules: [Rule]) -> String {
        let bits = rules.enumerated().map { "(((\($1.condition)) IS TRUE) << \($0))" }.joined(separator: " | ")
        return "SELECT CAST(\(id) AS TEXT) AS id, \(bits) AS broken FROM \(table) WHERE broken <> 0"
    }

    static let named = tables.map { NamedQuery("integrity: values of \($0)", sql($0, $1, $2)) }

    func findings(in database: Database, _ run: TaskRun) throws -> [TaskFinding] {
        try Self.tables.flatMap { table, id, rules in
            var counters = rules.map { FindingCounter("\(table): \($0.text)") }
            let rows = try Row.fetchCursor(database, sql: Self.sql(table, id, rules))
            while let row = try rows.next() {
                let broken: Int = row["broken"]
                for index in rules.indices where broken & (1 << index) != 0 {
                    counters[index].add(row.text("id") ?? "")
                }
            }
            return counters.compactMap(\.finding)
        }
    }
}
