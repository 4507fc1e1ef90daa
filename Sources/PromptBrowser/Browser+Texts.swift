import PromptStore

/// Adding prompts, editing their texts and deleting them.
extension Browser {
    // MARK: Adding

    mutating func beginAdding() -> [Effect] {
        overlays.append(.add(addDraft ?? AddOverlay()))
        addDraft = nil
        return []
    }

    mutating func handle(_ key: Key, _ add: AddOverlay) -> [Effect] {
        var add = add
        switch add.handle(key) {
        case .stay: overlays.append(.add(add))
        case .close:
            guard !add.isBlank else { return [] }
            addDraft = add
            say("The prompt is not saved; press \(keymap.hint(.add)) to go on with it.")
        case .save(let prompt):
            addDraft = add
            return change(.add(prompt))
        }
        return []
    }

    // MARK: Editing

    mutating func beginEditing() -> [Effect] {
        guard let subject else { return [] }
        return [.readText(id: subject)]
    }

    mutating func take(_ result: Result<String, StoreError>, ofText id: String) -> [Effect] {
        switch result {
        case .success(let text): return [.edit(promptID: id, text: text)]
        case .failure(.cancelled): return []
        case .failure(let error):
            complain(error.sentence)
            return []
        }
    }

    mutating func take(_ edited: EditedText) -> [Effect] {
        guard let text = edited.text else {
            complain(edited.complaint ?? "")
            return []
        }
        if text == edited.original {
            say("The text is as it was; nothing was changed.")
            return [.discardFile(path: edited.path)]
        }
        overlays.append(.reason(ReasonOverlay(edited: edited, heading: title(of: edited.promptID))))
        return []
    }

    mutating func handle(_ key: Key, _ reason: ReasonOverlay) -> [Effect] {
        var reason = reason
        let edited = reason.edited
        switch key {
        case .enter:
            guard let text = edited.text else { return [] }
            editedFiles[edited.promptID] = edited.path
            let why = reason.field.text.trimmed
            return change(.edit(promptID: edited.promptID, text: text, reason: why.isEmpty ? nil : why))
        case .escape, .control("c"):
            complain("The new text is not saved; it is in \(edited.path).")
        default:
            _ = reason.field.handle(key)
            overlays.append(.reason(reason))
        }
        return []
    }

    // MARK: Deleting

    mutating func beginDeleting() -> [Effect] { targets.isEmpty ? [] : [.weighDeletion(ids: targets)] }

    mutating func take(_ result: Result<DeletionExtent, StoreError>, ofDeleting ids: [String]) {
        switch result {
        case .success(let extent):
            let what = ids.count == 1 ? "“\(title(of: ids[0]))”" : Figures.counted(ids.count, "marked prompt")
            let further = extent.rows > 0 ? "\(Figures.counted(extent.rows, "further row")) will go too. " : ""
            let back =
                extent.isUndoable ? "\(keymap.hint(.undo)) brings all of it back." : "It is too large to be undone."
            overlays.append(
                .confirmation(
                    Confirmation(
                        question: "Delete \(what)?",
                        consequence: further + back,
                        effects: [.change(.delete(promptIDs: ids))]
                    )
                )
            )
        case .failure(.cancelled): return
        case .failure(let error): complain(error.sentence)
        }
    }
}
