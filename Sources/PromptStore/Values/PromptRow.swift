import GRDB

/// One line of the list of prompts.
public struct PromptRow: Equatable, Sendable {
    /// The prompt's id, as stored.
    public let id: String
    /// The first line of its text that says something; empty if none of the first ones does.
    public let title: String
    /// The phase as stored, also when it is none of the documented three.
    public let phase: String
    /// The stored effectiveness score, documented as 0...1. See `knownScore`.
    public var score: StoredNumber
    /// The newest rating in user_feedback, documented as 1...5.
    public var rating: StoredNumber
    /// What a list may show besides.
    public let facts: Facts
    /// Where the row stands in the order it was read in.
    public let cursor: PromptCursor

    /// Fields as stored; of texts the first 200 bytes.
    public struct Facts: Equatable, Sendable {
        /// Who the prompt is for.
        public var provider = ""
        /// The model of the provider.
        public var model = ""
        /// The persona.
        public var persona: String?
        /// All tags, in whatever form they are stored.
        public var tags: String?
        /// How often it was used.
        public var usageCount = StoredNumber.none
        /// When it was made.
        public var createdAt: Timestamp?
        /// When it was changed last.
        public var updatedAt: Timestamp?

        /// Nothing is known.
        public init() {}
    }

    /// Creates a row.
    public init(
        id: String,
        title: String,
        phase: String,
        score: StoredNumber,
        rating: StoredNumber,
        facts: Facts = Facts(),
        cursor: PromptCursor
    ) {
        self.id = id
        self.title = title
        self.phase = phase
        self.score = score
        self.rating = rating
        self.facts = facts
        self.cursor = cursor
    }

    /// The score to show: a stored 0 is the column's default and says nothing.
    public var knownScore: StoredNumber { score.unlessZero }
}

/// A place in the ordered list that stays meaningful while rows come and go around it.
public struct PromptCursor: Equatable, Sendable {
    /// 0 for prompts that have a value to be ordered by, 1 for those that have none.
    let segment: Int
    /// The value itself; where it is text, its bytes.
    let key: DatabaseValue
    let isText: Bool
    let tie: Int64

    private init(segment: Int, key: DatabaseValue, isText: Bool, tie: Int64) {
        self.segment = segment
        self.key = key
        self.isText = isText
        self.tie = tie
    }

    init(_ row: Row, segment: Int) {
        self.init(segment: segment, key: row["sort_key"], isText: row["is_text"], tie: row["tie"])
    }

    /// A cursor of no list, for rows made by hand.
    public static let detached = PromptCursor(segment: 0, key: .null, isText: false, tie: 0)
}
