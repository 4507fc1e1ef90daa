import GRDB

extension PromptStore {
    /// Adds up what runs of prompts have been measured to do.
    ///
    /// - Parameter query: which prompts.
    public func metrics(of query: PromptQuery, cancellation: Cancellation) throws(StoreError) -> TaskReport {
        try connections.read(.count, cancellation: cancellation) { database in
            let condition = QueryCondition(query, now: now, ratings: try UniformFace.ratings(database))
            func rows(_ group: String) throws -> [[TaskReport.Quantity]] {
                let sql = MetricsQueries.sums(by: group, where: condition.sql)
                return try Row.fetchAll(database, sql: sql, arguments: condition.arguments).map(
                    MetricsQueries.quantities
                )
            }
            let all = try rows("NULL").first.map { Array($0.dropFirst()) } ?? []
            var prompts = 0
            if case .count(let count) = all.first { prompts = count }
            return TaskReport(
                "\(prompts) prompts.",
                values: zip(MetricsQueries.columns.dropFirst(), all).map { TaskReport.Value($0, $1) },
                tables: [
                    TaskReport.Table("phases", columns: MetricsQueries.columns, rows: try rows("p.phase")),
                    TaskReport.Table("providers", columns: MetricsQueries.columns, rows: try rows("p.provider")),
                ]
            )
        }
    }
}

/// The statement behind sums of metrics.
enum MetricsQueries {
    static let columns = [
        "name", "prompts", "runs", "mean score", "mean rating", "success rate", "mean response", "mean tokens",
    ]
    /// More groups than this are left out, the smallest first.
    private static let mostGroups = 50

    /// A row for each group of prompts, the largest first. What is no number counts for nothing.
    ///
    /// Sums by prompt first: else a prompt's score would count once for each of its runs.
    static func sums(by group: String, where condition: String?) -> String {
        """
        SELECT name, count(*) AS prompts, sum(runs) AS runs, avg(score) AS score, sum(rating) / sum(ratings) AS rating,
          sum(success) / sum(successes) AS success, sum(response) / sum(responses) / 1000 AS response,
          sum(tokens) / sum(token_counts) AS tokens
        FROM (SELECT \(group) AS name, nullif(\(number("p.effectiveness_score")), 0) AS score, count(m.id) AS runs,
            \(sum("user_rating", as: "rating", "ratings")), \(sum("success_rate", as: "success", "successes")),
            \(sum("response_time_ms", as: "response", "responses")),
            \(sum("token_usage", as: "tokens", "token_counts"))
          FROM prompts p LEFT JOIN metrics m ON m.prompt_id = p.id
          \(condition.map { "WHERE \($0)" } ?? "") GROUP BY p.id)
        GROUP BY name ORDER BY prompts DESC, name LIMIT \(mostGroups)
        """
    }

    static let named = ["NULL", "p.phase", "p.provider"].map {
        NamedQuery("metrics by \($0)", sums(by: $0, where: QueryCondition.sample))
    }

    static func quantities(_ row: Row) -> [TaskReport.Quantity] {
        [
            .init(row.text("name")), .count(row["prompts"]), .count(row["runs"] ?? 0), .init(row["score"] as Double?),
            .init(row["rating"] as Double?), .init(row["success"] as Double?),
            (row["response"] as Double?).map(TaskReport.Quantity.seconds) ?? .none, .init(row["tokens"] as Double?),
        ]
    }

    private static func number(_ column: String) -> String {
        "CASE WHEN typeof(\(column)) IN ('integer', 'real') THEN \(column) END"
    }

    private static func sum(_ column: String, as sum: String, _ count: String) -> String {
        let value = number("m.\(column)")
        return "total(\(value)) AS \(sum), nullif(count(\(value)), 0) AS \(count)"
    }
}
