import Testing

@testable import PromptStore

/// The numbers of the formula, by hand.
struct ScoreTests {
    private func score(_ ratings: [Int], ageDays: Double = 0, prior: Double = 0.5) -> Double? {
        var evidence = ScoreEvidence()
        evidence.ratings = ratings.map { (Double($0 - 1) / 4, ageDays) }
        return evidence.score(priorMean: prior)?.score
    }

    @Test(arguments: [
        ([5], 0.60), ([5, 5], 0.67), (Array(repeating: 5, count: 10), 0.86), (Array(repeating: 4, count: 50), 0.73),
        ([1], 0.40), ([3], 0.50), ([1, 5], 0.50),
    ])
    func fewRatingsMoveTheScoreALittleAndManyALot(ratings: [Int], expected: Double) throws {
        #expect(abs(try #require(score(ratings)) - expected) <= 0.005)
    }

    @Test func nothingSaidIsUnratedNotZero() {
        #expect(score([]) == nil)
        #expect(ScoreEvidence(foreignScore: 0.9).score(priorMean: 0.5) == nil)
        #expect(ScoreEvidence().weight == nil)
    }

    @Test func aRatingCountsHalfAfter180Days() throws {
        // (4 * 0.5 + w) / (4 + w), with w = 1/2 and 1/4.
        #expect(abs(try #require(score([5], ageDays: 180)) - 2.5 / 4.5) < 1e-12)
        #expect(abs(try #require(score([5], ageDays: 360)) - 2.25 / 4.25) < 1e-12)
        #expect(score([5], ageDays: -30) == score([5], ageDays: 0))
    }

    @Test func theSecondRatingAndThePriorCount() throws {
        #expect(abs(try #require(score([5], prior: 0.9)) - 4.6 / 5) < 1e-12)
    }

    @Test func successRatesWeighHalfAndTogetherAtMostFour() throws {
        let one = ScoreEvidence(successes: [(1, 0)])
        #expect(abs(try #require(one.score(priorMean: 0.5)).score - 2.5 / 4.5) < 1e-12)
        #expect(one.weight == 4.5)
        let eight = ScoreEvidence(successes: Array(repeating: (1, 0), count: 8))
        let thousand = ScoreEvidence(successes: Array(repeating: (1, 0), count: 1000))
        #expect(eight.weight == 8)
        #expect(abs(try #require(thousand.weight) - 8) < 1e-9)
        #expect(abs(try #require(thousand.score(priorMean: 0.5)).score - 0.75) < 1e-9)
        let old = ScoreEvidence(successes: [(1, 180)])
        #expect(old.weight == 4.25)
    }

    @Test func aForeignScoreWeighsTwoRatings() throws {
        let evidence = ScoreEvidence(ratings: [(1, 0)], foreignScore: 0.2)
        #expect(abs(try #require(evidence.score(priorMean: 0.5)).score - (2 + 1 + 0.4) / 7) < 1e-12)
        #expect(evidence.weight == 7)
    }

    @Test func theSpreadShrinksWithWeight() throws {
        // 1.64 * sqrt(0.6 * 0.4 / 6)
        let one = try #require(ScoreEvidence(ratings: [(1, 0)]).score(priorMean: 0.5))
        #expect(abs(one.spread - 0.328) < 0.000_5)
        #expect(ScoreEvidence.spread(1, weight: 5) == 0)
        #expect(ScoreEvidence.spread(1.7, weight: 5) == 0)
    }
}
