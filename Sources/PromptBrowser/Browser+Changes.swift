import PromptStore

/// Ratings, comments, undo and redo.
extension Browser {
    /// More prompts than this are changed only after asking.
    static let mostUnasked = 20

    mutating func rate(_ rating: StoredNumber) -> [Effect] {
        let targets = targets
        let stars = rating.number.map { Int($0) }
        guard targets.count <= 1 else {
            let wanted = stars.map { Change.rate(promptIDs: targets, rating: $0) } ?? .withdraw(promptIDs: targets)
            return askWhenMany(
                wanted,
                targets.count,
                stars.map { "Rate @ \(Marked.stars($0))?" } ?? "Withdraw your ratings of @?"
            )
        }
        guard let subject = targets.first else { return [] }
        guard let stars else { return change(.withdraw(promptID: subject)) }
        return change(.rate(promptID: subject, rating: stars))
    }

    /// Asks before many prompts are changed.
    ///
    /// - Parameter question: what to ask, with `@` for the prompts and their number.
    private mutating func askWhenMany(_ wanted: Change, _ count: Int, _ question: String) -> [Effect] {
        guard count > Self.mostUnasked else { return change(wanted) }
        let prompts = Figures.counted(count, "marked prompt")
        overlays.append(
            .confirmation(
                Confirmation(
                    question: question.replacing("@", with: prompts),
                    consequence: "\(keymap.hint(.undo)) takes it back, for all of them at once.",
                    effects: [.change(wanted)]
                )
            )
        )
        return []
    }

    mutating func change(_ change: Change) -> [Effect] {
        if case .rate(let ids, let rating) = change, ids.count == 1, let id = ids.first {
            pendingRatings[id] = PendingRating(
                rating: .number(Double(rating)),
                changes: (pendingRatings[id]?.changes ?? 0) + 1
            )
        }
        if changesUnderway == 0 { changesSince = now }
        changesUnderway += 1
        return [.change(change)]
    }

    /// Has the changes and tasks among some effects begin like all others.
    mutating func confirmed(_ effects: [Effect]) -> [Effect] {
        effects.flatMap { effect in
            switch effect {
            case .change(let wanted): change(wanted)
            case .startTask(_, let task): begin(task)
            default: [effect]
            }
        }
    }

    mutating func beginComment() -> [Effect] {
        guard let subject else { return [] }
        let heading = title(of: subject)
        overlays.append(
            .comment(CommentOverlay(promptID: subject, heading: heading, draft: drafts[subject] ?? ""))
        )
        return []
    }

    mutating func handle(_ key: Key, _ comment: CommentOverlay) -> [Effect] {
        var comment = comment
        switch key {
        case .enter:
            drafts[comment.draftName] = comment.field.text
            return change(comment.change)
        case .escape, .control("c"):
            drafts[comment.draftName] = comment.field.text
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

    // MARK: What this run said

    /// Why what is under the cursor in Feedback cannot be edited or withdrawn.
    func absenceOfOwnFeedback(withWords: Bool) -> String? {
        guard let entry = feedback.selectedEntry, wantedDossier == shownDossier else { return "nothing is selected" }
        guard entry.isOwn, entry.source == .feedback else { return "this run did not say that" }
        return withWords && entry.text == nil ? "there are no words to edit" : nil
    }

    mutating func editFeedback() -> [Effect] {
        guard let subject, let entry = feedback.selectedEntry else { return [] }
        var overlay = CommentOverlay(
            promptID: subject,
            editing: entry.id,
            heading: title(of: subject),
            draft: entry.text ?? ""
        )
        if let draft = drafts[overlay.draftName] { overlay.field = TextField(draft, limit: overlay.field.limit) }
        overlays.append(.comment(overlay))
        return []
    }

    mutating func withdrawFeedback() -> [Effect] {
        guard let subject, let entry = feedback.selectedEntry else { return [] }
        let what = entry.text.map { "“\($0.trimmed)”" } ?? "your rating \(Marked.stars(entry.rating).text)"
        overlays.append(
            .confirmation(
                Confirmation(
                    question: "Withdraw \(what)?",
                    consequence: "\(keymap.hint(.undo)) brings it back.",
                    effects: [.change(.withdrawFeedback(id: entry.id, promptID: subject))]
                )
            )
        )
        return []
    }
}
