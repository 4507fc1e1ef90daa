import PromptStore

extension Browser {
    /// Sends a key to the uppermost overlay, else to the command table.
    mutating func handle(_ key: Key) -> [Effect] {
        if welcome != nil { return welcome?.handle(key) ?? [] }
        if case .control = key, let command = keymap.command(for: key, in: wishes.focus),
            command == .suspend || command == .redraw
        {
            return run(command)
        }
        guard let overlay = overlays.popLast() else {
            guard let command = keymap.command(for: key, in: wishes.focus) else { return [] }
            return attempt(command)
        }
        switch overlay {
        case .help(var help):
            switch help.handle(key) {
            case .stay: overlays.append(.help(help))
            case .close: break
            case .run(let command): return attempt(command)
            case .row(let number): return focus(.prompts) + list.start(.row(max(0, number - 1)))
            }
            return []
        case .comment(let comment): return handle(key, comment)
        case .tags(let tags): return handle(key, tags)
        case .add(let add): return handle(key, add)
        case .reason(let reason): return handle(key, reason)
        case .search(let search): return handle(key, search)
        case .sort(let menu): return handle(key, menu)
        case .filter(let menu): return handle(key, menu)
        case .history(let history): return handle(key, history)
        case .foreignObjects(let question): return handle(key, question)
        case .migration: return handleInMigration(key)
        case .maintenance: return handleInMaintenance(key)
        case .tasks: return handleInTasks(key)
        case .taskForm(let form): return handle(key, form)
        case .confirmation(let confirmation):
            if let effects = confirmation.answer(key) { return confirmed(effects) }
            overlays.append(overlay)
            return []
        }
    }

    /// Puts pasted text where text is being typed; elsewhere it is nothing but text, never commands.
    mutating func paste(_ text: String) -> [Effect] {
        if welcome != nil {
            welcome?.insert(text)
            return []
        }
        switch overlays.popLast() {
        case .help(var help):
            help.insert(text)
            overlays.append(.help(help))
        case .comment(var comment):
            comment.field.insert(text)
            overlays.append(.comment(comment))
        case .tags(var tags):
            tags.insert(text)
            overlays.append(.tags(tags))
            return [.readTags(beginning: tags.beginning)]
        case .add(var add):
            add.insert(text)
            overlays.append(.add(add))
        case .reason(var reason):
            reason.field.insert(text.split(whereSeparator: \.isNewline).joined(separator: " "))
            overlays.append(.reason(reason))
        case .search(var search):
            search.field.insert(text.split(whereSeparator: \.isNewline).joined(separator: " "))
            return follow(search)
        case .filter(var menu):
            menu.insert(text)
            overlays.append(.filter(menu))
        case .confirmation(let confirmation): overlays.append(.confirmation(confirmation))
        case .sort(let menu): overlays.append(.sort(menu))
        case .history(let history): overlays.append(.history(history))
        case .foreignObjects(let question): overlays.append(.foreignObjects(question))
        case .migration: overlays.append(.migration)
        case .maintenance: overlays.append(.maintenance)
        case .tasks: overlays.append(.tasks)
        case .taskForm(var form):
            form.insert(text)
            overlays.append(.taskForm(form))
        case nil:
            let (search, comment) = (keymap.hint(.search), keymap.hint(.comment))
            say(
                "Pasted text was ignored: nothing is being typed. Press \(search) to search or \(comment) to comment, then paste."
            )
        }
        return []
    }
}
