import PromptStore

/// What a person wants otherwise than it is by default; where that is written down is not the browser's business.
public struct Preferences: Equatable, Sendable {
    /// The keys of the commands.
    public var keymap = Keymap()
    /// The order in which the list begins.
    public var order = PromptOrder(.created)
    /// The columns of the list, at least one, in their order.
    public var columns = ListColumn.usual
    /// Whether a library of an earlier version is migrated without being asked about.
    public var migratesAutomatically = false
    /// Whether copying a prompt's text counts as one use of it.
    public var countsUses = false
    /// What has to be said of the preferences themselves, before anything else.
    public var complaint: String?

    /// Everything as it is by default.
    public init() {}
}
