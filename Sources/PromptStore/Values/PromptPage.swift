/// A request for neighbouring rows of the ordered, optionally narrowed, list.
public struct PageRequest: Equatable, Sendable {
    /// Where the page is.
    public enum Anchor: Equatable, Sendable {
        /// The first rows of the list.
        case start
        /// The last rows of the list.
        case end
        /// The rows after this place.
        case after(PromptCursor)
        /// The rows before this place.
        case before(PromptCursor)
        /// The row at this place, if it is still there, and those after it.
        case from(PromptCursor)
        /// This prompt with half a page before it.
        case around(id: String)
        /// The row of this number, from 0, or the last one, with half a page before it.
        case row(Int)
    }

    /// The order of the list.
    public var order: PromptOrder
    /// Only the prompts that this finds; an order in it goes before `order`.
    public var query: PromptQuery
    /// Where the page is.
    public var anchor: Anchor
    /// The most rows to return, at least 1.
    public var limit: Int

    /// Creates a request.
    public init(order: PromptOrder, query: PromptQuery = .all, anchor: Anchor, limit: Int) {
        self.order = order
        self.query = query
        self.anchor = anchor
        self.limit = limit
    }
}

/// Neighbouring rows of the list, in its order.
public struct PromptPage: Equatable, Sendable {
    /// The rows, in the order of the list.
    public var rows: [PromptRow]
    /// Whether nothing precedes the first row.
    public var reachesStart: Bool
    /// Whether nothing follows the last row.
    public var reachesEnd: Bool

    /// Creates a page.
    public init(rows: [PromptRow], reachesStart: Bool, reachesEnd: Bool) {
        self.rows = rows
        self.reachesStart = reachesStart
        self.reachesEnd = reachesEnd
    }
}
