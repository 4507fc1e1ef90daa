import GRDB

/// The score of a prompt as it is in the file, with its terms where it is ours: what undoing a rating puts back.
///
/// Only numbers are kept; a score that is something else is not put back but computed again.
struct StoredScore: Codable, Equatable {
    /// The row of pa_scores.
    private struct Terms: Codable, Equatable {
        let score: Double
        let priorMean: Double
        let foreignScore: Double?
        let ratingCount: Int
        let spread: Double
        let asOf: String
    }

    private let score: Double?
    private let terms: Terms?

    private static let ownTerms = """
        SELECT score, prior_mean, foreign_score, rating_count, spread, as_of FROM pa_scores WHERE prompt_id = ?
        """

    static let named = [NamedQuery("terms of a score", ownTerms)]

    /// Reads it; nil where something is stored that is no number.
    static func find(_ promptID: String, in database: Database) throws -> StoredScore? {
        guard
            let prompt = try Row.fetchOne(database, sql: PromptQueries.score, arguments: [promptID]),
            let score = number(prompt[0])
        else { return nil }
        guard let row = try Row.fetchOne(database, sql: ownTerms, arguments: [promptID]) else {
            return StoredScore(score: score, terms: nil)
        }
        guard let foreign = number(row[2]) else { return nil }
        let terms = Terms(
            score: row[0],
            priorMean: row[1],
            foreignScore: foreign,
            ratingCount: row[3],
            spread: row[4],
            asOf: row[5]
        )
        return StoredScore(score: score, terms: terms)
    }

    /// Puts it back.
    func save(for promptID: String, in database: Database) throws {
        if try LibrarySchema.hasScores(database) {
            try database.execute(
                sql: "UPDATE main.prompts SET effectiveness_score = ? WHERE id = ?",
                arguments: [score, promptID]
            )
        }
        try database.execute(sql: "DELETE FROM pa_scores WHERE prompt_id = ?", arguments: [promptID])
        guard let terms else { return }
        try database.execute(
            sql: "INSERT INTO pa_scores VALUES (?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                promptID, terms.score, terms.priorMean, terms.foreignScore, terms.ratingCount, terms.spread,
                terms.asOf,
            ]
        )
    }

    private static func number(_ value: DatabaseValue) -> Double?? {
        switch value.storage {
        case .null: .some(nil)
        case .int64(let value): Double(value)
        case .double(let value) where value.isFinite: value
        case .double, .string, .blob: nil
        }
    }
}
