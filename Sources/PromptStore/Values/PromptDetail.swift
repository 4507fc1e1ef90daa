/// One prompt with every field of the schema.
public struct PromptDetail: Equatable, Sendable {
    /// The most bytes of a text that are read for the screen.
    public static let longestText = 1 << 20

    /// The prompt's id.
    public let id: String
    /// The text, its first `longestText` bytes; invalid UTF-8 as U+FFFD.
    public let content: String
    /// The length of the whole text, in bytes.
    public let contentBytes: Int
    /// As stored, like all texts below.
    public let phase: String
    /// The provider the prompt is for.
    public let provider: String
    /// The model the prompt is for.
    public let model: String
    /// The persona, if any.
    public let persona: String?
    /// As stored; see `tagList`.
    public let tags: String?
    /// What the prompt was made from or for, if noted.
    public let context: String?
    /// The stored effectiveness score, documented as 0...1.
    public let score: StoredNumber
    /// How often the prompt was used.
    public let usageCount: StoredNumber
    /// UTC, as stored.
    public let createdAt: Timestamp?
    /// UTC, as stored.
    public let updatedAt: Timestamp?
    /// The prompt this one was derived from.
    public let parentID: String?
    /// The prompt this one is an alternative to.
    public let variantOf: String?
    /// The embedding, without its numbers.
    public let embedding: Embedding?
    /// How many versions the enhancement history holds.
    public let versionCount: Int
    /// What other programs have noted in columns of their own, by the names of these, where there is something.
    public let further: [Field]
    /// Rows that name the prompt in tables that are not as documented.
    public let furtherRows: [FurtherRow]

    /// A row of a table that the documentation does not know, or not with all its columns.
    public struct FurtherRow: Equatable, Sendable {
        /// The table.
        public let table: String
        /// What is in it, but its id and that of the prompt.
        public let fields: [Field]
    }

    /// A column that the documentation does not know.
    public struct Field: Equatable, Sendable {
        /// Its name.
        public let name: String
        /// What is in it, as text, its first 4000 bytes.
        public let value: String
    }

    /// What is known of a stored vector.
    public struct Embedding: Equatable, Sendable {
        /// Its size in the file.
        public let bytes: Int
        /// The model that made it, if noted.
        public let model: String?
        /// Its dimensions as noted in the file.
        public let dimensions: StoredNumber
    }
}
