/// A prompt that is to be added.
public struct NewPrompt: Codable, Equatable, Sendable {
    /// The text, exactly.
    public var content: String
    /// The phase; nil for that of the parent, or the first one.
    public var phase: String?
    /// The provider; nil for that of the parent, or none.
    public var provider: String?
    /// The model; nil for that of the parent, or none.
    public var model: String?
    /// The tags.
    public var tags: [String]
    /// The id of the prompt that it was derived from.
    public var parentID: String?

    /// Creates one.
    public init(
        content: String,
        phase: String? = nil,
        provider: String? = nil,
        model: String? = nil,
        tags: [String] = [],
        parentID: String? = nil
    ) {
        self.content = content
        self.phase = phase
        self.provider = provider
        self.model = model
        self.tags = tags
        self.parentID = parentID
    }
}
