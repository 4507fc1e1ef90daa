import PromptStore

/// What follows from a change that is on the disk, or was refused.
extension Browser {
    mutating func take(_ result: Result<ChangeOutcome, StoreError>, of change: Change) -> [Effect] {
        changesUnderway = max(0, changesUnderway - 1)
        if case .rate(let ids, _) = change, ids.count == 1, var pending = pendingRatings[ids[0]] {
            pending.changes -= 1
            pendingRatings[ids[0]] = pending.changes > 0 ? pending : nil
        }
        switch result {
        case .success(let outcome):
            // Of a use that is counted the word about the copy is worth more.
            if case .use = change {} else { say(sentence(change, outcome)) }
            let effects = follow(change, outcome)
            guard quitsWhenSaved, changesUnderway == 0 else { return effects }
            return effects.filter { if case .discardFile = $0 { true } else { false } } + [.quit]
        case .failure(.foreignObjects(_, let objects)):
            quitsWhenSaved = false
            ask(about: objects, before: change)
            return readSelectionAgain()
        case .failure(let error):
            quitsWhenSaved = false
            var sentence = error.sentence
            if case .edit(let id, _, _) = change, let path = editedFiles.removeValue(forKey: id) {
                sentence += " The new text is in \(path)."
            }
            complain(sentence)
            return readSelectionAgain()
        }
    }

    /// Brings the screen up to date with a change.
    private mutating func follow(_ change: Change, _ outcome: ChangeOutcome) -> [Effect] {
        switch change {
        case .rate(let ids, _), .withdraw(let ids):
            guard ids.count == 1 else { return refresh() }
        case .comment(let id, let text):
            if drafts[id] == text { drafts[id] = nil }
        case .editComment(let row, let id, _): drafts["\(id) #\(row)"] = nil
        case .withdrawFeedback, .tag, .setTags, .use: break
        case .add:
            addDraft = nil
            return go(to: outcome.promptID) + [.countTotal]
        case .edit(let id, _, _):
            return refresh() + (editedFiles.removeValue(forKey: id).map { [.discardFile(path: $0)] } ?? [])
        case .delete(let ids):
            marks.remove(ids)
            return refresh()
        case .undo, .redo: return refresh()
        }
        list.patch(outcome.promptID, rating: outcome.rating, score: outcome.score)
        return readSelectionAgain()
    }

    private mutating func readSelectionAgain() -> [Effect] {
        wantDossier() + (wantedLineage.map { [.readLineage(id: $0, extent: lineage.extent)] } ?? [])
    }

    func sentence(_ change: Change, _ outcome: ChangeOutcome) -> String {
        let count = Figures.counted(outcome.promptCount, "prompt")
        if outcome.promptCount == 0 { return "Nothing had to be changed." }
        switch change {
        case .rate(let ids, let stars):
            return ids.count == 1
                ? "Rated \(Marked.stars(stars)), saved. Score \(Marked.score(outcome.score).text)."
                : "Rated \(count) \(Marked.stars(stars)), saved."
        case .withdraw(let ids):
            return ids.count == 1 ? "Your rating is withdrawn." : "Your ratings of \(count) are withdrawn."
        case .comment: return "Comment saved."
        case .editComment: return "Comment changed, saved."
        case .withdrawFeedback: return "Withdrawn. \(keymap.hint(.undo)) brings it back."
        case .tag(let ids, _, _): return ids.count == 1 ? "Tags saved." : "Tags of \(count) saved."
        case .setTags: return "Tags saved."
        case .use: return "Counted as a use."
        case .add: return "Prompt added."
        case .edit: return "New text saved; the old one is in the history."
        case .delete: return "Deleted \(count). \(keymap.hint(.undo)) brings back what was deleted."
        case .undo: return "Undone: \(outcome.title). \(keymap.hint(.redo)) makes it again."
        case .redo: return "Made again: \(outcome.title)."
        }
    }
}
