import PromptStore

/// Moving in a pane, from pane to pane, and back.
extension Browser {
    mutating func move(by steps: Int) -> [Effect] { move(wishes.focus, by: steps) }

    mutating func move(_ pane: Pane, by steps: Int) -> [Effect] {
        switch pane {
        case .prompts: return list.move(by: steps)
        case .detail: detail.scroll(by: steps)
        case .lineage: lineage.move(by: steps)
        case .metrics: metrics.scroll(by: steps)
        case .feedback: feedback.move(by: steps)
        }
        return []
    }

    mutating func focus(_ pane: Pane) -> [Effect] {
        if wishes.focus == .lineage { lineage.leave() }
        wishes.focus = pane
        if pane != .prompts { wishes.lastBeside = pane }
        return arrange()
    }

    mutating func open() -> [Effect] {
        guard wishes.focus == .lineage else {
            wishes.isZoomed = true
            return focus(.detail)
        }
        switch lineage.choice() {
        case .go(let id): return go(to: id)
        case .more(let extent): return wantedLineage.map { [.readLineage(id: $0, extent: extent)] } ?? []
        case .nothing(let reason):
            say(reason)
            return []
        }
    }

    /// Whether Esc leads anywhere.
    var canGoBack: Bool { !marks.isEmpty || wishes.isZoomed || wishes.focus != .prompts || !list.query.isEmpty }

    mutating func back() -> [Effect] {
        if !marks.isEmpty || marks.collecting != nil {
            marks.clear()
            return [.cancelCollecting]
        }
        if wishes.isZoomed {
            wishes.isZoomed = false
            return focus(wishes.focus == .detail ? .prompts : wishes.focus)
        }
        if wishes.focus != .prompts { return focus(.prompts) }
        if !list.query.isEmpty {
            let kept = list.selectedRow?.id
            let effects = narrow(to: .all)
            return effects + list.start(kept.map { .prompt($0) } ?? .first)
        }
        return []
    }
}
