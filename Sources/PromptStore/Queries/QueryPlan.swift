import GRDB

/// How SQLite goes about a statement.
struct QueryPlan {
    /// A line for each table and each sort, in its words.
    let lines: [String]

    init(of query: NamedQuery, in database: Database) throws {
        let statement = try database.makeStatement(sql: "EXPLAIN QUERY PLAN " + query.sql)
        // The plan is the same for all values.
        statement.setUncheckedArguments(StatementArguments())
        lines = try Row.fetchAll(statement).map { $0["detail"] as String }
    }

    /// The indexes that it walks, each once.
    var indexes: [String] {
        var names: [String] = []
        for line in lines {
            guard let start = line.range(of: "INDEX ")?.upperBound else { continue }
            let name = String(line[start...].prefix { $0 != " " })
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    /// The lines that cost more the larger the library is: whole tables read, or rows sorted.
    var costly: [String] {
        lines.filter { $0.hasPrefix("SCAN") && !$0.contains("CONSTANT ROW") || $0.hasPrefix("USE TEMP B-TREE") }
    }
}
