/// The mouse, for those who want it: everything it does a key does as well.
extension Browser {
    /// Lines that a step of the wheel moves.
    private static let wheelStep = 3

    mutating func handle(_ mouse: Mouse) -> [Effect] {
        guard welcome == nil, let layout else { return [] }
        guard overlays.isEmpty else { return handleOverOverlay(mouse) }
        let slot = layout.slots.first { $0.rect.contains(mouse.position) }
        switch mouse.action {
        case .press:
            isDraggingSplit = layout.isSplit(mouse.position)
            if isDraggingSplit { return [] }
            if layout.footer.contains(mouse.position) { return clickHint(at: mouse.position.x) }
            return slot.map { click($0, at: mouse.position) } ?? []
        case .drag: return isDraggingSplit ? drag(to: mouse.position, in: layout) : []
        case .release:
            isDraggingSplit = false
            return []
        case .wheelUp: return slot.map { move($0.shown, by: -Self.wheelStep) } ?? []
        case .wheelDown: return slot.map { move($0.shown, by: Self.wheelStep) } ?? []
        }
    }

    private mutating func handleOverOverlay(_ mouse: Mouse) -> [Effect] {
        switch mouse.action {
        case .wheelUp: return (0..<Self.wheelStep).flatMap { _ in handle(.up) }
        case .wheelDown: return (0..<Self.wheelStep).flatMap { _ in handle(.down) }
        case .press, .drag, .release: return []
        }
    }

    private mutating func click(_ slot: Layout.Slot, at position: Position) -> [Effect] {
        var effects = slot.shown == wishes.focus ? [] : focus(slot.shown)
        guard slot.content.contains(position) else { return effects }
        let line = position.y - slot.content.y
        switch slot.shown {
        case .prompts:
            if list.rows.indices.contains(list.top + line) { effects += list.move(by: list.top + line - list.selected) }
        case .lineage: lineage.move(toLine: line)
        case .detail, .metrics, .feedback: break
        }
        return effects
    }

    private mutating func clickHint(at x: Int) -> [Effect] {
        guard message == nil, let entry = keyHint(at: x) else { return [] }
        // One word stands for five ratings: which one is meant only a key can say.
        if case .rate = entry.command { return [] }
        return attempt(entry.command)
    }

    /// Moves the border so that it is under the pointer, as nearly as whole percents allow.
    private mutating func drag(to position: Position, in layout: Layout) -> [Effect] {
        guard let list = layout.slots.first?.rect else { return [] }
        let (wanted, present, whole) =
            layout.isStacked
            ? (position.y - list.y + 1, list.height, size.height - 2)
            : (position.x - list.x + 1, list.width, size.width)
        guard wanted != present else { return [] }
        let percent = (Double((wanted - present) * 100) / Double(whole)).rounded()
        wishes.listGrowth = min(max(wishes.listGrowth + Int(percent), -40), 40)
        return arrange()
    }
}

extension Layout {
    /// Whether the list is above the other panes, not beside them.
    var isStacked: Bool { slots.count > 1 && slots[1].rect.x == slots[0].rect.x }

    /// Whether a place is on the border between the list and what is beside or below it.
    func isSplit(_ position: Position) -> Bool {
        guard slots.count > 1, let list = slots.first?.rect else { return false }
        if isStacked {
            let edge = list.y + list.height
            return position.y == edge - 1 || position.y == edge
        }
        let edge = list.x + list.width
        let isBeside = list.y..<list.y + list.height ~= position.y
        return isBeside && (position.x == edge - 1 || position.x == edge)
    }
}
