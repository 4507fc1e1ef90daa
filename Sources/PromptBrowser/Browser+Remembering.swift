import PromptStore

/// Going on where a person left off.
extension Browser {
    /// Seconds after a change until it is written down: by then it is quiet, or worth it.
    static let quiet = 2.0

    /// What is to be kept now; nil where nothing is, or where what was kept before is not on the screen yet.
    public var remembered: (path: String, state: Remembered)? {
        guard let path = library?.path, list.isCurrent else { return nil }
        var state = Remembered()
        state.selected = list.selectedRow?.id
        state.order = list.shownOrder
        state.search = list.query.text
        state.split = wishes.listGrowth
        state.isZoomed = wishes.isZoomed
        state.focus = wishes.focus
        return (path, state)
    }

    /// Takes up what was kept; the list is asked for by `start`.
    mutating func take(_ state: Remembered) {
        list.order = state.order
        list.shownOrder = state.order
        wishes.listGrowth = min(max(state.split, -40), 40)
        wishes.isZoomed = state.isZoomed
        wishes.focus = state.focus
        if state.focus != .prompts { wishes.lastBeside = state.focus }
        // What is no query any more is none that a person would miss.
        guard let query = try? PromptQuery(state.search) else { return }
        list.query = query
        detail.highlight(query.soughtTexts)
    }

    /// The first rows, around the prompt that was selected the last time.
    mutating func startList() -> [Effect] {
        let selected = library?.remembered?.selected
        let count: [Effect] = list.query.isEmpty ? [] : [.countFound(list.query)]
        return list.start(selected.map { .prompt($0) } ?? .first) + count
    }

    /// Has what is to be kept written down when it has been quiet for a while.
    mutating func keepRemembering() -> [Effect] {
        guard let (path, state) = remembered, state != kept else {
            keepsAt = nil
            return []
        }
        guard let due = keepsAt, due <= now else {
            keepsAt = keepsAt ?? now + Self.quiet
            return []
        }
        keepsAt = nil
        kept = state
        return [.remember(path: path, state)]
    }
}
