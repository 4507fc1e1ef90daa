import GRDB

extension PromptStore {
    /// Reads the texts a prompt has now and had before.
    ///
    /// - Throws: `StoreError.promptGone` where there is none of this id; `.cancelled` when `cancellation` was thrown.
    public func history(of id: String, cancellation: Cancellation) throws(StoreError) -> PromptHistory {
        try connections.read(.dossier, cancellation: cancellation) { database in
            try HistoryQueries.history(id, in: database)
        }
    }
}

/// The versions of one prompt, from one moment of the file.
public struct PromptHistory: Equatable, Sendable {
    /// The most versions that are read.
    public static let longestList = 200
    /// The bytes of text after which no further version is read.
    public static let mostText = 32 << 20

    /// The prompt as it is, with what the newest row of its history notes where that has the same text; then the
    /// other rows, the last one written first.
    public var versions: [PromptVersion]
    /// Whether the file holds more of them.
    public var isCut: Bool

    /// Creates a history.
    public init(versions: [PromptVersion], isCut: Bool) {
        self.versions = versions
        self.isCut = isCut
    }
}

/// One text of a prompt, and what was noted with it.
public struct PromptVersion: Equatable, Sendable {
    /// Its row in the history; nil for the prompt as it is.
    public let row: Int64?
    /// The text, its first `PromptDetail.longestText` bytes; invalid UTF-8 as U+FFFD.
    public let content: String
    /// The length of the whole text, in bytes.
    public let contentBytes: Int
    /// UTC, as stored.
    public let createdAt: Timestamp?
    /// Who or what made the change, if noted.
    public let author: String?
    /// Why, if noted.
    public let reason: String?

    /// Creates a version.
    public init(
        row: Int64?,
        content: String,
        contentBytes: Int,
        createdAt: Timestamp?,
        author: String?,
        reason: String?
    ) {
        self.row = row
        self.content = content
        self.contentBytes = contentBytes
        self.createdAt = createdAt
        self.author = author
        self.reason = reason
    }
}

/// The statements about the versions of one prompt.
enum HistoryQueries {
    /// Ordered by insertion, which is how the index has the rows of one prompt: nothing needs to be sorted.
    static let versions = """
        SELECT id, substr(CAST(updated_content AS BLOB), 1, \(PromptDetail.longestText)) AS content,
          length(CAST(updated_content AS BLOB)) AS content_bytes, \(RowQueries.bytes("update_reason")),
          \(RowQueries.bytes("updated_by")), created_at
        FROM enhancement_history WHERE prompt_id = ? ORDER BY id DESC LIMIT \(PromptHistory.longestList + 1)
        """

    static let named = [NamedQuery("history", versions)]

    static func history(_ id: String, in database: Database) throws -> PromptHistory {
        let detail = try PromptQueries.detail(id, in: database)
        let current = PromptVersion(
            row: nil,
            content: detail.content,
            contentBytes: detail.contentBytes,
            createdAt: detail.updatedAt ?? detail.createdAt,
            author: nil,
            reason: nil
        )
        var history = PromptHistory(versions: [current], isCut: false)
        var bytes = 0
        let rows = try Row.fetchCursor(database.cachedStatement(sql: versions), arguments: [id])
        while let row = try rows.next() {
            guard history.versions.count <= PromptHistory.longestList, bytes < PromptHistory.mostText else {
                history.isCut = true
                break
            }
            let content = row.text("content") ?? ""
            bytes += content.utf8.count
            let contentBytes: Int = row["content_bytes"] ?? 0
            // A row holds the text that an update has left: the newest is usually the prompt as it is.
            let isCurrent =
                history.versions.count == 1 && bytes == content.utf8.count && content == current.content
                && contentBytes == current.contentBytes
            let version = PromptVersion(
                row: isCurrent ? nil : row["id"],
                content: content,
                contentBytes: contentBytes,
                createdAt: row.timestamp("created_at"),
                author: row.text("updated_by"),
                reason: row.text("update_reason")
            )
            if isCurrent { history.versions[0] = version } else { history.versions.append(version) }
        }
        return history
    }
}
