import CNcurses
import Glibc
import PromptBrowser

/// The glass: the modes of the terminal, taken over and given back.
final class Terminal {
    private static let pasteOn = "\u{1B}[?2004h"
    private static let pasteOff = "\u{1B}[?2004l"

    private static let mouseOn = "\u{1B}[?1002h\u{1B}[?1006h"
    private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1002l"

    /// What switches on, and off again, what the terminal is to tell us.
    private let tellOn: String
    private let tellOff: String
    private var painter: SurfacePainter
    private var keys: KeyReader
    private var isOurs = true

    /// Takes the terminal over.
    ///
    /// - Parameter wishes: how to draw.
    init(_ wishes: TerminalWishes) throws(TerminalError) {
        tellOn = Self.pasteOn + (wishes.usesMouse ? Self.mouseOn : "")
        tellOff = (wishes.usesMouse ? Self.mouseOff : "") + Self.pasteOff
        try Self.check()
        CrashRestore.rememberModes()
        // The environment's idea of the size would freeze it.
        unsetenv("LINES")
        unsetenv("COLUMNS")
        let isASCII = wishes.isASCII || !Self.setLocale()
        set_escdelay(Self.environment("ESCDELAY").flatMap(Int32.init) ?? 25)
        guard newterm(nil, pa_stdout(), pa_stdin()) != nil, let keys = KeyReader() else { throw .failed }
        self.keys = keys
        raw()
        noecho()
        nonl()
        var palette = wishes.palette
        if !(Self.environment("NO_COLOR") ?? "").isEmpty { palette.isMono = true }
        painter = SurfacePainter(theme: Theme(palette), isASCII: isASCII)
        CrashRestore.arm(leave: Self.leaveSequences(tellOff))
        SignalPipe.install()
        send(tellOn)
    }

    /// The size of the screen.
    var size: Size {
        guard let screen = pa_screen() else { return Size(width: 0, height: 0) }
        return Size(width: Int(getmaxx(screen)), height: Int(getmaxy(screen)))
    }

    /// What was typed since the last look.
    func events() -> [Event] { keys.drain() }

    /// Shows a picture.
    func show(_ surface: Surface) { painter.paint(surface) }

    /// Writes every cell again at the next picture.
    func redraw() {
        painter.forget()
        clearok(pa_screen(), true)
    }

    /// Asks the terminal to put something on its clipboard.
    func copy(_ bytes: [UInt8]) {
        let isInTmux = Self.environment("TMUX") != nil || Self.environment("TERM")?.hasPrefix("tmux") == true
        send(OSC52.sequence(bytes, isInTmux: isInTmux))
    }

    /// Gives the terminal to the shell, stops, and takes it back when the process is continued.
    func suspend() {
        leave()
        signal(SIGTSTP, SIG_DFL)
        // The whole process group, as the terminal itself would do it: a make or a shell script waits for us.
        kill(0, SIGTSTP)
        SignalPipe.install(SIGTSTP)
        enter()
    }

    /// Gives the terminal to the person's editor, and takes it back when they have left it.
    func edit(_ text: String, of promptID: String) -> EditedText {
        leave()
        let edited = EditorSession(promptID: promptID, original: text).run()
        enter()
        // What was typed while the editor began or ended was meant for it.
        flushinp()
        return edited
    }

    /// Gives the terminal back as it was found.
    func close() {
        guard isOurs else { return }
        leave()
    }

    private func leave() {
        send(tellOff)
        if !Self.hasShellScreen {
            werase(pa_screen())
            wrefresh(pa_screen())
        }
        endwin()
        CrashRestore.set(armed: false)
        isOurs = false
    }

    private func enter() {
        CrashRestore.set(armed: true)
        isOurs = true
        reset_prog_mode()
        send(tellOn)
        redraw()
        wrefresh(pa_screen())
    }

    private func send(_ text: String) {
        fputs(text, pa_stdout())
        fflush(pa_stdout())
    }

    /// What keeps the terminal from being used; nil where nothing does.
    static func obstacle() -> TerminalError? {
        do throws(TerminalError) {
            try check()
            return nil
        } catch {
            return error
        }
    }

    private static func check() throws(TerminalError) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
        guard let type = environment("TERM"), !type.isEmpty else { throw .noType }
        var result: Int32 = 0
        guard setupterm(nil, STDOUT_FILENO, &result) == OK else { throw .unknownType(type) }
        guard pa_capability("cup") != nil else { throw .tooSimple(type) }
    }

    /// Chooses the locale.
    ///
    /// - Returns: whether the terminal takes UTF-8. Where no locale is set at all it is supposed to.
    static func setLocale() -> Bool {
        setlocale(LC_ALL, "")
        if String(cString: nl_langinfo(Int32(CODESET))) == "UTF-8" { return true }
        let isSet = ["LC_ALL", "LC_CTYPE", "LANG"].contains { !(environment($0) ?? "").isEmpty }
        return !isSet && setlocale(LC_CTYPE, "C.UTF-8") != nil
    }

    private static func leaveSequences(_ tellOff: String) -> [UInt8] {
        let names = ["sgr0", "cnorm", "rmkx", hasShellScreen ? "rmcup" : "clear"]
        let sequences = names.compactMap { name in pa_capability(name).map { withoutPadding(String(cString: $0)) } }
        let text = sequences.joined() + tellOff + "\r\n"
        return Array(text.utf8)
    }

    /// Whether the shell has a screen of its own to go back to; if not, ours would stay under its prompt.
    private static var hasShellScreen: Bool { pa_capability("rmcup") != nil }

    /// A capability without its `$<20>`, the milliseconds that old terminals need for it: only ncurses obeys those.
    private static func withoutPadding(_ capability: String) -> String {
        var text = capability
        while let start = text.range(of: "$<"), let end = text[start.upperBound...].firstIndex(of: ">") {
            text.removeSubrange(start.lowerBound...end)
        }
        return text
    }

    static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
