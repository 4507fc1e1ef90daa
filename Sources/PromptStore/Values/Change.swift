/// A change that a person asks for.
public enum Change: Equatable, Sendable {
    /// Rate a prompt 1...5; a second rating of the same run replaces the first.
    case rate(promptID: String, rating: Int)
    /// Take back this run's rating of a prompt.
    case withdraw(promptID: String)
    /// Say something about a prompt.
    case comment(promptID: String, text: String)
    /// Take back the last change.
    case undo
    /// Make the change again that was undone last.
    case redo
}

/// What a change has left in the file.
public struct ChangeOutcome: Equatable, Sendable {
    /// The prompt it was made to.
    public let promptID: String
    /// The change in a few words, such as `rating 4`.
    public let title: String
    /// The prompt's newest rating now.
    public let rating: StoredNumber
    /// The prompt's score now, none where nothing speaks for one.
    public let score: StoredNumber
}
