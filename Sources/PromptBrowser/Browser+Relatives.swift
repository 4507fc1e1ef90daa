import PromptStore

/// Going to relatives of a prompt.
extension Browser {
    /// A step that was asked for before the lineage of the selected prompt was there.
    struct AwaitedRelative: Equatable, Sendable {
        let relative: Relative
        let promptID: String
    }

    /// Why there is no such relative to go to; nil while that is not known.
    func absence(of relative: Relative) -> String? {
        guard let selected = list.selectedRow?.id else { return "no prompt is selected" }
        guard lineage.promptID == selected, case .none(let reason) = lineage.find(relative) else { return nil }
        return reason
    }

    mutating func go(to relative: Relative) -> [Effect] {
        guard let selected = list.selectedRow?.id else { return [] }
        guard lineage.promptID == selected else {
            // Keys pressed faster than the file is read count as well.
            awaitedRelative = AwaitedRelative(relative: relative, promptID: selected)
            return []
        }
        guard case .prompt(let id) = lineage.find(relative) else { return [] }
        return go(to: id)
    }

    /// Takes the step that was waiting for this lineage.
    mutating func takeAwaitedStep() -> [Effect] {
        guard let awaited = awaitedRelative else { return [] }
        awaitedRelative = nil
        guard awaited.promptID == lineage.promptID, awaited.promptID == list.selectedRow?.id else { return [] }
        switch awaited.relative {
        case .parent: return attempt(.parent)
        case .previousSibling: return attempt(.previousSibling)
        case .nextSibling: return attempt(.nextSibling)
        }
    }

    /// Has the list show a prompt, which ends a search that has not found it.
    mutating func go(to id: String) -> [Effect] {
        if list.query.isEmpty || list.rows.contains(where: { $0.id == id }) { return list.go(to: id) }
        say("The search was ended to show this prompt.")
        return narrow(to: .all) + list.go(to: id)
    }
}
