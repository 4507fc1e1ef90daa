import GRDB

/// A row of user_feedback as the journal keeps it.
struct FeedbackRow: Codable, Equatable, Sendable {
    let id: Int64
    let promptID: String
    let rating: Int?
    let type: String?
    let text: String?
    let sessionID: String?
    let createdAt: String?

    private static let columns = "id, prompt_id, rating, feedback_type, feedback_text, session_id, created_at"

    private static let one = "SELECT \(columns) FROM user_feedback WHERE id = ?"
    private static let own = """
        SELECT \(columns) FROM user_feedback
        WHERE prompt_id = ? AND session_id = ? AND rating IS NOT NULL ORDER BY id DESC LIMIT 1
        """
    private static let newest = "SELECT \(PageQuery.newestRating) AS rating FROM prompts p WHERE p.id = ?"
    private static let usedID = "SELECT seq FROM sqlite_sequence WHERE name = 'user_feedback'"
    private static let highestID = "SELECT max(id) FROM user_feedback"

    static let named = [
        NamedQuery("feedback: one row", one), NamedQuery("feedback: rating of this run", own),
        NamedQuery("feedback: newest rating", newest), NamedQuery("feedback: last id used", usedID),
        NamedQuery("feedback: highest id", highestID),
    ]

    private init(_ row: Row) {
        self.init(
            id: row["id"],
            promptID: row.text("prompt_id") ?? "",
            rating: row.number("rating").number.flatMap { Int(exactly: $0) },
            type: row.text("feedback_type"),
            text: row.text("feedback_text"),
            sessionID: row.text("session_id"),
            createdAt: row.text("created_at")
        )
    }

    init(
        id: Int64,
        promptID: String,
        rating: Int?,
        type: String?,
        text: String?,
        sessionID: String?,
        createdAt: String?
    ) {
        self.id = id
        self.promptID = promptID
        self.rating = rating
        self.type = type
        self.text = text
        self.sessionID = sessionID
        self.createdAt = createdAt
    }

    static func find(_ id: Int64, in database: Database) throws -> FeedbackRow? {
        try Row.fetchOne(database, sql: one, arguments: [id]).map(FeedbackRow.init)
    }

    /// The rating that this run has given a prompt.
    static func ownRating(of promptID: String, session: String, in database: Database) throws -> FeedbackRow? {
        try Row.fetchOne(database, sql: own, arguments: [promptID, session]).map(FeedbackRow.init)
    }

    /// The newest rating of a prompt, whoever gave it.
    static func newestRating(of promptID: String, in database: Database) throws -> StoredNumber {
        try Row.fetchOne(database, sql: newest, arguments: [promptID])?.number("rating") ?? .none
    }

    /// An id that no row has or had: the table counts up, so that an undone row can come back under its own.
    static func nextID(in database: Database) throws -> Int64 {
        let used = try Int64.fetchOne(database, sql: usedID)
        let highest = try Int64.fetchOne(database, sql: highestID)
        return max(used ?? 0, highest ?? 0) + 1
    }

    func save(in database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO main.user_feedback (\(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET rating = excluded.rating, feedback_type = excluded.feedback_type,
                  feedback_text = excluded.feedback_text, created_at = excluded.created_at
                """,
            arguments: [id, promptID, rating, type, text, sessionID, createdAt]
        )
    }

    static func delete(_ id: Int64, in database: Database) throws {
        try database.execute(sql: "DELETE FROM main.user_feedback WHERE id = ?", arguments: [id])
    }
}
