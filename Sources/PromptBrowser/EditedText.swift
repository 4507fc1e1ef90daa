/// What a person has made of a prompt's text in an editor of their own.
public struct EditedText: Equatable, Sendable {
    /// The prompt.
    public let promptID: String
    /// The text that was given to the editor.
    public let original: String
    /// The text that the editor has left; nil where there is none to be had.
    public let text: String?
    /// Where it was written down, and is until it is saved.
    public let path: String
    /// Why there is no text, in one sentence.
    public let complaint: String?

    /// Creates it.
    public init(promptID: String, original: String, text: String?, path: String, complaint: String? = nil) {
        self.promptID = promptID
        self.original = original
        self.text = text
        self.path = path
        self.complaint = complaint
    }
}
