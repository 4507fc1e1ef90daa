import PromptStore

/// Marking prompts, for changes of many at once.
extension Browser {
    /// What changes are made to: the marked prompts, or else the one in Detail.
    var targets: [String] {
        let marked = marks.rangeStart == nil ? marks.ids : marks.ids.union(markedRange)
        return marked.isEmpty ? subject.map { [$0] } ?? [] : Array(marked)
    }

    /// The prompts of the range that is being marked.
    var markedRange: [String] {
        guard let start = marks.rangeStart, let first = list.rows.firstIndex(where: { $0.id == start }) else {
            return []
        }
        return list.rows[min(first, list.selected)...max(first, list.selected)].map(\.id)
    }

    mutating func mark() -> [Effect] {
        if marks.rangeStart != nil { return endRange() }
        guard let selected = list.selectedRow?.id else { return [] }
        marks.toggle(selected)
        return list.move(by: 1)
    }

    mutating func markRange() -> [Effect] {
        if marks.rangeStart != nil { return endRange() }
        marks.rangeStart = list.selectedRow?.id
        say("Move to the other end of the range, then press \(keymap.hint(.markRange)) again.")
        return []
    }

    private mutating func endRange() -> [Effect] {
        let range = markedRange
        marks.rangeStart = nil
        if range.isEmpty { complain("The start of the range is no longer in sight, so nothing was marked.") }
        marks.add(range)
        return []
    }

    mutating func markAll() -> [Effect] {
        marks.rangeStart = nil
        return [.collectIDs(request: marks.beginCollecting(), list.query)]
    }

    mutating func take(_ result: Result<[String], StoreError>, ofCollecting request: Int, isLast: Bool) {
        guard request == marks.collecting else { return }
        switch result {
        case .success(let ids): marks.add(ids)
        case .failure(.cancelled): break
        case .failure(let error): complain(error.sentence)
        }
        if isLast { marks.endCollecting() }
    }

    /// What the title of the list says of the marks.
    var marksNote: String? {
        let count = marks.ids.count + markedRange.count { !marks.ids.contains($0) }
        if marks.collecting != nil { return "● \(Figures.grouped(count)) marked…" }
        if marks.rangeStart != nil { return "● \(Figures.grouped(count)) range" }
        return count > 0 ? "● \(Figures.grouped(count)) marked" : nil
    }
}
