import PromptStore

/// The query being typed, and the list as it was before.
struct SearchOverlay: Sendable {
    var field: TextField { didSet { read() } }
    let before: ListPane
    let foundBefore: Int?
    /// What the text means; nil while it means nothing.
    private(set) var query: PromptQuery?
    /// What is wrong with it.
    private(set) var error: QueryError?

    init(list: ListPane, found: Int?) {
        field = TextField(list.query.text, limit: PromptQuery.longestText)
        before = list
        foundBefore = found
        query = list.query
    }

    private mutating func read() {
        do throws(QueryError) {
            query = try PromptQuery(field.text)
            error = nil
        } catch {
            query = nil
            self.error = error
        }
    }
}
