import PromptStore

/// Changes that wait beside the library until whoever has locked it lets go.
struct KeptChanges: Equatable, Sendable {
    /// How many.
    var count = 0
    /// What they wait for.
    var obstacle: StoreError?
    /// When to try again, in seconds since 1970.
    var triesAt: Double?
}

extension Browser {
    /// Seconds between two attempts to make the changes that wait.
    private static let keptPause = 0.5

    /// Has the changes made that wait from an earlier time, or says that there are some.
    mutating func takePending() -> [Effect] {
        guard library?.isReadOnly == false else {
            say("Changes wait beside this library; they are made when it is next opened without --read-only.")
            return []
        }
        return [.settle]
    }

    /// A change is on the disk, and not in the library yet.
    mutating func keep(_ change: Change, _ holder: LockHolder?) -> [Effect] {
        changesUnderway = max(0, changesUnderway - 1)
        if case .rate(let ids, _) = change, ids.count == 1 { pendingRatings[ids[0]]?.kept += 1 }
        if case .comment(let id, let text) = change, drafts[id] == text { drafts[id] = nil }
        if case .add = change { addDraft = nil }
        keptChanges.count += 1
        keptChanges.obstacle = .locked(path: library?.name ?? "", by: holder)
        keptChanges.triesAt = now + Self.keptPause
        say(keptSentence)
        return quitsWhenSaved && changesUnderway == 0 ? [.quit] : []
    }

    /// Tries again when it is time.
    mutating func retryKept() -> [Effect] {
        guard let due = keptChanges.triesAt, due <= now else { return [] }
        keptChanges.triesAt = nil
        return [.settle]
    }

    mutating func take(_ result: Result<Settlement, StoreError>) -> [Effect] {
        switch result {
        case .success(let settlement): return take(settlement)
        case .failure(let error):
            complain(error.sentence)
            keptChanges.triesAt = now + 10 * Self.keptPause
            return []
        }
    }

    private mutating func take(_ settlement: Settlement) -> [Effect] {
        let waited = keptChanges.count
        keptChanges = KeptChanges(count: settlement.remaining, obstacle: settlement.obstacle)
        switch settlement.obstacle {
        case nil: forgetKeptRatings()
        case .foreignObjects(_, let objects): ask(about: objects, before: nil)
        case .locked: keptChanges.triesAt = now + Self.keptPause
        case .some(let error):
            complain(error.sentence)
            keptChanges.triesAt = now + 10 * Self.keptPause
        }
        if let reason = settlement.refused.first {
            let others = settlement.refused.count > 1 ? " So were \(settlement.refused.count - 1) more." : ""
            complain(
                "A change that was kept could not be made and was put into the file \(keptName).refused: \(reason)\(others)"
            )
        } else if settlement.remaining == 0, max(waited, settlement.landed.count) > 0 {
            let count = max(waited, settlement.landed.count)
            say(count == 1 ? "The change that was kept is saved." : "The \(count) changes that were kept are saved.")
        } else if waited == 0, settlement.remaining > 0 {
            say(keptSentence)
        }
        return settlement.landed.isEmpty && settlement.remaining == waited ? [] : refresh()
    }

    private mutating func forgetKeptRatings() {
        for (id, var pending) in pendingRatings where pending.kept > 0 {
            pending.changes -= pending.kept
            pending.kept = 0
            pendingRatings[id] = pending.changes > 0 ? pending : nil
        }
    }

    private var keptSentence: String {
        let what = keptChanges.count == 1 ? "1 change" : "\(keptChanges.count) changes"
        return
            "\(what) kept in \(keptName) until \(keeper) lets go; \(keptChanges.count == 1 ? "it is" : "they are") not in the library yet."
    }

    /// The file where they wait, without its directory.
    private var keptName: String { (library?.name.split(separator: "/").last.map(String.init) ?? "") + ".pending" }

    private var keeper: String {
        if case .locked(_, .some(let holder)) = keptChanges.obstacle { return holder.name }
        return "the program that has the lock"
    }
}
