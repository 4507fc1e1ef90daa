/// What somebody, or some program, said about a prompt.
public struct FeedbackEntry: Equatable, Sendable {
    /// The most entries that are read per table; the newest ones.
    public static let longestList = 500

    /// The table an entry is from.
    public enum Source: Equatable, Sendable {
        /// user_feedback.
        case feedback
        /// metrics.user_rating and metrics.feedback.
        case metrics
    }

    /// The row that it is in its table.
    public let id: Int64
    /// Where it is from.
    public let source: Source
    /// The rating, documented as 1...5.
    public let rating: StoredNumber
    /// The words, if any.
    public let text: String?
    /// When, UTC.
    public let createdAt: Timestamp?
    /// Whether this run of the program wrote it.
    public let isOwn: Bool

    /// Creates an entry.
    public init(
        id: Int64,
        source: Source,
        rating: StoredNumber,
        text: String?,
        createdAt: Timestamp?,
        isOwn: Bool
    ) {
        self.id = id
        self.source = source
        self.rating = rating
        self.text = text
        self.createdAt = createdAt
        self.isOwn = isOwn
    }
}
