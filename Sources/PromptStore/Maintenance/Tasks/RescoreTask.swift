import GRDB

/// Computes all scores anew, with today's priors and ages.
///
/// Each batch is a transaction of its own: a score is right for its moment by itself, and so ratings can be given in
/// between. Whatever ends it, it can be run again.
struct RescoreTask: TaskWork {
    private static let batch = 500

    /// Whatever has a score of ours, or evidence for one.
    private static let candidates = """
        SELECT prompt_id FROM pa_scores
        UNION SELECT prompt_id FROM user_feedback WHERE rating IS NOT NULL
        UNION SELECT prompt_id FROM metrics WHERE success_rate IS NOT NULL OR user_rating IS NOT NULL
        """

    func perform(_ run: TaskRun) throws -> TaskReport {
        let queue = try run.openWriter()
        try queue.writeWithoutTransaction { try UniformFace.renew(on: $0) }
        let ids = try run.watching(queue, "Looking for ratings") {
            try queue.read { try String.fetchAll($0, sql: "SELECT id FROM prompts WHERE id IN (\(Self.candidates))") }
        }
        try run.watching(queue, "Adding up the ratings of each phase") {
            try run.patiently { try queue.write(PhaseMeans.renew) }
        }
        var changed = 0
        for start in stride(from: 0, to: ids.count, by: Self.batch) {
            try run.tell("Computing scores", start, of: ids.count)
            changed += try run.patiently {
                try queue.write { database in
                    try rescore(ids[start..<min(start + Self.batch, ids.count)], now: run.now, in: database)
                }
            }
        }
        return TaskReport(
            "Computed \(ids.count) scores; \(changed) of them changed.",
            values: [.init("scores", .count(ids.count)), .init("changed", .count(changed))]
        )
    }

    /// - Returns: how many have changed by more than shows.
    private func rescore(_ ids: ArraySlice<String>, now: Double, in database: Database) throws -> Int {
        let rescoring = Rescoring(database: database, now: now)
        var changed = 0
        for id in ids {
            let old = try score(of: id, in: database)
            do {
                try rescoring.rescore(id)
            } catch StoreError.promptGone {
                continue
            }
            if abs((try score(of: id, in: database) ?? 0) - (old ?? 0)) >= 0.005 { changed += 1 }
        }
        return changed
    }

    private func score(of id: String, in database: Database) throws -> Double? {
        let statement = try database.cachedStatement(sql: PromptQueries.score)
        return try Row.fetchOne(statement, arguments: [id])?.number("score").number
    }
}
