/// The search being typed, and the list as it was before.
struct SearchOverlay: Sendable {
    var field: TextField
    let before: ListPane
    let foundBefore: Int?

    init(list: ListPane, found: Int?) {
        field = TextField(list.search, limit: 256)
        before = list
        foundBefore = found
    }
}
