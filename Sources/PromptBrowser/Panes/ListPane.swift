import PromptStore

/// The list: a window of rows around the selection, of a library that may have any number of them.
struct ListPane: Equatable, Sendable {
    /// What a page that is being read is for.
    enum Purpose: Equatable, Sendable {
        /// To take the place of what is there; then to select this.
        case replace(Selection)
        /// To be added below or above.
        case extendDown, extendUp
        /// To show what has changed, without moving anything; around a prompt where it may have got another place.
        case reload(around: String?)
    }

    /// What to select once a page is there.
    enum Selection: Equatable, Sendable {
        case first, last
        case prompt(String)
        /// The row of this number, from 0.
        case row(Int)
    }

    /// The order asked for, and that of the rows; they differ while the list is read in another order.
    var order = PromptOrder(.created)
    var shownOrder = PromptOrder(.created)
    /// What the list is narrowed to.
    var query = PromptQuery.all
    /// The order before a query that asks for one of its own.
    private var orderBefore: PromptOrder?
    /// What is shown of each prompt.
    var columns = ListColumn.usual
    var rows: [PromptRow] = []
    var reachesStart = true
    var reachesEnd = true
    /// Index of the uppermost visible row.
    var top = 0
    /// Index of the selected row.
    var selected = 0
    /// Rows that fit into the pane.
    var height = 1
    /// Steps asked for beyond the window, taken when the rows are there.
    var pendingMoves = 0
    var lastRequest = 0
    var reading: Purpose?
    /// Whether what is shown answers the current search, at least in part.
    var isCurrent = false
    /// Whether a part of the page that is being read is shown already.
    var showsPart = false

    var selectedRow: PromptRow? { rows.indices.contains(selected) ? rows[selected] : nil }
    var isAtStart: Bool { top == 0 && reachesStart }

    /// Rows read at once when the list is read on from what is in sight.
    var pageSize: Int { max(60, height * 3) }

    // MARK: Reading

    mutating func start(_ selection: Selection = .first) -> [Effect] {
        let anchor: PageRequest.Anchor =
            switch selection {
            case .first: .start
            case .last: .end
            case .prompt(let id): .around(id: id)
            case .row(let number): .row(number)
            }
        return replace(from: anchor, selection)
    }

    /// Narrows the list to the prompts that a query finds, in its order if it asks for one.
    mutating func narrow(to query: PromptQuery) -> [Effect] {
        let kept = selectedRow?.id
        let ownOrder = self.query.order == nil ? order : orderBefore ?? order
        orderBefore = ownOrder
        order = query.order ?? ownOrder
        self.query = query
        isCurrent = false
        return replace(from: .start, kept.map { .prompt($0) } ?? .first)
    }

    /// Reads again what is shown. A reading that goes on is newer than the change, or will be followed by one.
    mutating func reload() -> [Effect] {
        guard reading == nil else { return [] }
        guard let first = rows.first else { return start() }
        // A change may move a prompt within any other order, and the selection goes with it.
        guard shownOrder.key != .created, let id = selectedRow?.id else { return reload(from: first.cursor) }
        return read(.around(id: id), .reload(around: id), limit: max(2 * height, rows.count))
    }

    mutating func reload(from cursor: PromptCursor) -> [Effect] {
        read(.from(cursor), .reload(around: nil), limit: max(height, rows.count))
    }

    /// Gives up what is being read.
    mutating func cancel() -> [Effect] {
        guard reading != nil else { return [] }
        reading = nil
        pendingMoves = 0
        lastRequest += 1
        order = shownOrder
        return [.cancelPage]
    }

    /// Puts back an older state of the list; what is being read is waited for no more.
    mutating func restore(_ before: ListPane) -> [Effect] {
        let effects = cancel()
        let latest = lastRequest
        let height = height
        self = before
        lastRequest = latest
        reading = nil
        pendingMoves = 0
        return effects + (isInOrder ? resize(height: height) : startAtSelection())
    }

    /// Reads only what is seen at once, to be seen the sooner; the rest follows by itself.
    private mutating func replace(from anchor: PageRequest.Anchor, _ selection: Selection) -> [Effect] {
        pendingMoves = 0
        return read(anchor, .replace(selection), limit: height)
    }

    private mutating func read(_ anchor: PageRequest.Anchor, _ purpose: Purpose, limit: Int) -> [Effect] {
        lastRequest += 1
        reading = purpose
        showsPart = false
        // Its order is the list's already, and gives way to one that is chosen later.
        let query = PromptQuery(query.expression)
        let request = PageRequest(order: order, query: query, anchor: anchor, limit: limit)
        return [.readPage(request: lastRequest, request)]
    }

    // MARK: Moving

    mutating func resize(height: Int) -> [Effect] {
        self.height = max(1, height)
        keepInSight()
        return extendIfNear()
    }

    mutating func move(by steps: Int) -> [Effect] {
        guard !rows.isEmpty else { return [] }
        // Steps taken while another order is read are steps in that order.
        guard isInOrder else {
            pendingMoves += steps
            return []
        }
        let target = selected + steps
        selected = min(max(target, 0), rows.count - 1)
        if target < 0 && !reachesStart || target >= rows.count && !reachesEnd {
            pendingMoves += target - selected
        }
        keepInSight()
        return extendIfNear()
    }

    mutating func toFirst() -> [Effect] {
        if reachesStart, isInOrder { return move(by: -rows.count) }
        return start(.first)
    }

    mutating func toLast() -> [Effect] {
        if reachesEnd, isInOrder { return move(by: rows.count) }
        return start(.last)
    }

    /// Goes to a prompt that may be anywhere in the list.
    mutating func go(to id: String) -> [Effect] {
        if isInOrder, let index = rows.firstIndex(where: { $0.id == id }) { return move(by: index - selected) }
        return start(.prompt(id))
    }

    mutating func keepInSight() {
        top = min(max(top, selected - height + 1), selected)
        top = max(0, min(top, rows.count - height))
    }

    /// Reads on before the selection comes to the edge of what is known.
    private mutating func extendIfNear() -> [Effect] {
        guard reading == nil, isCurrent, let first = rows.first, let last = rows.last else { return [] }
        if !reachesEnd, top + 2 * height > rows.count { return read(.after(last.cursor), .extendDown, limit: pageSize) }
        if !reachesStart, top < height { return read(.before(first.cursor), .extendUp, limit: pageSize) }
        return []
    }
}
