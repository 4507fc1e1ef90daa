import GRDB

extension PromptStore {
    /// Reads the ids of the prompts that a query finds, in no particular order.
    ///
    /// - Parameter batch: called with a few thousand of them at a time.
    /// - Throws: `StoreError.cancelled` when `cancellation` was thrown.
    public func ids(
        query: PromptQuery,
        cancellation: Cancellation,
        batch: ([String]) -> Void
    ) throws(StoreError) {
        try connections.read(.ids, cancellation: cancellation) { database in
            let condition = QueryCondition(query, now: now, ratings: try UniformFace.ratings(database))
            let sql = condition.sql.map(IDQueries.found(where:)) ?? IDQueries.all
            let rows = try Row.fetchCursor(database.cachedStatement(sql: sql), arguments: condition.arguments)
            var some: [String] = []
            while let row = try rows.next() {
                guard let id = row.text("id") else { continue }
                some.append(id)
                if some.count == 4096 {
                    batch(some)
                    some = []
                }
            }
            batch(some)
        }
    }
}

/// The statements that read ids and nothing else.
enum IDQueries {
    static let all = "SELECT id FROM prompts"

    static func found(where condition: String) -> String { "SELECT p.id AS id FROM prompts p WHERE \(condition)" }

    /// Both look at every prompt, for all of them are asked for.
    static let named = [
        NamedQuery("ids", all), NamedQuery("ids of a search", found(where: QueryCondition.sample)),
    ]
}
