import PromptStore

/// The order of the list.
extension Browser {
    mutating func handle(_ key: Key, _ menu: SortOverlay) -> [Effect] {
        var menu = menu
        switch menu.handle(key) {
        case .stay:
            overlays.append(.sort(menu))
            return []
        case .close: return []
        case .choose(let key): return key == list.order.key ? reverseOrder() : sort(by: PromptOrder(key))
        }
    }

    mutating func reverseOrder() -> [Effect] {
        sort(by: PromptOrder(list.order.key, isDescending: !list.order.isDescending))
    }

    private mutating func sort(by order: PromptOrder) -> [Effect] {
        newcomers = 0
        return list.sort(by: order)
    }
}
