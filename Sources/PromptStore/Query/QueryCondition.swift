import GRDB

/// A query as a condition in SQL of a prompt `p`, with its values to be bound.
///
/// Columns stand in expressions that no index serves, so that SQLite keeps to the index of the list's order.
struct QueryCondition {
    /// Where the ratings of a prompt are.
    let ratings: UniformFace.Ratings
    /// Seconds since 1970, from which ages count.
    let now: Double
    /// The condition; nil where everything will do.
    private(set) var sql: String?
    /// What is bound, by name.
    private(set) var arguments = StatementArguments()
    private var count = 0

    init(_ query: PromptQuery, now: Double, ratings: UniformFace.Ratings) {
        self.ratings = ratings
        self.now = now
        sql = query.expression.map { sql(of: $0) }
    }

    /// Binds a value under a name of its own.
    mutating func bind(_ value: some DatabaseValueConvertible) -> String {
        let name = "q\(count)"
        count += 1
        arguments += [name: value]
        return ":" + name
    }

    private mutating func sql(of expression: QueryExpression) -> String {
        switch expression {
        case .term(let term): "(\(sql(of: term)))"
        // What is not known is not so.
        case .not(let inner): "(\(sql(of: inner)) IS NOT TRUE)"
        case .all(let parts): "(" + parts.map { sql(of: $0) }.joined(separator: " AND ") + ")"
        case .any(let parts): "(" + parts.map { sql(of: $0) }.joined(separator: " OR ") + ")"
        }
    }

    /// The seam for a full-text index: what is asked of the text itself is said here and nowhere else.
    private mutating func sql(of term: QueryTerm) -> String {
        switch term {
        case .text(let text, _): "p.content LIKE \(bind(Self.pattern(text))) ESCAPE '\\'"
        case .field(let field, let values):
            values.map { field.condition($0, &self) }.joined(separator: " OR ")
        }
    }

    /// The pattern for LIKE that finds `text` literally.
    static func pattern(_ text: String) -> String {
        var pattern = "%"
        // By scalars: a sign with a combining mark is one Character, but still two signs to LIKE.
        for scalar in text.unicodeScalars {
            if scalar == "%" || scalar == "_" || scalar == "\\" { pattern.unicodeScalars.append("\\") }
            pattern.unicodeScalars.append(scalar)
        }
        return pattern + "%"
    }
}

/// What conditions of fields are made of.
extension QueryCondition {
    /// A comparison that only a number stands; SQLite by itself has text above every number.
    mutating func number(_ expression: String, _ relation: QueryValue.Relation, _ number: Double) -> String {
        let value = bind(number)
        return "(typeof(\(expression)) IN ('integer', 'real') AND \(expression) \(relation.sign) \(value))"
    }

    /// A comparison of a column of whatever kind of times, as `Timestamp` reads them.
    mutating func moment(_ column: String, _ relation: QueryValue.Relation, _ value: QueryValue) -> String {
        guard case .moment(_, let moment) = value else { return "0" }
        return """
            CASE WHEN typeof(\(column)) = 'text' THEN unixepoch(\(column))
              WHEN abs(\(column)) > 100000000000 THEN \(column) / 1000.0 ELSE +\(column) END \
            \(relation.sign) \(bind(moment.seconds(now: now)))
            """
    }

    /// The tags of a prompt as a JSON array, which some programs store them as and others as text with commas.
    static let tagArray = """
        CASE WHEN p.tags LIKE '[%' AND json_valid(p.tags) THEN p.tags
          WHEN ifnull(p.tags, '') IN ('', 'null') THEN '[]'
          ELSE '[' || replace(json_quote(CAST(p.tags AS TEXT)), ',', '","') || ']' END
        """

    /// One of them.
    static let trimmedTag = "trim(t.value, ' ' || char(9) || char(10) || char(13))"

    /// How many tags a prompt has.
    static let tagCount = "(SELECT count(*) FROM json_each(\(tagArray)) t WHERE \(trimmedTag) <> '')"

    /// Whether one of the tags is exactly this, ASCII letters of either case.
    mutating func hasTag(_ tag: String) -> String {
        let found = """
            EXISTS (SELECT 1 FROM json_each(\(Self.tagArray)) t \
            WHERE \(Self.trimmedTag) = \(bind(tag)) COLLATE NOCASE)
            """
        // Most prompts are told apart without taking their tags to pieces; JSON may spell odd signs otherwise.
        let isPlain = tag.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && !"\"\\/<>&'".utf8.contains($0) }
        return isPlain ? "p.tags LIKE \(bind(Self.pattern(tag))) ESCAPE '\\' AND \(found)" : found
    }

    /// Whether a prompt is in the tree of another: up over its parents to the root, and down over all children.
    mutating func isInFamily(of id: String) -> String {
        """
        +p.id IN (WITH RECURSIVE
          up(id) AS (SELECT \(bind(id)) UNION
            SELECT ifnull(a.parent_id, a.variant_of) FROM up JOIN prompts a ON a.id = up.id
            WHERE ifnull(a.parent_id, a.variant_of) IS NOT NULL),
          down(id) AS (SELECT id FROM up UNION
            SELECT c.id FROM down JOIN prompts c ON c.parent_id = down.id UNION
            SELECT c.id FROM down JOIN prompts c ON c.variant_of = down.id)
          SELECT id FROM down)
        """
    }
}
