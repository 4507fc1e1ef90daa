import GRDB

/// Lists what the library holds and how much room it takes.
struct StatisticsTask: TaskWork {
    /// Rows of each table, and the newest and oldest of prompts.
    private static let prompts = """
        SELECT count(*) AS prompts, count(embedding) AS embeddings FROM prompts
        """
    private static let times = """
        SELECT (SELECT min(created_at) FROM prompts) AS oldest, (SELECT max(created_at) FROM prompts) AS newest
        """
    private static let phases =
        "SELECT phase AS name, count(*) AS prompts FROM prompts GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20"
    private static let providers =
        "SELECT provider AS name, count(*) AS prompts FROM prompts GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20"
    private static let models = """
        SELECT embedding_model AS name, count(*) AS prompts, sum(length(embedding)) AS bytes FROM prompts
        WHERE embedding IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20
        """

    static let named = [
        NamedQuery("statistics: prompts", prompts), NamedQuery("statistics: times", times),
        NamedQuery("statistics: phases", phases), NamedQuery("statistics: providers", providers),
        NamedQuery("statistics: embeddings", models),
    ]

    func perform(_ run: TaskRun) throws -> TaskReport {
        let queue = try run.openReader()
        return try run.watching(queue, "Counting") {
            try queue.read { database in try report(database, run) }
        }
    }

    private func report(_ database: Database, _ run: TaskRun) throws -> TaskReport {
        var report = TaskReport("")
        let room = try FileRoom(database, path: run.path)
        let counts = try Row.fetchOne(database, sql: Self.prompts)
        let times = try Row.fetchOne(database, sql: Self.times)
        let prompts: Int = counts?["prompts"] ?? 0
        report.headline = "The library holds \(prompts) prompts."
        report.values = [
            .init("prompts", .count(prompts)), .init("embeddings", .count(counts?["embeddings"] ?? 0)),
            .init("oldest", .init(times?.timestamp("oldest"))), .init("newest", .init(times?.timestamp("newest"))),
        ]
        report.values += room.values
        try run.tell("Measuring tables and indexes")
        report.tables = [
            try SpaceUse.table(database),
            try list("phases", Self.phases, database), try list("providers", Self.providers, database),
            try embeddings(database),
        ]
        return report
    }

    private func list(_ name: String, _ sql: String, _ database: Database) throws -> TaskReport.Table {
        let rows = try Row.fetchAll(database, sql: sql).map { row -> [TaskReport.Quantity] in
            [.init(row.text("name")), .count(row["prompts"])]
        }
        return TaskReport.Table(name, columns: ["name", "prompts"], rows: rows)
    }

    private func embeddings(_ database: Database) throws -> TaskReport.Table {
        let rows = try Row.fetchAll(database, sql: Self.models).map { row -> [TaskReport.Quantity] in
            [.init(row.text("name")), .count(row["prompts"]), .bytes(row["bytes"] ?? 0)]
        }
        return TaskReport.Table("embeddings", columns: ["model", "prompts", "bytes"], rows: rows)
    }
}
