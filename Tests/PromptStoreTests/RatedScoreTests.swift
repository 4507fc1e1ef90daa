import GRDB
import Testing

@testable import PromptStore

/// Scores as they come out of the file: which rows count, and what they are measured against.
struct RatedScoreTests {
    private let library: ScratchLibrary

    init() throws {
        library = try ScratchLibrary()
        try library.addPrompt("a")
    }

    private func rate(_ id: String = "a", _ rating: Int = 5) throws -> Double {
        try #require(try library.store().make(.rate(promptID: id, rating: rating)).score.number)
    }

    private func expect(_ score: Double, _ expected: Double, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(abs(score - expected) < 1e-9, sourceLocation: sourceLocation)
    }

    @Test func theNewestRatingOfASessionCounts() throws {
        try library.addRating(5, of: "a", session: "x")
        try library.addRating(1, of: "a", session: "x", daysAgo: 1)
        expect(try rate(), 4.0 / 6)  // Two fives.
        try library.addRating(1, of: "a", session: "x")  // The same second: the later row is newer.
        expect(try rate(), 3.0 / 6)  // A five and a one.
    }

    @Test func noSessionIsASessionOfItsOwn() throws {
        for _ in 0..<9 { try library.addRating(5, of: "a", session: nil) }
        expect(try rate(), 12.0 / 14)
    }

    @Test func anOldRatingCountsHalfAfter180Days() throws {
        try library.addRating(1, of: "a", session: "x", daysAgo: 180)
        expect(try rate(), 3 / 5.5)
    }

    @Test func ratingsOutsideOneToFiveDoNotCount() throws {
        try library.sql { database in
            try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
            for rating in ["0", "6", "9", "-1", "1e300", "'five'", "x'05'", "NULL"] {
                try database.execute(
                    sql: """
                        INSERT INTO user_feedback (prompt_id, rating, session_id, created_at)
                        VALUES ('a', \(rating), 'this-session-not', '2026-05-04 12:00:00')
                        """
                )
            }
            try database.execute(sql: "PRAGMA ignore_check_constraints = OFF")
        }
        expect(try rate(), 0.6)
        #expect(try library.sql { try Int.fetchOne($0, sql: "SELECT sum(rating_count) FROM pa_phase_ratings") } == 1)
    }

    @Test func aRatingOfARunCountsUnlessItIsTheSameAsOneGiven() throws {
        try library.execute(
            "INSERT INTO metrics (prompt_id, user_rating, created_at) VALUES ('a', 5, '2026-05-04 12:00:00')"
        )
        expect(try rate(), 0.6)  // Same time, same value: the same rating.
        try library.execute(
            "INSERT INTO metrics (prompt_id, user_rating, created_at) VALUES ('a', 1, '2026-05-04 12:00:00')"
        )
        expect(try rate(), 3.0 / 6)
    }

    @Test func successRatesCountHalfAndOnlyWithinTheirRange() throws {
        for rate in ["1", "7", "-1", "NULL", "'all'"] {
            try library.execute(
                "INSERT INTO metrics (prompt_id, success_rate, created_at) VALUES ('a', \(rate), '2026-05-04 12:00:00')"
            )
        }
        expect(try rate(), 3.5 / 5.5)
    }

    @Test func aForeignScoreIsAPriorWorthTwoRatings() throws {
        try library.execute("UPDATE prompts SET effectiveness_score = 0.2")
        expect(try rate(), (2 + 1 + 0.4) / 7)
        // What we have stored since is not foreign: it does not feed on itself.
        expect(try rate(), (2 + 1 + 0.4) / 7)
        let terms = try #require(try library.sql { try Row.fetchOne($0, sql: "SELECT * FROM pa_scores") })
        #expect(terms["foreign_score"] == 0.2)
        #expect(terms["prior_mean"] == 0.5)
        #expect(terms["rating_count"] == 1)
        #expect(terms["as_of"] == "2026-05-04 12:00:00")
        expect(terms["score"], 3.4 / 7)
        expect(terms["spread"], 1.64 * (3.4 / 7 * 3.6 / 7 / 8).squareRoot())
    }

    @Test func aScoreThatSomethingElseStoredMeanwhileIsForeignAgain() throws {
        _ = try rate()
        try library.execute("UPDATE prompts SET effectiveness_score = 0.9")
        expect(try rate(), (2 + 1 + 1.8) / 7)
    }

    @Test(arguments: ["1.7", "-50", "9e999", "'good'", "0", "NULL"])
    func aForeignScoreThatIsNoneSaysNothingAndComesBackWithUndo(stored: String) throws {
        try library.execute("UPDATE prompts SET effectiveness_score = \(stored)")
        let before = try library.rows("prompts")
        let store = try library.store()
        #expect(try store.make(.rate(promptID: "a", rating: 5)).score == .number(0.6))
        let outcome = try store.make(.undo)
        #expect(try library.rows("prompts") == before)
        #expect(outcome.score == (try store.dossier(of: "a").metrics.score))
    }

    @Test func unratedStaysUnknown() throws {
        let store = try library.store()
        #expect(try store.make(.comment(promptID: "a", text: "words")).score == .none)
        _ = try store.make(.rate(promptID: "a", rating: 5))
        #expect(try store.make(.withdraw(promptID: "a")).score == .none)
        #expect(try store.dossier(of: "a").metrics.score == .none)
        #expect(try store.dossier(of: "a").metrics.spread == nil)
        #expect(try library.rows("pa_scores") == [])
    }

    @Test func thePriorIsThePhasesMeanFromTwentyRatingsOn() throws {
        try library.addPrompt("other", ["phase": "coagulatio"])
        for session in 0..<18 { try library.addRating(5, of: "other", session: "\(session)") }
        expect(try rate("a", 1), 0.4)  // 19 ratings in all: the prior is 0.5 still.
        let store = try library.store(session: "next")
        // Twenty in all: the library's mean, (18 + 0 + x) / 20, with this rating in it.
        let mean = 18.0 / 20
        expect(try #require(try store.make(.rate(promptID: "a", rating: 1)).score.number), 4 * mean / 6)
        // Twenty in the phase: its own mean, 1, though the library's is less.
        let third = try library.store(session: "third")
        _ = try third.make(.rate(promptID: "other", rating: 5))
        _ = try store.make(.rate(promptID: "other", rating: 5))
        let score = try #require(try store.make(.rate(promptID: "other", rating: 5)).score.number)
        expect(score, 1)
    }
}
