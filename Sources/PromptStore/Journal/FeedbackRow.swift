import GRDB

/// What a change has to know of user_feedback.
enum FeedbackRow {
    private static let own = """
        SELECT id, rating FROM user_feedback
        WHERE prompt_id = ? AND session_id = ? AND rating IS NOT NULL ORDER BY id DESC LIMIT 1
        """
    private static let newest = "SELECT \(PageQuery.newestRating) AS rating FROM prompts p WHERE p.id = ?"
    private static let usedID = "SELECT seq FROM sqlite_sequence WHERE name = 'user_feedback'"
    private static let highestID = "SELECT max(id) FROM user_feedback"

    static let named = [
        NamedQuery("feedback: rating of this run", own), NamedQuery("feedback: newest rating", newest),
        NamedQuery("feedback: last id used", usedID), NamedQuery("feedback: highest id", highestID),
    ]

    /// The rating that this run has given a prompt, and the id of its row.
    static func ownRating(
        of promptID: String,
        session: String,
        in database: Database
    ) throws -> (id: Int64, rating: StoredNumber)? {
        try Row.fetchOne(database.cachedStatement(sql: own), arguments: [promptID, session]).map {
            ($0["id"], $0.number("rating"))
        }
    }

    /// The newest rating of a prompt, whoever gave it.
    static func newestRating(of promptID: String, in database: Database) throws -> StoredNumber {
        try Row.fetchOne(database.cachedStatement(sql: newest), arguments: [promptID])?.number("rating") ?? .none
    }

    /// An id that no row has or had: the table counts up, so that an undone row can come back under its own.
    static func nextID(in database: Database) throws -> Int64 {
        let used = try Int64.fetchOne(database.cachedStatement(sql: usedID))
        let highest = try Int64.fetchOne(database.cachedStatement(sql: highestID))
        return max(used ?? 0, highest ?? 0) + 1
    }

    /// What names a row.
    static func key(_ id: Int64) -> RowKey { RowKey(column: "id", value: .integer(id)) }
}
