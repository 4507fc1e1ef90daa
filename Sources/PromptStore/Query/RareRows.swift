import GRDB

/// The few prompts that have a value of a column, found along its index, where a query asks for such a value.
///
/// Walking along the list's order would look at every prompt of the library to find them. What is not rare is met soon
/// by such a walk, and needs none of this.
struct RareRows {
    /// The most prompts that are read and sorted at once.
    static let most = 1000
    /// The most values of a column that are looked through for other spellings.
    static let mostValues = 200

    /// The column, and the values in it that are meant, as they are spelled there; none finds nothing.
    let column: String
    let values: [String]

    /// Looks for the first term of a query that few prompts answer to.
    ///
    /// - Returns: nil where there is none.
    static func find(in query: PromptQuery, _ database: Database) throws -> RareRows? {
        let terms = query.conjuncts.compactMap { part -> (column: String, texts: [String])? in
            guard case .term(.field(let field, let values)) = part, let column = field.column else { return nil }
            let texts = values.compactMap { value in
                if case .text(let text) = value { text } else { nil }
            }
            return texts.count == values.count ? (column, texts) : nil
        }
        guard !terms.isEmpty else { return nil }
        let indexed = Set(try String.fetchAll(database.cachedStatement(sql: indexedColumns)))
        for (column, texts) in terms where indexed.contains(column) {
            let known = try Row.fetchAll(database.cachedStatement(sql: spellings(column))).compactMap {
                $0.text("value")
            }
            guard known.count <= mostValues else { continue }
            let wanted = Set(texts.map(folded))
            let rows = RareRows(column: column, values: known.filter { wanted.contains(folded($0)) })
            let sql = "SELECT count(*) FROM (SELECT 1 FROM \(rows.source) LIMIT \(most + 1))"
            let count = try Int.fetchOne(database.cachedStatement(sql: sql), arguments: rows.arguments) ?? 0
            if count <= most { return rows }
        }
        return nil
    }

    /// What the prompts `p` are joined to. The order of the join is SQLite's order too.
    var join: String { "(SELECT rowid AS place FROM \(source)) r CROSS JOIN prompts p ON p.rowid = r.place" }

    /// What is bound in `join`.
    var arguments: StatementArguments {
        values.enumerated().reduce(into: StatementArguments()) { $0 += ["rare\($1.offset)": $1.element] }
    }

    private var source: String {
        "prompts WHERE \(column) IN (\(values.indices.map { ":rare\($0)" }.joined(separator: ", ")))"
    }

    /// As SQLite's NOCASE has it.
    private static func folded(_ text: String) -> [UInt8] {
        text.utf8.map { (65...90).contains($0) ? $0 + 32 : $0 }
    }

    private static let indexedColumns = """
        SELECT c.name FROM pragma_index_list('prompts', 'main') i JOIN pragma_index_info(i.name, 'main') c
        WHERE c.seqno = 0 AND i.partial = 0 AND c.name IS NOT NULL
        """

    /// Every value of a column once, leaping along its index.
    private static func spellings(_ column: String) -> String {
        """
        WITH RECURSIVE v(value) AS (
          SELECT min(\(column)) FROM prompts
          UNION ALL SELECT (SELECT min(\(column)) FROM prompts WHERE \(column) > v.value) FROM v
            WHERE v.value IS NOT NULL LIMIT \(mostValues + 2))
        SELECT CAST(value AS BLOB) AS value FROM v WHERE value IS NOT NULL
        """
    }

    static let named = [
        NamedQuery("rare: columns with an index", indexedColumns),
        NamedQuery("rare: values", spellings("phase")),
        NamedQuery("rare: count", "SELECT count(*) FROM \(RareRows(column: "phase", values: ["a"]).source)"),
        NamedQuery("rare: page", page(.created, segment: 0)),
        NamedQuery("rare: page by rating", page(.rating, segment: 0)),
        NamedQuery("rare: page without rating", page(.rating, segment: 1)),
    ]

    private static func page(_ key: PromptOrder.Key, segment: Int) -> String {
        let rows = RareRows(column: "phase", values: ["a"])
        return PageQuery(
            order: PromptOrder(key),
            segment: segment,
            isBackward: false,
            comparison: .none,
            condition: QueryCondition.sample,
            rare: rows
        ).sql
    }
}
