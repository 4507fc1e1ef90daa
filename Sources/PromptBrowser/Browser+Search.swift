import PromptStore

/// Searching as one types.
extension Browser {
    mutating func handle(_ key: Key, _ search: SearchOverlay) -> [Effect] {
        var search = search
        switch key {
        case .enter: return []
        case .escape:
            found = search.foundBefore
            detail.highlight(search.before.search)
            return list.restore(search.before)
        case .down, .up:
            overlays.append(.search(search))
            return list.move(by: key == .down ? 1 : -1)
        case .control("c") where list.reading != nil:
            overlays.append(.search(search))
            return list.cancel()
        default:
            let text = search.field.text
            _ = search.field.handle(key)
            overlays.append(.search(search))
            return search.field.text == text ? [] : narrow(to: search.field.text)
        }
    }

    mutating func narrow(to text: String) -> [Effect] {
        found = nil
        detail.highlight(text)
        return list.narrow(to: text) + (text.isEmpty ? [] : [.countFound(search: text)])
    }

    mutating func endSearch() -> [Effect] {
        found = nil
        detail.highlight("")
        return list.narrow(to: "")
    }
}
