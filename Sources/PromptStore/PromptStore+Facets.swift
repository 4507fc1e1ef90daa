import GRDB

extension PromptStore {
    /// Counts what the prompts that a query finds have in each field. The field's own terms are left out, so that the
    /// counts say what choosing another of its values would find.
    ///
    /// - Parameter partial: called with each facet as soon as it is counted, for each takes a second at a million prompts.
    /// - Throws: `StoreError.cancelled` when `cancellation` was thrown; otherwise what the file's state says.
    public func facets(
        of query: PromptQuery,
        cancellation: Cancellation,
        partial: (Facet) -> Void = { _ in }
    ) throws(StoreError) -> [Facet] {
        try connections.read(.facets, cancellation: cancellation) { database in
            try FacetQuery.fields.map { field in
                let facet = try FacetQuery.facet(field, of: query.without(field), now: now, in: database)
                partial(facet)
                return facet
            }
        }
    }
}

/// The statements that count values.
enum FacetQuery {
    /// The fields that are counted, in this order: those along an index first.
    static let fields: [QueryField] = [.phase, .provider, .persona, .model, .has, .rating, .tag]

    /// The words of `has:` that are counted.
    private static let counted = ["embedding", "history", "feedback"]

    static func facet(_ field: QueryField, of query: PromptQuery, now: Double, in database: Database) throws -> Facet {
        var condition = QueryCondition(query, now: now, ratings: try UniformFace.ratings(database))
        let rare = try RareRows.find(in: query, database)
        let sql = sql(field, &condition, among: rare)
        let arguments = condition.arguments + (rare?.arguments ?? [])
        let counts = try Row.fetchAll(database.cachedStatement(sql: sql), arguments: arguments).map { row in
            Facet.Count(value: value(row, of: field), count: row["count"])
        }
        return Facet(field: field, counts: counts.filter { $0.count > 0 })
    }

    private static func value(_ row: Row, of field: QueryField) -> QueryValue {
        if field == .rating { return row.number("value").number.map { .number(.equal, $0) } ?? .none }
        return row.text("value").map { .text($0) } ?? .none
    }

    private static func sql(_ field: QueryField, _ condition: inout QueryCondition, among rare: RareRows?) -> String {
        let prompts = rare?.join ?? "prompts p"
        let holds = condition.sql ?? "1"
        let most = "GROUP BY value ORDER BY count DESC, value LIMIT \(Facet.mostValues)"
        if let column = field.column {
            return
                "SELECT CAST(nullif(p.\(column), '') AS BLOB) AS value, count(*) AS count FROM \(prompts) WHERE \(holds) \(most)"
        }
        switch field {
        case .has:
            let words = counted.map { word in
                let has = field.condition(.text(word), &condition)
                return "SELECT '\(word)' AS value, count(*) AS count FROM \(prompts) WHERE \(holds) AND \(has)"
            }
            return words.joined(separator: " UNION ALL ") + " ORDER BY count DESC, value"
        case .rating:
            return """
                SELECT round(\(PageQuery.newestRating(in: condition.ratings))) AS value, count(*) AS count
                FROM \(prompts) WHERE \(holds) \(most)
                """
        default:
            return """
                SELECT CAST(tag AS BLOB) AS value, count(DISTINCT place) AS count FROM (
                  SELECT p.rowid AS place, \(QueryCondition.trimmedTag) AS tag
                  FROM \(prompts) CROSS JOIN json_each(\(QueryCondition.tagArray)) t WHERE \(holds))
                WHERE tag <> '' GROUP BY tag COLLATE NOCASE ORDER BY count DESC, tag LIMIT \(Facet.mostValues)
                """
        }
    }

    static let named = fields.map { field -> NamedQuery in
        var condition = QueryCondition(PromptQuery(literally: "word"), now: 0, ratings: .inOneTable)
        return NamedQuery("count: \(field.name)", sql(field, &condition, among: nil))
    }
}
