import PromptStore

/// The menu of orders: the present one marked with its direction.
struct SortOverlay: Equatable, Sendable {
    private var cursor: Int

    /// What a key leads to.
    enum Result: Equatable, Sendable {
        case stay, close
        case choose(PromptOrder.Key)
    }

    private static let keys = PromptOrder.Key.allCases

    init(present: PromptOrder) { cursor = Self.keys.firstIndex(of: present.key) ?? 0 }

    mutating func handle(_ key: Key) -> Result {
        switch key {
        case .escape, .character("q"), .control("c"): return .close
        case .enter: return .choose(Self.keys[cursor])
        case .down, .character("j"): cursor = min(cursor + 1, Self.keys.count - 1)
        case .up, .character("k"): cursor = max(cursor - 1, 0)
        case .home, .pageUp: cursor = 0
        case .end, .pageDown: cursor = Self.keys.count - 1
        case .character(let letter):
            if let chosen = Self.keys.first(where: { $0.name.first == letter }) { return .choose(chosen) }
        default: break
        }
        return .stay
    }

    /// - Parameter present: the order that the list has, or is about to have.
    func draw(on surface: inout Surface, in area: Rect, present: PromptOrder) {
        let rect = area.centred(width: 40, height: Self.keys.count + 2)
        surface.clear(rect)
        surface.frame(rect, style: Style(.focus))
        surface.write(" Sort ", x: rect.x + 2, y: rect.y, width: rect.width - 4, style: Style(.focus, .bold))
        surface.write(
            " Enter chooses · Esc leaves ",
            x: rect.x + 2,
            y: rect.y + rect.height - 1,
            width: rect.width - 4,
            style: Style(.muted)
        )
        let inside = rect.inside
        for (line, key) in Self.keys.enumerated() {
            let y = inside.y + line
            let isPresent = key == present.key
            if isPresent { surface.write("▸", x: inside.x + 1, y: y, width: 1, style: Style(.focus, .bold)) }
            surface.write(key.name, x: inside.x + 3, y: y, width: 15, style: Style(.text, isPresent ? .bold : []))
            surface.write(String(key.name.prefix(1)), x: inside.x + 3, y: y, width: 1, style: Style(.key, .bold))
            let shown = isPresent ? present : PromptOrder(key)
            surface.write(
                shown.direction,
                x: inside.x + 19,
                y: y,
                width: inside.width - 20,
                style: Style(isPresent ? .text : .muted)
            )
            if line == cursor {
                surface.select(x: inside.x, y: y, width: inside.width)
                surface.cursor = Position(x: inside.x, y: y)
            }
        }
    }
}
