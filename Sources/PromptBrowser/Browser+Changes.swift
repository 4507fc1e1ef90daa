import PromptStore

/// Ratings, comments, undo and redo.
extension Browser {
    mutating func rate(_ rating: StoredNumber) -> [Effect] {
        guard let subject else { return [] }
        guard let stars = rating.number else { return change(.withdraw(promptID: subject)) }
        return change(.rate(promptID: subject, rating: Int(stars)))
    }

    mutating func change(_ change: Change) -> [Effect] {
        if case .rate(let id, let rating) = change {
            pendingRatings[id] = PendingRating(
                rating: .number(Double(rating)),
                changes: (pendingRatings[id]?.changes ?? 0) + 1
            )
        }
        if changesUnderway == 0 { changesSince = now }
        changesUnderway += 1
        return [.change(change)]
    }

    mutating func beginComment() -> [Effect] {
        guard let subject else { return [] }
        let title = list.rows.first { $0.id == subject }.map { Marked.title($0.title) }
        overlays.append(
            .comment(
                CommentOverlay(
                    promptID: subject,
                    heading: title ?? subject,
                    draft: drafts[subject] ?? ""
                )
            )
        )
        return []
    }

    mutating func handle(_ key: Key, _ comment: CommentOverlay) -> [Effect] {
        var comment = comment
        switch key {
        case .enter:
            drafts[comment.promptID] = comment.field.text
            return change(.comment(promptID: comment.promptID, text: comment.field.text))
        case .escape, .control("c"):
            drafts[comment.promptID] = comment.field.text
            if !comment.field.text.isEmpty {
                say("The comment is not saved; press \(keymap.hint(.comment)) on this prompt to go on with it.")
            }
            return []
        default:
            _ = comment.field.handle(key)
            overlays.append(.comment(comment))
            return []
        }
    }
}
