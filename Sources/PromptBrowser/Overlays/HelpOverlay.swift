/// All commands with their keys: searched by typing, run with Enter.
struct HelpOverlay: Equatable, Sendable {
    private var filter = TextField(limit: 64)
    private var selected = 0
    private var top = 0

    /// What a key leads to.
    enum Result: Equatable, Sendable {
        case stay, close
        case run(Command)
    }

    private var matches: [CommandEntry] {
        let words = filter.text.lowercased().split(separator: " ")
        return CommandEntry.Group.allCases.flatMap { group in
            CommandTable.entries.filter { entry in
                let keys = entry.keys.map(\.name).joined(separator: " ")
                let text = "\(entry.title) \(entry.footer ?? "") \(keys)".lowercased()
                return entry.group == group && words.allSatisfy { text.contains($0) }
            }
        }
    }

    mutating func insert(_ text: String) {
        filter.insert(text)
        selected = 0
    }

    mutating func handle(_ key: Key) -> Result {
        switch key {
        case .escape, .control("c"): return .close
        case .character("?") where filter.text.isEmpty, .character("q") where filter.text.isEmpty: return .close
        case .enter: return matches.indices.contains(selected) ? .run(matches[selected].command) : .stay
        case .down: selected += 1
        case .up: selected -= 1
        case .pageDown: selected += 10
        case .pageUp: selected -= 10
        default:
            if filter.handle(key) { selected = 0 }
        }
        selected = min(max(0, selected), max(0, matches.count - 1))
        return .stay
    }

    /// - Parameter unavailability: why a command cannot be run now; nil where it can.
    mutating func draw(on surface: inout Surface, in area: Rect, unavailability: (Command) -> String?) {
        let rect = area.centred(width: 76, height: area.height - (area.height > 20 ? 4 : 0))
        surface.clear(rect)
        surface.frame(rect, style: Style(.focus))
        surface.write(" Help ", x: rect.x + 2, y: rect.y, width: rect.width - 4, style: Style(.focus, .bold))
        surface.write(
            " Enter runs · Esc closes ",
            x: rect.x + 9,
            y: rect.y,
            width: rect.width - 11,
            style: Style(.muted)
        )
        let inside = rect.inside
        let list = Rect(x: inside.x + 1, y: inside.y + 2, width: inside.width - 2, height: inside.height - 2)
        drawList(on: &surface, in: list, unavailability: unavailability)
        let x = surface.write("Find: ", x: list.x, y: inside.y, width: list.width, style: Style(.muted))
        filter.draw(on: &surface, x: x, y: inside.y, width: list.x + list.width - x)
    }

    private mutating func drawList(on surface: inout Surface, in rect: Rect, unavailability: (Command) -> String?) {
        let matches = matches
        top = min(max(top, selected - rect.height + 1), selected)
        top = max(0, min(top, matches.count - rect.height))
        if matches.isEmpty {
            surface.write("No command is called that.", x: rect.x, y: rect.y, width: rect.width, style: Style(.muted))
        }
        for (line, entry) in matches.dropFirst(top).prefix(rect.height).enumerated() {
            let y = rect.y + line
            let isFirst = line + top == 0 || matches[line + top - 1].group != entry.group
            let names = rect.width >= 60 ? 11 : 0
            if isFirst, names > 0 {
                surface.write(entry.group.rawValue, x: rect.x, y: y, width: 10, style: Style(.muted))
            }
            let keys = entry.keys.map(\.name).joined(separator: " ")
            surface.write(keys, x: rect.x + names, y: y, width: 13, style: Style(.key, .bold))
            let reason = unavailability(entry.command)
            surface.write(
                entry.title + (reason.map { " – \($0)" } ?? ""),
                x: rect.x + names + 14,
                y: y,
                width: rect.width - names - 14,
                style: Style(reason == nil ? .text : .muted)
            )
            if line + top == selected { surface.select(x: rect.x + names, y: y, width: rect.width - names) }
        }
    }
}
