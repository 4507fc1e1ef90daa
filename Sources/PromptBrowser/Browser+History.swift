import PromptStore

/// The history of a prompt, over all panes.
extension Browser {
    mutating func openHistory() -> [Effect] {
        guard let subject else { return [] }
        var overlay = HistoryOverlay(promptID: subject, heading: title(of: subject), now: now)
        overlay.resize(body)
        overlays.append(.history(overlay))
        return [.readHistory(id: subject)]
    }

    mutating func handle(_ key: Key, _ history: HistoryOverlay) -> [Effect] {
        var history = history
        if history.handle(key) == .stay { overlays.append(.history(history)) }
        return []
    }

    /// The history that is open, if one is.
    var openedHistory: HistoryOverlay? {
        get {
            for case .history(let history) in overlays { return history }
            return nil
        }
        set {
            guard let newValue else { return }
            for (index, overlay) in overlays.enumerated() {
                if case .history = overlay { overlays[index] = .history(newValue) }
            }
        }
    }

    mutating func take(_ result: Result<PromptHistory, StoreError>, ofHistory id: String) {
        guard var history = openedHistory, history.promptID == id else { return }
        switch result {
        case .success(let versions): history.show(versions, now: now)
        case .failure(.cancelled): return
        case .failure(.locked) where history.history != nil: return  // What was read before is as good as ever.
        case .failure(let error): history.fail(error)
        }
        openedHistory = history
    }

    /// Whether the overlay on top is one that is only seen once there is something in it, or it has taken long.
    func isHidden(_ overlay: Overlay) -> Bool {
        guard case .history(let history) = overlay else { return false }
        return !history.isRead && now < history.since + Self.patience
    }

    /// The screen between the first line and the last.
    var body: Rect { Rect(x: 0, y: 1, width: size.width, height: size.height - 2) }

    /// What a prompt is called that is shown somewhere.
    func title(of id: String) -> String {
        if let row = list.rows.first(where: { $0.id == id }) { return Marked.title(row.title) }
        for case .prompt(let prompt) in lineage.rows.map(\.content) where prompt.id == id {
            return Marked.title(prompt.title)
        }
        return id
    }
}
