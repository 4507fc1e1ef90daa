/// The statement that has made a trigger or a view, looked at without regard to its name, blanks and letter case.
struct ObjectDefinition {
    /// What follows the name.
    private let tokens: [String]

    init(_ sql: String) {
        var rest = SQLTokens.split(sql)[...]
        rest = rest.drop { $0 != "trigger" && $0 != "view" }.dropFirst()
        if rest.starts(with: ["if", "not", "exists"]) { rest = rest.dropFirst(3) }
        rest = rest.dropFirst()
        if rest.first == "." { rest = rest.dropFirst(2) }
        tokens = Array(rest)
    }

    /// Whether this program, or a known generation of the tool, makes such a one.
    var isKnown: Bool { Self.known.contains(tokens) }

    /// What sets a trigger off: all that stands before what it does.
    var event: String {
        let ends = ["for", "when", "begin"]
        return tokens.prefix { !ends.contains($0) }.joined(separator: " ").replacing(" ,", with: ",")
    }

    /// Those of the generations that are about. The last trigger has a file's scores rise with every use.
    private static let known: Set<[String]> = Set(
        [
            """
            CREATE TRIGGER x AFTER UPDATE ON prompts BEGIN
                UPDATE prompts SET updated_at = CURRENT_TIMESTAMP WHERE id = NEW.id; END
            """,
            """
            CREATE TRIGGER x AFTER UPDATE ON metrics BEGIN
                UPDATE metrics SET updated_at = CURRENT_TIMESTAMP WHERE id = NEW.id; END
            """,
            """
            CREATE TRIGGER x AFTER UPDATE OF last_used_at ON prompts BEGIN
                UPDATE prompts SET usage_count = usage_count + 1 WHERE id = NEW.id; END
            """,
            """
            CREATE TRIGGER x AFTER UPDATE OF usage_count ON prompts BEGIN
                UPDATE prompts SET relevance_score = min(1.0, relevance_score + 0.05) WHERE id = NEW.id; END
            """,
            """
            CREATE VIEW x AS SELECT p.*, CASE WHEN p.embedding IS NOT NULL THEN 1 ELSE 0 END AS has_embedding,
                length(p.embedding) AS embedding_size FROM prompts p
            """,
            """
            CREATE VIEW x AS SELECT prompts.*, embedding IS NOT NULL AS has_embedding,
                length(embedding) AS embedding_size FROM prompts
            """,
        ].map { ObjectDefinition($0).tokens }
    )
}
