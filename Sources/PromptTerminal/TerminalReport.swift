import CNcurses
import Glibc

/// What can be known of the terminal that this process has, without changing anything about it.
public struct TerminalReport: Sendable {
    /// Why the browser cannot use it; nil where it can.
    public let error: TerminalError?
    /// The value of TERM, empty where it is not set.
    public let type: String
    /// Cells, where there is a screen.
    public let size: (width: Int, height: Int)?
    /// The colours it has, by its description; 0 for none.
    public let colours: Int
    /// Whether its description says that it takes any mixture of colours.
    public let takesMixtures: Bool
    /// Whether colours are turned off by NO_COLOR.
    public let isColourless: Bool
    /// The encoding of the locale, such as `UTF-8`.
    public let encoding: String
    /// Whether text is sent as UTF-8; otherwise all is drawn with ASCII.
    public let isUTF8: Bool

    /// Looks.
    public init() {
        let found = Terminal.obstacle()
        error = found
        type = Terminal.environment("TERM") ?? ""
        var cells = winsize()
        let hasSize = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &cells) == 0 && cells.ws_col > 0
        size = hasSize ? (Int(cells.ws_col), Int(cells.ws_row)) : nil
        var result: Int32 = 0
        let isDescribed = !type.isEmpty && setupterm(nil, STDOUT_FILENO, &result) == OK
        colours = isDescribed ? max(0, Int(pa_number("colors"))) : 0
        takesMixtures = isDescribed && pa_has("RGB")
        isColourless = !(Terminal.environment("NO_COLOR") ?? "").isEmpty
        isUTF8 = Terminal.setLocale()
        encoding = String(cString: nl_langinfo(Int32(CODESET)))
    }
}
