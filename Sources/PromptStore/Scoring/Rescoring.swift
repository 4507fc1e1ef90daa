import GRDB

/// Writes the score that follows from a prompt's evidence, with its terms, so that it can be computed again.
struct Rescoring {
    let database: Database
    /// Seconds since 1970.
    let now: Double

    private static let prompt = "SELECT phase, effectiveness_score FROM prompts WHERE id = ?"
    private static let terms = "SELECT score, foreign_score FROM pa_scores WHERE prompt_id = ?"

    static let named = [NamedQuery("rescoring: prompt", prompt), NamedQuery("rescoring: terms", terms)]

    /// Brings the score of one prompt up to date.
    func rescore(_ promptID: String) throws {
        guard
            let prompt = try Row.fetchOne(database.cachedStatement(sql: Self.prompt), arguments: [promptID])
        else { throw StoreError.promptGone(id: promptID) }
        let phase = prompt.text("phase") ?? ""
        let foreign = try foreignScore(of: promptID, stored: prompt["effectiveness_score"])
        var evidence = try PromptQueries.evidence(promptID, in: database, now: now)
        if let number = StoredNumber(foreign).unlessZero.number, (0...1).contains(number) {
            evidence.foreignScore = number
        }
        let mean = try PhaseMeans.mean(phase: phase, in: database)
        guard let result = evidence.score(priorMean: mean) else {
            try store(foreign, for: promptID)
            try execute("DELETE FROM pa_scores WHERE prompt_id = ?", [promptID])
            return
        }
        try store(result.score.databaseValue, for: promptID)
        try execute(
            "INSERT OR REPLACE INTO pa_scores VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                promptID, result.score, mean, foreign, evidence.ratings.count, result.spread,
                Timestamp.text(seconds: Int(now)),
            ]
        )
    }

    /// What another program had stored: what is there now unless we wrote it, else what was there before.
    private func foreignScore(of promptID: String, stored: DatabaseValue) throws -> DatabaseValue {
        let own = try Row.fetchOne(database.cachedStatement(sql: Self.terms), arguments: [promptID])
        guard let own, own["score"] as DatabaseValue == stored else { return stored }
        return own["foreign_score"]
    }

    private func store(_ score: DatabaseValue, for promptID: String) throws {
        guard try LibrarySchema.hasScores(database) else { return }
        try execute("UPDATE main.prompts SET effectiveness_score = ? WHERE id = ?", [score, promptID])
    }

    private func execute(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
