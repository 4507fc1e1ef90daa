import GRDB

/// A statement of the program's own, with values from the library for each time it is run.
struct TimedQuery {
    let query: NamedQuery
    let arguments: [StatementArguments]

    private static let pageLimit = 50

    /// Rowids are drawn, not rows: reading a drawn one is quick in a library of any size.
    private static let sample = """
        SELECT id, substr(CAST(content AS BLOB), 1, 400) AS opening FROM prompts
        WHERE rowid >= ? ORDER BY rowid LIMIT 1
        """

    /// What browsing asks for, each on values of prompts here and there.
    static func all(in database: Database, runs: Int) throws -> [TimedQuery] {
        let prompts = try samples(database, count: runs)
        let ids = prompts.map(\.id)
        var queries = try PromptOrder.Key.allCases.flatMap { try pages($0, ids, in: database, runs: runs) }
        queries.append(search(prompts.map(\.word)))
        queries.append(
            TimedQuery(query: NamedQuery("count", PageQuery.countAll), arguments: .init(repeating: [], count: runs))
        )
        for query in PromptQueries.named + LineageQueries.named + HistoryQueries.named {
            guard let made = byID(query, ids, in: database) else { continue }
            queries.append(made)
        }
        return queries
    }

    private static func samples(_ database: Database, count: Int) throws -> [(id: String, word: String)] {
        let last = try Int64.fetchOne(database, sql: "SELECT max(rowid) FROM prompts") ?? 0
        return try (0..<count).compactMap { number in
            // Spread evenly, so that two runs on one file ask for the same.
            let place = last / Int64(count) * Int64(number)
            guard let row = try Row.fetchOne(database, sql: sample, arguments: [place]), let id = row.text("id") else {
                return nil
            }
            let words = (row.text("opening") ?? "").split { !$0.isLetter }
            return (id, words.first { $0.count > 4 }.map(String.init) ?? "a")
        }
    }

    /// The first page of an order, and pages from prompts onwards.
    private static func pages(
        _ key: PromptOrder.Key,
        _ ids: [String],
        in database: Database,
        runs: Int
    ) throws -> [TimedQuery] {
        var page = PageQuery(
            order: PromptOrder(key),
            segment: 0,
            isBackward: false,
            comparison: .none
        )
        page.ratings = try UniformFace.ratings(database)
        let first = TimedQuery(
            query: NamedQuery("first page by \(key)", page.sql),
            arguments: .init(repeating: ["limit": pageLimit], count: runs)
        )
        let place = try database.makeStatement(sql: page.placeSQL)
        page.comparison = .beyond
        let places = try ids.compactMap { try Row.fetchOne(place, arguments: ["id": $0]) }
        // Numbers and texts are compared by statements of their own.
        page.isTextKey = places.first?["is_text"] ?? false
        let arguments = places.filter { $0["is_text"] == page.isTextKey }.map { row -> StatementArguments in
            ["key": row["sort_key"] as DatabaseValue, "limit": pageLimit]
        }
        return [first, TimedQuery(query: NamedQuery("next page by \(key)", page.sql), arguments: arguments)]
    }

    private static func search(_ words: [String]) -> TimedQuery {
        let conditions = words.map { QueryCondition(.init(.term(.text($0))), now: 0, ratings: .inOneTable) }
        let page = PageQuery(
            order: PromptOrder(.created),
            segment: 0,
            isBackward: false,
            comparison: .none,
            condition: conditions.first?.sql
        )
        return TimedQuery(
            query: NamedQuery("search", page.sql),
            arguments: conditions.map { $0.arguments + ["limit": pageLimit] }
        )
    }

    /// A statement about one prompt; nil where it needs more than its id.
    private static func byID(_ query: NamedQuery, _ ids: [String], in database: Database) -> TimedQuery? {
        let arguments = ids.map { id -> StatementArguments in
            query.sql.contains(":id") ? ["id": id, "limit": pageLimit] : [id]
        }
        guard let first = arguments.first, let statement = try? database.makeStatement(sql: query.sql),
            (try? statement.validateArguments(first)) != nil
        else { return nil }
        return TimedQuery(query: query, arguments: arguments)
    }
}
