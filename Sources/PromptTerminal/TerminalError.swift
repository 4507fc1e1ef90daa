/// Why there can be no screen.
public enum TerminalError: Error, Equatable, Sendable {
    /// Input or output is no terminal.
    case notATerminal
    /// TERM is not set.
    case noType
    /// There is no description of this type of terminal.
    case unknownType(String)
    /// This type of terminal cannot place its cursor.
    case tooSimple(String)
    /// ncurses could not start.
    case failed

    /// One sentence: what is wrong, and what to do now.
    public var sentence: String {
        switch self {
        case .notATerminal:
            "The browser needs a terminal for its input and output; in a pipe, use prompt-alchemy search, show, lineage, history, rate, add, tag or delete instead."
        case .noType:
            "TERM is not set, so the kind of terminal is unknown; set it, for example with TERM=xterm-256color."
        case .unknownType(let type):
            "There is no description of the terminal “\(type)” here; set TERM to one that is known, such as xterm-256color."
        case .tooSimple(let type):
            "A terminal of the type “\(type)” cannot place its cursor, which the browser needs; set TERM to what yours really is."
        case .failed: "The terminal could not be set up; try TERM=xterm-256color, or another terminal."
        }
    }
}
