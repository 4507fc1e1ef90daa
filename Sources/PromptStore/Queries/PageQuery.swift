import GRDB

/// The statement that reads rows of the ordered list from a place onwards, in either direction.
///
/// The list has two segments: prompts that have the value they are ordered by, then those that have none. Each is
/// walked along its index from a cursor, so that a page costs the same anywhere in a library of any size.
struct PageQuery {
    var order: PromptOrder
    var segment: Int
    /// Towards the start of the list instead of its end.
    var isBackward: Bool
    var comparison: Comparison
    /// What the rows are narrowed to, in SQL; nil for all.
    var condition: String?
    /// Where the rows are looked for, if not all along the order.
    var rare: RareRows?
    /// Whether the cursor's key is text.
    var isTextKey = false
    /// Whether the order is walked along a temporary table, in whose order the file has no index.
    var isByTable = false

    /// Which rows of the segment are walked: all, or on one side of a cursor those that share its key, or the others.
    ///
    /// Not one comparison of both key and tie: SQLite would walk over all rows of the same key to reach the tie.
    enum Comparison: CaseIterable { case none, tied, tiedFromHere, beyond }

    /// Where the ratings of a prompt are.
    var ratings = UniformFace.Ratings.inOneTable

    static let newestRating = newestRating(in: .inOneTable)

    static func newestRating(in ratings: UniformFace.Ratings) -> String {
        """
        (SELECT f.rating FROM \(ratings.ofPrompt("p.id")) f WHERE f.rating IS NOT NULL
         ORDER BY f.created_at DESC, f.id DESC LIMIT 1)
        """
    }

    private var key: String { isByTable ? "k.value" : stored }

    /// The value itself, which a cursor remembers.
    private var stored: String {
        if isByTable { return "k.stored" }
        return switch order.key {
        case .created: "p.created_at"
        case .updated: "p.updated_at"
        case .score: "p.effectiveness_score"
        case .usage: "p.usage_count"
        case .rating: "k.rating"
        }
    }

    private var isRatedSegment: Bool { order.key == .rating && segment == 0 }

    private var tie: String { isByTable ? "k.prompt" : isRatedSegment ? "k.id" : "p.rowid" }

    private var source: String {
        if isByTable {
            let rows = rare.map { "\($0.join) CROSS JOIN \(table) ON k.prompt = p.rowid" }
            return "\(rows ?? "\(table) CROSS JOIN prompts p ON p.rowid = k.prompt") WHERE \(segmentBound)"
        }
        guard order.key == .rating else {
            return "\(prompts) WHERE \(segmentBound)"
        }
        return segment == 0
            ? """
            \(ratedPrompts)
            WHERE \(isKnown) AND NOT EXISTS (SELECT 1 FROM user_feedback n
              WHERE n.prompt_id = k.prompt_id AND n.rating IS NOT NULL
              AND \(RowQueries.isNewer("n", than: "k")))
            """
            : """
            \(prompts) WHERE NOT EXISTS (SELECT 1 FROM user_feedback n
              WHERE n.prompt_id = p.id AND n.rating IS NOT NULL)
            """
    }

    private var prompts: String { rare?.join ?? "prompts p" }

    private var ratedPrompts: String {
        guard let rare else { return "user_feedback k CROSS JOIN prompts p ON p.id = k.prompt_id" }
        return "\(rare.join) CROSS JOIN user_feedback k ON k.prompt_id = p.id"
    }

    private var table: String { "temp.\(DerivedTable.name(of: order.key)) k" }

    private var segmentBound: String { segment == 0 ? isKnown : isMissing }

    /// Said to be rare: where ANALYZE has seen one and the same value everywhere, SQLite would rather walk all prompts.
    private var isMissing: String { "likelihood(\(key) IS NULL, 0.0001)" }

    /// A comparison says by itself that the key is known; said twice, SQLite may begin at the wrong one of the two.
    private var isKnown: String { comparison == .none ? "\(key) IS NOT NULL" : keyBound }

    private var keyBound: String {
        "\(key) \(comparison == .beyond ? sign : "=") \(isTextKey ? "CAST(:key AS TEXT)" : ":key")"
    }

    private var sign: String { isDescending ? "<" : ">" }

    private var isDescending: Bool { order.isDescending != isBackward }

    /// The condition that keeps those rows of one key that are on the wanted side of the cursor.
    private var bound: String {
        switch comparison {
        case .none, .beyond: ""
        case .tied: " AND \(tie) \(sign) :tie"
        case .tiedFromHere: " AND \(tie) \(sign)= :tie"
        }
    }

    /// The columns of a cursor. Text comes as bytes, so that each row's key is its very own, whatever its text holds.
    private var place: String {
        guard segment == 0 else { return "NULL AS sort_key, 0 AS is_text, \(tie) AS tie" }
        return """
            CASE typeof(\(stored)) WHEN 'text' THEN CAST(\(stored) AS BLOB) ELSE \(stored) END AS sort_key,
              typeof(\(stored)) = 'text' AS is_text, \(tie) AS tie
            """
    }

    private var match: String { condition.map { " AND \($0)" } ?? "" }

    private var ordering: String {
        let direction = isDescending ? "DESC" : "ASC"
        return segment == 0 ? "\(key) \(direction), \(tie) \(direction)" : "\(tie) \(direction)"
    }

    /// The page itself.
    var sql: String {
        """
        SELECT p.id AS id, substr(CAST(p.content AS BLOB), 1, 400) AS opening,
          \(RowQueries.bytes("p.phase", as: "phase")),
          p.effectiveness_score AS score, \(Self.newestRating(in: ratings)) AS rating,
          \(PromptRow.Facts.columns),
          \(place)
        FROM \(source)\(bound)\(match) ORDER BY \(ordering) LIMIT :limit
        """
    }

    /// Where the row of a number stands: the rows before it are passed over along the index.
    var rowSQL: String {
        "SELECT \(place) FROM \(source)\(match) ORDER BY \(ordering) LIMIT 1 OFFSET :offset"
    }

    /// How many rows the segment has.
    var countSQL: String { "SELECT count(*) FROM \(source)\(match)" }

    /// How many prompts there are.
    static let countAll = "SELECT count(*) FROM prompts"
    /// How many prompts a condition holds of.
    static func count(where condition: String, among rare: RareRows? = nil) -> String {
        "SELECT count(*) FROM \(rare?.join ?? "prompts p") WHERE \(condition)"
    }

    /// Every way to walk every segment of every order, and the statements beside them.
    static let named: [NamedQuery] =
        PromptOrder.Key.allCases.flatMap { key in [0, 1].flatMap { named(key, segment: $0) } }
        + [NamedQuery("count", countAll), NamedQuery("count of a search", count(where: QueryCondition.sample))]
        + QueryCondition.named + RareRows.named + FacetQuery.named

    private static func named(_ key: PromptOrder.Key, segment: Int) -> [NamedQuery] {
        var query = PageQuery(
            order: PromptOrder(key),
            segment: segment,
            isBackward: false,
            comparison: .none
        )
        var queries = [
            NamedQuery("place: \(key), segment \(segment)", query.placeSQL),
            NamedQuery("row: \(key), segment \(segment)", query.rowSQL),
            NamedQuery("count: \(key), segment \(segment)", query.countSQL),
        ]
        for comparison in Comparison.allCases where segment == 0 || comparison != .beyond {
            for isDescending in [true, false] {
                for condition in [nil, QueryCondition.sample] {
                    query.order.isDescending = isDescending
                    query.comparison = comparison
                    query.condition = condition
                    query.isTextKey = false
                    let way = "\(isDescending ? "down" : "up")\(condition == nil ? "" : ", searching")"
                    let name = "page: \(key), segment \(segment), \(comparison), \(way)"
                    queries.append(NamedQuery(name, query.sql))
                    guard comparison != .none, segment == 0 else { continue }
                    query.isTextKey = true
                    queries.append(NamedQuery(name + ", text", query.sql))
                }
            }
        }
        return queries
    }

    /// Where one prompt stands: its key and tie in this segment, if it is in it.
    var placeSQL: String {
        if isByTable {
            // From the prompt to its place, and not along all places.
            return """
                SELECT \(place) FROM prompts p CROSS JOIN \(table) ON k.prompt = p.rowid
                WHERE p.id = :id AND +\(key) IS \(segment == 0 ? "NOT " : "")NULL LIMIT 1
                """
        }
        return "SELECT \(place) FROM \(source) AND p.id = :id LIMIT 1"
    }
}
