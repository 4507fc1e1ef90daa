import PromptStore

/// A prompt's nearest relatives, as the tree shows them.
enum Relative: Hashable, Sendable {
    case parent, previousSibling, nextSibling
}

extension LineagePane {
    /// A relative, or why there is none to go to, as what follows “That cannot be done: ”.
    enum Finding: Equatable, Sendable {
        case prompt(id: String)
        case none(reason: String)
    }

    /// Looks for a relative of the prompt under the cursor, which is the selected one unless the pane has the focus.
    func find(_ relative: Relative) -> Finding {
        if error != nil { return .none(reason: "the lineage could not be read") }
        guard promptUnderCursor != nil else { return .none(reason: "this line of the lineage is no prompt") }
        let depth = rows[cursor].depth
        let line: Int?
        switch relative {
        case .parent: line = rows[..<cursor].lastIndex { $0.depth < depth }
        // Siblings have the same line above them: the first that is less deep ends the search.
        case .previousSibling: line = rows[..<cursor].lastIndex { $0.depth <= depth }.flatMap(sibling)
        case .nextSibling: line = rows[(cursor + 1)...].firstIndex { $0.depth <= depth }.flatMap(sibling)
        }
        guard let line else {
            if isWithoutChildren, relative != .parent { return .none(reason: "siblings are still being looked up") }
            return .none(reason: Self.absence(of: relative))
        }
        switch rows[line].content {
        case .prompt(let prompt): return .prompt(id: prompt.id)
        case .loop(let id): return .prompt(id: id)
        case .missing(let id): return .none(reason: "its parent \(id) is not in this library")
        case .more: return .none(reason: "there is more than is shown; press Enter on “more…” in Lineage")
        }
    }

    private func sibling(_ line: Int) -> Int? { rows[line].depth == rows[cursor].depth ? line : nil }

    private static func absence(of relative: Relative) -> String {
        switch relative {
        case .parent: "this prompt was derived from no other"
        case .previousSibling: "this prompt has no sibling before it"
        case .nextSibling: "this prompt has no sibling after it"
        }
    }
}
