import PromptStore

/// Narrowing the list from a menu.
extension Browser {
    mutating func beginFilter() -> [Effect] {
        overlays.append(.filter(FilterOverlay(list: list, found: found, now: now)))
        return focus(.prompts) + [.countFacets(list.query)]
    }

    mutating func handle(_ key: Key, _ menu: FilterOverlay) -> [Effect] {
        var menu = menu
        switch menu.handle(key) {
        case .stay:
            overlays.append(.filter(menu))
            return []
        case .keep: return [.cancelFacets]
        case .restore:
            found = menu.foundBefore
            detail.highlight(menu.before.query.soughtTexts)
            return [.cancelFacets] + list.restore(menu.before)
        case .choose(let query): return [.cancelFacets] + narrow(to: query)
        case .narrow(let query):
            menu.follow(query, now: now)
            overlays.append(.filter(menu))
            return narrow(to: query) + [.countFacets(query)]
        }
    }

    mutating func take(_ facet: Facet, of query: PromptQuery) {
        guard let place = overlays.firstIndex(where: { if case .filter = $0 { true } else { false } }),
            case .filter(var menu) = overlays[place]
        else { return }
        menu.take(facet, of: query)
        overlays[place] = .filter(menu)
    }

    /// The menu of filters while it is open and not everything in it is counted.
    var countingFilter: FilterOverlay? {
        guard case .filter(let menu) = overlays.last, !menu.isComplete else { return nil }
        return menu
    }
}
