import PromptStore

/// Searching as one types.
extension Browser {
    mutating func handle(_ key: Key, _ search: SearchOverlay) -> [Effect] {
        var search = search
        switch key {
        case .enter:
            if search.error != nil { overlays.append(.search(search)) }
            return []
        case .escape:
            found = search.foundBefore
            detail.highlight(search.before.query.soughtTexts)
            return list.restore(search.before)
        case .down, .up:
            overlays.append(.search(search))
            return list.move(by: key == .down ? 1 : -1)
        case .control("c") where list.reading != nil:
            overlays.append(.search(search))
            return list.cancel()
        default:
            _ = search.field.handle(key)
            return follow(search)
        }
    }

    /// Finds what is typed; while it is no query, what the last one found stays.
    mutating func follow(_ search: SearchOverlay) -> [Effect] {
        overlays.append(.search(search))
        guard let query = search.query, query != list.query else { return [] }
        return narrow(to: query)
    }

    /// Narrows the list to what a query finds, or shows all prompts again.
    mutating func narrow(to query: PromptQuery) -> [Effect] {
        found = nil
        detail.highlight(query.soughtTexts)
        return list.narrow(to: query) + (query.isEmpty ? [] : [.countFound(query)])
    }
}
