import PromptStore

/// What is said of a change that is on the disk.
extension Browser {
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
        case .add: return "Prompt added."
        case .edit: return "New text saved; the old one is in the history."
        case .delete: return "Deleted \(count). \(keymap.hint(.undo)) brings back what was deleted."
        case .undo: return "Undone: \(outcome.title). \(keymap.hint(.redo)) makes it again."
        case .redo: return "Made again: \(outcome.title)."
        }
    }
}
