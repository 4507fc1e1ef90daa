import GRDB

/// Scores of ours that do not follow from their evidence any more.
struct ScoreCheck: IntegrityCheck {
    let stage = "Checking scores"

    private static let scores = "SELECT prompt_id, score, prior_mean, foreign_score, as_of FROM pa_scores"
    private static let total = "SELECT count(*) FROM pa_scores"

    func findings(in database: Database, _ run: TaskRun) throws -> [TaskFinding] {
        guard try database.tableExists("pa_scores", in: "main") else { return [] }
        let total = try Int.fetchOne(database, sql: Self.total) ?? 0
        var counter = FindingCounter(
            "scores are not what their ratings give; prompt-alchemy db rescore computes them anew"
        )
        var done = 0
        let rows = try Row.fetchCursor(database, sql: Self.scores)
        while let row = try rows.next() {
            if try !isRight(row, in: database) { counter.add(row.text("prompt_id") ?? "") }
            done += 1
            if done % 100 == 0 { try run.tell(stage, done, of: total) }
        }
        return [counter.finding].compactMap { $0 }
    }

    private func isRight(_ row: Row, in database: Database) throws -> Bool {
        guard let id = row.text("prompt_id"), let score = row.number("score").number,
            let mean = row.number("prior_mean").number, let asOf = row.timestamp("as_of")?.seconds
        else { return false }
        var evidence = try PromptQueries.evidence(id, in: database, now: asOf)
        if let foreign = row.number("foreign_score").unlessZero.number, (0...1).contains(foreign) {
            evidence.foreignScore = foreign
        }
        guard let computed = evidence.score(priorMean: mean) else { return false }
        // The moment is stored in whole seconds.
        return abs(computed.score - score) < 1e-6
    }
}

/// Running sums of ratings that are not what the ratings add up to.
struct SumCheck: IntegrityCheck {
    let stage = "Adding up ratings"

    func findings(in database: Database, _ run: TaskRun) throws -> [TaskFinding] {
        guard try database.tableExists("pa_phase_ratings", in: "main") else { return [] }
        let stored = try Self.sums(Row.fetchAll(database, sql: PhaseMeans.stored))
        let counted = try Self.sums(Row.fetchAll(database, sql: PhaseMeans.counted))
        let isRight = Set(stored.keys).union(counted.keys).allSatisfy { phase in
            let (left, right) = (stored[phase] ?? (0, 0), counted[phase] ?? (0, 0))
            return left.count == right.count && abs(left.sum - right.sum) < 1e-6 * Double(max(1, right.count))
        }
        if isRight { return [] }
        return [
            TaskFinding(.advice, "the sums of ratings by phase are out of date; prompt-alchemy db rescore renews them")
        ]
    }

    private static func sums(_ rows: [Row]) -> [String: (count: Int, sum: Double)] {
        Dictionary(rows.map { ($0[0] as String? ?? "", ($0[1] as Int, $0[2] as Double)) }) { first, _ in first }
    }
}
