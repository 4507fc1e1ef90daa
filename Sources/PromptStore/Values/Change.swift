/// A change that a person asks for. It is made in one transaction, and undone as one.
public enum Change: Codable, Equatable, Sendable {
    /// Rate prompts 1...5; a second rating of the same run replaces the first.
    case rate(promptIDs: [String], rating: Int)
    /// Take back this run's ratings of prompts.
    case withdraw(promptIDs: [String])
    /// Say something about a prompt.
    case comment(promptID: String, text: String)
    /// Say something else in a comment of this run, whose row in user_feedback has this id.
    case editComment(id: Int64, promptID: String, text: String)
    /// Take back what this run said, or gave, in the row of user_feedback with this id.
    case withdrawFeedback(id: Int64, promptID: String)
    /// Give tags to prompts and take others from them.
    case tag(promptIDs: [String], add: [String], remove: [String])
    /// Give a prompt these tags and no others.
    case setTags(promptID: String, tags: [String])
    /// Count one use of a prompt.
    case use(promptID: String)
    /// Add a prompt.
    case add(NewPrompt)
    /// Give a prompt another text; the one it has is kept in its history.
    case edit(promptID: String, text: String, reason: String?)
    /// Delete prompts and all that hangs on them but their children.
    case delete(promptIDs: [String])
    /// Take back the last change.
    case undo
    /// Make the change again that was undone last.
    case redo

    /// Rate one prompt.
    public static func rate(promptID: String, rating: Int) -> Change { .rate(promptIDs: [promptID], rating: rating) }

    /// Take back this run's rating of one prompt.
    public static func withdraw(promptID: String) -> Change { .withdraw(promptIDs: [promptID]) }
}

/// What a change has left in the file.
public struct ChangeOutcome: Equatable, Sendable {
    /// The prompt it was made to, or the first of them.
    public let promptID: String
    /// How many prompts were changed; 0 where everything was so already.
    public let promptCount: Int
    /// The change in a few words, such as `rating 4`.
    public let title: String
    /// The prompt's newest rating now.
    public let rating: StoredNumber
    /// The prompt's score now, none where nothing speaks for one.
    public let score: StoredNumber
}
