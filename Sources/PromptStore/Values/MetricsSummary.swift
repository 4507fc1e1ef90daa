/// What is known of how well one prompt does.
public struct MetricsSummary: Equatable, Sendable {
    /// The most rows of a table that are summed up; the newest ones.
    public static let longestSeries = 1000

    /// The stored score, nil where nothing speaks for one.
    public var score: StoredNumber = .none
    /// Half the width of the score's 90 % interval, 0...1; nil without a score.
    public var spread: Double?
    /// How many ratings of 1, 2, 3, 4 and 5 count: five numbers.
    public var histogram: [Int] = [0, 0, 0, 0, 0]
    /// Rows in the metrics table, at most `longestSeries`.
    public var runs: Int = 0
    /// Response times in milliseconds, oldest first.
    public var responseTimes: [Double] = []
    /// Mean of success_rate, 0...1, over `successCount` rows.
    public var successRate: Double?
    /// Rows that have a success rate.
    public var successCount: Int = 0
    /// Mean tokens per run, over the rows that note them.
    public var meanTokens: Double?
    /// The newest generation's settings.
    public var generation: Generation?

    /// The settings and the size of one generation.
    public struct Generation: Equatable, Sendable {
        /// The model that generated.
        public var model: String
        /// Sampling temperature.
        public var temperature: StoredNumber
        /// The most tokens allowed.
        public var maxTokens: StoredNumber
        /// Tokens read.
        public var inputTokens: StoredNumber
        /// Tokens written.
        public var outputTokens: StoredNumber

        /// Creates it.
        public init(
            model: String,
            temperature: StoredNumber,
            maxTokens: StoredNumber,
            inputTokens: StoredNumber,
            outputTokens: StoredNumber
        ) {
            self.model = model
            self.temperature = temperature
            self.maxTokens = maxTokens
            self.inputTokens = inputTokens
            self.outputTokens = outputTokens
        }
    }

    /// Creates an empty summary.
    public init() {}

    /// Ratings that count.
    public var ratingCount: Int { histogram.reduce(0, +) }

    /// Mean of the ratings that count, 1...5.
    public var meanRating: Double? {
        guard ratingCount > 0 else { return nil }
        let sum = histogram.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element }
        return Double(sum) / Double(ratingCount)
    }

    /// The response time that a share of the runs stays within, in milliseconds (nearest rank).
    ///
    /// - Parameter share: 0...1, such as 0.5 for the median.
    public func responseTime(percentile share: Double) -> Double? {
        guard !responseTimes.isEmpty else { return nil }
        let sorted = responseTimes.sorted()
        let rank = Int((share * Double(sorted.count)).rounded(.up))
        return sorted[min(max(rank, 1), sorted.count) - 1]
    }
}
