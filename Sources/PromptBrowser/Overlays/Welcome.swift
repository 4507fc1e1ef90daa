import PromptStore

/// What is shown where there is no library yet.
struct Welcome: Equatable, Sendable {
    /// Where a library was looked for.
    let path: String
    /// What was found instead.
    let reason: String
    private var field: TextField?

    init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }

    mutating func insert(_ text: String) {
        field?.insert(text.split(whereSeparator: \.isNewline).first.map(String.init) ?? "")
    }

    mutating func handle(_ key: Key) -> [Effect] {
        if var field {
            switch key {
            case .enter:
                return field.text.isEmpty ? [] : [.open(.existing(path: field.text))]
            case .escape, .control("c"): self.field = nil
            default:
                if field.handle(key) { self.field = field }
            }
            return []
        }
        switch key {
        case .character("d"): return [.open(.demo)]
        case .character("n"): return [.open(.create(path: path))]
        case .character("o"):
            field = TextField()
            return []
        case .character("q"), .escape, .control("c"): return [.quit]
        case .control("z"): return [.suspend]
        case .control("l"): return [.redraw]
        default: return []
        }
    }

    func draw(on surface: inout Surface, in area: Rect) {
        let rect = area.centred(width: 72, height: 14)
        var y = rect.y
        func line(_ text: String, _ style: Style = Style()) {
            surface.write(text, x: rect.x, y: y, width: rect.width, style: style)
            y += 1
        }
        line("prompt-alchemy", Style(.focus, .bold))
        y += 1
        y += surface.write(reason, in: Rect(x: rect.x, y: y, width: rect.width, height: 3)) + 1
        for (key, text) in [
            ("d", "look around in a demo library, which is thrown away afterwards"),
            ("n", "create an empty library there"), ("o", "open another file"), ("q", "quit"),
        ] {
            surface.write(key, x: rect.x, y: y, width: 1, style: Style(.key, .bold))
            surface.write(text, x: rect.x + 3, y: y, width: rect.width - 3)
            y += 1
        }
        if let field {
            let x = surface.write("Path: ", x: rect.x, y: y + 1, width: rect.width, style: Style(.key))
            field.draw(on: &surface, x: x, y: y + 1, width: rect.x + rect.width - x)
        }
    }
}
