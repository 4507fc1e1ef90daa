import PromptStore

/// What becomes of the list when rows arrive.
extension ListPane {
    /// Shows what a search has found so far.
    mutating func take(partial found: [PromptRow], request: Int) {
        guard request == lastRequest, case .replace(let selection) = reading else { return }
        let kept = showsPart ? selectedRow.map { Selection.prompt($0.id) } : nil
        replace(PromptPage(rows: found, reachesStart: true, reachesEnd: false), selecting: kept ?? selection)
        showsPart = true
    }

    /// Takes in a page; a stale one is dropped.
    mutating func take(_ page: PromptPage, request: Int) -> [Effect] {
        guard request == lastRequest, let purpose = reading else { return [] }
        reading = nil
        switch purpose {
        case .replace(let selection):
            let kept = showsPart ? selectedRow.map { Selection.prompt($0.id) } : nil
            replace(page, selecting: kept ?? selection)
        case .extendDown:
            let known = Set(rows.map(\.id))
            rows += page.rows.filter { !known.contains($0.id) }
            reachesEnd = page.reachesEnd
        case .extendUp:
            let known = Set(rows.map(\.id))
            let fresh = page.rows.filter { !known.contains($0.id) }
            rows = fresh + rows
            top += fresh.count
            selected += fresh.count
            reachesStart = page.reachesStart
        case .reload(let prompt):
            // The selection has gone on meanwhile, and what was read does not reach that far.
            if let prompt, let selectedRow, selectedRow.id != prompt,
                !page.rows.contains(where: { $0.id == selectedRow.id })
            {
                return reload()
            }
            refresh(page)
        }
        let moves = pendingMoves
        pendingMoves = 0
        let effects = move(by: moves)
        if reading == nil { trim() }
        return effects
    }

    /// Whether a request is the one that is waited for.
    func awaits(_ request: Int) -> Bool { request == lastRequest && reading != nil }

    private mutating func replace(_ page: PromptPage, selecting selection: Selection) {
        rows = page.rows
        reachesStart = page.reachesStart
        reachesEnd = page.reachesEnd
        isCurrent = true
        shownOrder = order
        switch selection {
        case .first: selected = 0
        case .last: selected = max(0, rows.count - 1)
        case .prompt(let id): selected = rows.firstIndex { $0.id == id } ?? 0
        // The page has half its rows before the wanted one, fewer where the list begins or ends.
        case .row(let number): selected = max(0, min(number, height / 2, rows.count - 1))
        }
        top = selection == .last ? max(0, rows.count - height) : max(0, selected - height / 2)
        keepInSight()
    }

    /// Shows the rows as they are now; the selected prompt stays where it is on the screen.
    private mutating func refresh(_ page: PromptPage) {
        let line = selected - top
        // Where the selected prompt is gone, the next of those that were below it takes its place.
        let candidates = rows.dropFirst(selected).map(\.id)
        rows = page.rows
        reachesStart = page.reachesStart
        reachesEnd = page.reachesEnd
        let places = Dictionary(rows.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        selected = candidates.lazy.compactMap { places[$0] }.first ?? min(selected, max(0, rows.count - 1))
        top = max(0, selected - line)
        keepInSight()
    }

    /// Forgets rows far from what is seen, so that the window stays small however far one scrolls.
    private mutating func trim() {
        let margin = 3 * pageSize
        if rows.count - (top + height) > 2 * margin {
            rows.removeLast(rows.count - (top + height) - margin)
            reachesEnd = false
        }
        if top > 2 * margin {
            let surplus = top - margin
            rows.removeFirst(surplus)
            top -= surplus
            selected -= surplus
            reachesStart = false
        }
    }

    /// Shows what a change has made of one prompt.
    mutating func patch(_ id: String, rating: StoredNumber, score: StoredNumber) {
        guard let index = rows.firstIndex(where: { $0.id == id }) else { return }
        rows[index].rating = rating
        rows[index].score = score
    }
}
