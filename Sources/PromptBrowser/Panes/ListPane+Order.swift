import PromptStore

/// The order of the list.
extension ListPane {
    /// Whether what is shown has the order that was asked for last.
    var isInOrder: Bool { order == shownOrder }

    /// Whether what is created anew comes in above everything else.
    var growsAtStart: Bool { shownOrder == PromptOrder(.created) }

    /// Reads the list in another order, from the place of the selected prompt; until it is there, the old one stays.
    mutating func sort(by order: PromptOrder) -> [Effect] {
        guard order != self.order else { return [] }
        self.order = order
        // Whoever asks for an order means it, whatever the query says.
        query.order = nil
        return startAtSelection()
    }

    /// Reads the list anew, wherever in it the selected prompt is.
    mutating func startAtSelection() -> [Effect] {
        guard let id = selectedRow?.id else { return start() }
        // While a search is still under way the selected prompt may not be among what it finds.
        return isCurrent ? start(.prompt(id)) : narrow(to: query)
    }

    /// Reads on without the prompt that was to be kept in sight and is no longer in the library.
    ///
    /// - Returns: nil where the prompt was what a person had asked for.
    mutating func readWithoutSelection() -> [Effect]? {
        if !isInOrder || !isCurrent { return start() }
        guard case .reload(.some) = reading, let first = rows.first else { return nil }
        return reload(from: first.cursor)
    }
}
