import CNcurses
import PromptBrowser

/// Turns what ncurses reads into events.
struct KeyReader {
    private static let pasteBegins: Int32 = 0o5001
    private static let pasteEnds: Int32 = 0o5002
    private static let mouseBegins: Int32 = 0o5003
    /// The most bytes of a paste that are kept.
    private static let longestPaste = 1 << 20

    /// A pad is never drawn by reading from it, as a window would be.
    private let source: UnsafeMutablePointer<WINDOW>
    private var pasted: String?
    private var mouse: MouseReport?

    init?() {
        guard let pad = newpad(1, 1) else { return nil }
        source = pad
        keypad(source, true)
        nodelay(source, true)
        define_key("\u{1B}[200~", Self.pasteBegins)
        define_key("\u{1B}[201~", Self.pasteEnds)
        define_key("\u{1B}[<", Self.mouseBegins)
    }

    /// All events that are there already.
    mutating func drain() -> [Event] {
        var events: [Event] = []
        while true {
            var code: wint_t = 0
            let kind = wget_wch(source, &code)
            if kind == ERR { return events }
            if let event = kind == PA_KEY_CODE_YES ? function(Int32(bitPattern: code)) : character(code) {
                events.append(event)
            }
        }
    }

    private mutating func function(_ code: Int32) -> Event? {
        switch code {
        case KEY_RESIZE:
            guard let screen = pa_screen() else { return nil }
            return .resize(Size(width: Int(getmaxx(screen)), height: Int(getmaxy(screen))))
        case Self.mouseBegins:
            mouse = MouseReport()
            return nil
        case Self.pasteBegins:
            pasted = ""
            return nil
        case Self.pasteEnds:
            defer { pasted = nil }
            return pasted.map { .paste($0) }
        default: return pasted == nil ? .key(Self.key(code)) : nil
        }
    }

    private mutating func character(_ code: wint_t) -> Event? {
        guard let scalar = Unicode.Scalar(code) else { return nil }
        if var report = mouse {
            let isComplete = report.take(scalar)
            mouse = isComplete ? nil : report
            return isComplete && pasted == nil ? report.event : nil
        }
        guard let text = pasted else { return .key(Self.key(scalar)) }
        if text.utf8.count < Self.longestPaste {
            pasted?.unicodeScalars.append(scalar == "\r" ? "\n" : scalar)
        }
        return nil
    }

    private static func key(_ code: Int32) -> Key {
        switch code {
        case KEY_UP: .up
        case KEY_DOWN: .down
        case KEY_LEFT: .left
        case KEY_RIGHT: .right
        case KEY_HOME: .home
        case KEY_END: .end
        case KEY_PPAGE: .pageUp
        case KEY_NPAGE: .pageDown
        case KEY_BTAB: .backTab
        case KEY_BACKSPACE: .backspace
        case KEY_DC: .delete
        case KEY_ENTER: .enter
        default: .unknown
        }
    }

    private static func key(_ scalar: Unicode.Scalar) -> Key {
        switch scalar.value {
        case 9: .tab
        case 10, 13: .enter
        case 27: .escape
        case 8, 127: .backspace
        case 1...26: .control(Character(Unicode.Scalar(UInt8(scalar.value) + 96)))
        case 0..<32, 128..<160: .unknown
        default: .character(Character(scalar))
        }
    }
}
