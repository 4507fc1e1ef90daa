/// All commands with their keys: searched by typing, run with Enter. Opened as the help or as the palette.
struct HelpOverlay: Equatable, Sendable {
    /// What it was opened for: to look keys up, or to run a command by its name.
    enum Purpose: Equatable, Sendable { case help, palette }

    private let purpose: Purpose
    private let entries: [CommandEntry]
    private var filter = TextField(limit: 64)
    private var selected = 0
    private var top = 0

    /// What a key leads to.
    enum Result: Equatable, Sendable {
        case stay, close
        case run(Command)
        /// To the row of this number, from 1.
        case row(Int)
    }

    init(_ purpose: Purpose, _ entries: [CommandEntry]) {
        self.purpose = purpose
        self.entries = entries
    }

    /// The row that is asked for, from 1, where there are only digits.
    private var row: Int? {
        guard purpose == .palette, filter.text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(filter.text)
    }

    private var matches: [CommandEntry] { CommandSearch.find(filter.text, in: entries) }

    mutating func insert(_ text: String) {
        filter.insert(text)
        selected = 0
    }

    mutating func handle(_ key: Key) -> Result {
        switch key {
        case .escape, .control("c"): return .close
        case .character("?") where purpose == .help && filter.text.isEmpty,
            .character("q") where purpose == .help && filter.text.isEmpty:
            return .close
        case .backspace where purpose == .palette && filter.text.isEmpty: return .close
        case .enter where row != nil: return row.map(Result.row) ?? .stay
        case .enter: return matches.indices.contains(selected) ? .run(matches[selected].command) : .stay
        case .down, .control("n"): selected += 1
        case .up, .control("p"): selected -= 1
        case .pageDown: selected += 10
        case .pageUp: selected -= 10
        default:
            if filter.handle(key) { selected = 0 }
        }
        selected = min(max(0, selected), max(0, matches.count - 1))
        return .stay
    }

    // MARK: Drawing

    /// - Parameter unavailability: why a command cannot be run now; nil where it can.
    mutating func draw(on surface: inout Surface, in area: Rect, unavailability: (Command) -> String?) {
        let rect = area.centred(width: 76, height: area.height - (area.height > 20 ? 4 : 0))
        surface.clear(rect)
        surface.frame(rect, style: Style(.focus))
        let title = purpose == .help ? " Help " : " Commands "
        let x = surface.write(title, x: rect.x + 2, y: rect.y, width: rect.width - 4, style: Style(.focus, .bold))
        surface.write(
            "─ Enter runs · Esc closes ",
            x: x,
            y: rect.y,
            width: rect.x + rect.width - 2 - x,
            style: Style(.muted)
        )
        let inside = rect.inside
        let list = Rect(x: inside.x + 1, y: inside.y + 2, width: inside.width - 2, height: inside.height - 5)
        drawList(on: &surface, in: list, unavailability: unavailability)
        let below = Rect(x: list.x, y: list.y + list.height + 1, width: list.width, height: 2)
        drawSelected(on: &surface, in: below, unavailability: unavailability)
        let prompt = purpose == .help ? "Find: " : ":"
        let start = surface.write(prompt, x: list.x, y: inside.y, width: list.width, style: Style(.muted))
        filter.draw(on: &surface, x: start, y: inside.y, width: list.x + list.width - start)
    }

    private mutating func drawList(on surface: inout Surface, in rect: Rect, unavailability: (Command) -> String?) {
        if let row {
            surface.write(
                "Go to row \(Figures.grouped(max(1, row))) of the list",
                x: rect.x,
                y: rect.y,
                width: rect.width
            )
            surface.select(x: rect.x, y: rect.y, width: rect.width)
            return
        }
        let matches = matches
        top = min(max(top, selected - rect.height + 1), selected)
        top = max(0, min(top, matches.count - rect.height))
        if matches.isEmpty {
            surface.write("No command is called that.", x: rect.x, y: rect.y, width: rect.width, style: Style(.muted))
        }
        let names = Self.names(rect)
        for (line, entry) in matches.dropFirst(top).prefix(rect.height).enumerated() {
            let y = rect.y + line
            let isFirst = line == 0 || matches[line + top - 1].group != entry.group
            if isFirst, names > 0 {
                surface.write(entry.group.rawValue, x: rect.x, y: y, width: 10, style: Style(.muted))
            }
            let keys = entry.keys.map(\.name).joined(separator: " ")
            surface.write(keys, x: rect.x + names, y: y, width: 13, style: Style(.key, .bold))
            surface.write(
                entry.title,
                x: rect.x + names + 14,
                y: y,
                width: rect.width - names - 14,
                style: Style(unavailability(entry.command) == nil ? .text : .muted)
            )
            if line + top == selected { surface.select(x: rect.x + names, y: y, width: rect.width - names) }
        }
    }

    /// Cells for the names of groups, where there is room for them.
    private static func names(_ rect: Rect) -> Int { rect.width >= 60 ? 11 : 0 }

    /// Says in full what the list has no room for: why the selected command cannot be run, else what it does.
    private func drawSelected(on surface: inout Surface, in rect: Rect, unavailability: (Command) -> String?) {
        let matches = matches
        guard row == nil, matches.indices.contains(selected) else { return }
        if let reason = unavailability(matches[selected].command) {
            surface.write("Not now: \(reason).", in: rect, style: Style(.fair))
        } else if VisibleText.width(of: matches[selected].title) > rect.width - Self.names(rect) - 14 {
            surface.write(matches[selected].title, in: rect, style: Style(.muted))
        }
    }
}
