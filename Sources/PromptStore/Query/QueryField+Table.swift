/// The fields, and what each means in SQL.
extension QueryField {
    /// Every field, in the order in which they are listed.
    public static let all: [QueryField] = [
        phase, provider, model, persona, tag, rating, score, used, tokens, since, before, changed, has, family,
    ]

    /// The phase.
    public static let phase = column("phase", "phase", help: "the phase")
    /// The provider that the prompt is for.
    public static let provider = column("provider", "provider", help: "the provider it is for")
    /// The model that the prompt is for.
    public static let model = column("model", "model", help: "the model it is for")
    /// The persona.
    public static let persona = column("persona", "persona", help: "the persona")

    /// A whole tag.
    public static let tag = QueryField("tag", "a whole tag", .text, canBeMissing: true) { value, condition in
        guard case .text(let tag) = value else { return "\(QueryCondition.tagCount) = 0" }
        return condition.hasTag(tag)
    }

    /// The newest rating.
    public static let rating = QueryField("rating", "the newest rating", .number, canBeMissing: true) {
        value,
        condition in
        let rating = PageQuery.newestRating(in: condition.ratings)
        return switch value {
        case .number(.equal, let number): "round(\(rating)) = \(condition.bind(number))"
        case .number(let relation, let number): condition.number(rating, relation, number)
        default: "\(rating) IS NULL"
        }
    }

    /// The effectiveness score, 0 to 1.
    public static let score = QueryField("score", "the score, 0 to 1", .number, canBeMissing: true) {
        value,
        condition in
        // A stored 0 is the column's default and says nothing.
        let score = "nullif(p.effectiveness_score, 0)"
        guard case .number(let relation, let number) = value else { return "\(score) IS NULL" }
        return condition.number(score, relation, number)
    }

    /// How often the prompt was used.
    public static let used = QueryField("used", "how often it was used", .number) { value, condition in
        guard case .number(let relation, let number) = value else { return "0" }
        return condition.number("ifnull(p.usage_count, 0)", relation, number)
    }

    /// The tokens of a run, on average, as the Metrics pane has them.
    public static let tokens = QueryField("tokens", "tokens of a run, on average", .number, canBeMissing: true) {
        value,
        condition in
        let tokens = "(SELECT avg(m.token_usage) FROM metrics m WHERE m.prompt_id = p.id)"
        guard case .number(let relation, let number) = value else { return "\(tokens) IS NULL" }
        return condition.number(tokens, relation, number)
    }

    /// Created at a moment or after it.
    public static let since = QueryField("since", "created at or after", .moment) { value, condition in
        condition.moment("p.created_at", .atLeast, value)
    }

    /// Created before a moment.
    public static let before = QueryField("before", "created before", .moment) { value, condition in
        condition.moment("p.created_at", .below, value)
    }

    /// Last updated: of ages, what is younger is less.
    public static let changed = QueryField("changed", "last updated, as <7d for within 7 days", .age) {
        value,
        condition in
        guard case .moment(let relation, let moment) = value else { return "0" }
        if case .ago = moment { return condition.moment("p.updated_at", relation.reversed, value) }
        return condition.moment("p.updated_at", relation, value)
    }

    /// Whether there is any of something.
    public static let has = QueryField(
        "has",
        "has any",
        .choice(["embedding", "history", "feedback", "parent", "variants"])
    ) { value, condition in
        switch value {
        case .text("embedding"): "p.embedding IS NOT NULL"
        case .text("history"): "EXISTS (SELECT 1 FROM enhancement_history h WHERE h.prompt_id = p.id)"
        case .text("feedback"): "EXISTS (SELECT 1 FROM \(condition.ratings.ofPrompt("p.id")) f)"
        case .text("parent"): "p.parent_id IS NOT NULL"
        case .text("variants"): "+p.id IN (SELECT v.variant_of FROM prompts v WHERE v.variant_of IS NOT NULL)"
        default: "0"
        }
    }

    /// The tree that an id is in.
    public static let family = QueryField("family", "of the tree that this id is in", .text) { value, condition in
        guard case .text(let id) = value else { return "0" }
        return condition.isInFamily(of: id)
    }

    private static func column(_ name: String, _ column: String, help: String) -> QueryField {
        QueryField(name, help, .text, canBeMissing: true, column: column) { value, condition in
            guard case .text(let text) = value else { return "ifnull(p.\(column), '') = ''" }
            return "p.\(column) = \(condition.bind(text)) COLLATE NOCASE"
        }
    }
}
