/// What was to be copied.
public enum Copied: Equatable, Sendable {
    /// The whole text of a prompt, which has this many bytes.
    case text(promptID: String, bytes: Int)
    /// A command that prints it.
    case command(String)
}

/// What has become of it, as far as anybody can know.
public enum CopyOutcome: Equatable, Sendable {
    /// A program for clipboards, of this name, has taken it.
    case taken(by: String)
    /// tmux keeps it in a buffer of its own and hands it on as it is set up.
    case takenByTmux
    /// A program for clipboards, of this name, would not have it.
    case refused(by: String)
    /// It was sent to the terminal, which never says whether it takes it.
    case sent
    /// It is longer than terminals take, which is this many bytes.
    case tooLong(limit: Int)
}
