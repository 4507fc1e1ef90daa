import Foundation

/// The evidence for one prompt, and the score that follows from it.
struct ScoreEvidence {
    /// One observation: its value 0...1 and its age in days.
    typealias Observation = (value: Double, ageDays: Double)

    /// Ratings as (rating - 1) / 4.
    var ratings: [Observation] = []
    /// Success rates.
    var successes: [Observation] = []
    /// A score that another program had stored.
    var foreignScore: Double?

    /// Days after which an observation counts half.
    static let halfLifeDays = 180.0
    /// How many ratings the prior mean is worth.
    static let priorWeight = 4.0

    /// A Bayesian mean: prior, ratings and success rates, each observation losing half its weight in 180 days.
    ///
    /// N = m + sum w + sum v + k; score = (m C + sum w x + sum v s + k P) / N, where v is half a rating's weight and
    /// all v together weigh at most 4; spread = 1.64 sqrt(score (1 - score) / (N + 1)), the half width of 90 %.
    /// Returns nil where there is neither a rating nor a success rate: unrated is not zero.
    func score(priorMean: Double) -> (score: Double, spread: Double)? {
        guard let weight else { return nil }
        var sum = Self.priorWeight * priorMean
        for rating in ratings { sum += Self.weight(rating.ageDays) * rating.value }
        for success in successes { sum += 0.5 * Self.weight(success.ageDays) * successScale * success.value }
        if let foreignScore { sum += 2 * foreignScore }
        return (sum / weight, Self.spread(sum / weight, weight: weight))
    }

    /// N, what prior and observations weigh together; nil where there are no observations.
    var weight: Double? {
        guard !ratings.isEmpty || !successes.isEmpty else { return nil }
        return Self.priorWeight + ratings.reduce(0) { $0 + Self.weight($1.ageDays) }
            + successWeight * successScale + (foreignScore == nil ? 0 : 2)
    }

    private var successWeight: Double { successes.reduce(0) { $0 + 0.5 * Self.weight($1.ageDays) } }
    private var successScale: Double { successWeight > 4 ? 4 / successWeight : 1 }

    /// The half width of the 90 % interval of a score that rests on observations of this weight.
    static func spread(_ score: Double, weight: Double) -> Double {
        1.64 * (max(0, score * (1 - score)) / (weight + 1)).squareRoot()
    }

    private static func weight(_ ageDays: Double) -> Double { pow(2, -max(0, ageDays) / halfLifeDays) }
}
