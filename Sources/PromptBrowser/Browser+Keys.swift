import PromptStore

extension Browser {
    /// Sends a key to the uppermost overlay, else to the command table.
    mutating func handle(_ key: Key) -> [Effect] {
        if welcome != nil { return welcome?.handle(key) ?? [] }
        if key == .control("z") { return [.suspend] }
        if key == .control("l") { return [.redraw] }
        guard let overlay = overlays.popLast() else {
            guard let command = CommandTable.command(for: key, in: wishes.focus) else { return [] }
            return attempt(command)
        }
        switch overlay {
        case .help(var help):
            switch help.handle(key) {
            case .stay: overlays.append(.help(help))
            case .close: break
            case .run(let command): return attempt(command)
            }
            return []
        case .comment(let comment): return handle(key, comment)
        case .search(let search): return handle(key, search)
        case .confirmation(let confirmation):
            if let effects = confirmation.answer(key) { return effects }
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
        case .search(var search):
            search.field.insert(text.split(whereSeparator: \.isNewline).joined(separator: " "))
            overlays.append(.search(search))
            return narrow(to: search.field.text)
        case .confirmation(let confirmation): overlays.append(.confirmation(confirmation))
        case nil: say("Pasted text was ignored: nothing is being typed. Press / to search or c to comment, then paste.")
        }
        return []
    }

    /// Why a command cannot be run now; nil where it can.
    func unavailability(of command: Command) -> String? {
        switch command {
        case .rate, .withdraw, .comment, .undo, .redo:
            if library?.isReadOnly == true { return "the library is open for reading only" }
            if command == .undo || command == .redo { return nil }
            return subject == nil ? "no prompt is selected" : nil
        case .nextHit, .previousHit: return list.search.isEmpty ? "there is no search; press / to begin one" : nil
        default: return nil
        }
    }

    private mutating func attempt(_ command: Command) -> [Effect] {
        if let reason = unavailability(of: command) {
            complain("That cannot be done: \(reason).")
            return []
        }
        return run(command)
    }

    private mutating func run(_ command: Command) -> [Effect] {
        let page = max(1, layout?.content(of: wishes.focus)?.height ?? 1)
        switch command {
        case .down: return move(by: 1)
        case .up: return move(by: -1)
        case .halfPageDown: return move(by: max(1, page / 2))
        case .halfPageUp: return move(by: -max(1, page / 2))
        case .pageDown: return move(by: page)
        case .pageUp: return move(by: -page)
        case .first: return wishes.focus == .prompts ? list.toFirst() : move(by: -1_000_000)
        case .last:
            if wishes.focus == .detail { detail.scrollToEnd() }
            return wishes.focus == .prompts ? list.toLast() : wishes.focus == .detail ? [] : move(by: 1_000_000)
        case .nextPane: return focus(wishes.focus.next(1))
        case .previousPane: return focus(wishes.focus.next(-1))
        case .open: return open()
        case .zoom:
            wishes.isZoomed.toggle()
            return arrange()
        case .narrower, .wider:
            wishes.listGrowth = min(max(wishes.listGrowth + (command == .wider ? 4 : -4), -40), 40)
            return arrange()
        case .search:
            overlays.append(.search(SearchOverlay(list: list, found: found)))
            return focus(.prompts)
        case .nextHit, .previousHit:
            if !detail.goToHit(forward: command == .nextHit) { say("No further hit in this prompt.") }
            return []
        case .scrollLeft, .scrollRight:
            detail.scrollSideways(by: command == .scrollRight ? 8 : -8)
            return []
        case .rate(let stars): return rate(.number(Double(stars)))
        case .withdraw: return rate(.none)
        case .comment: return beginComment()
        case .undo: return change(.undo)
        case .redo: return change(.redo)
        case .help:
            overlays.append(.help(HelpOverlay()))
            return []
        case .redraw: return [.redraw]
        case .suspend: return [.suspend]
        case .interrupt: return interrupt()
        case .back: return back()
        case .quit:
            if wishes.isZoomed { return back() }
            // What is being saved takes a moment at most; only where it takes longer is there anything to ask.
            quitsWhenSaved = changesUnderway > 0
            return quitsWhenSaved ? [] : [.quit]
        }
    }

    // MARK: Moving

    private mutating func move(by steps: Int) -> [Effect] {
        switch wishes.focus {
        case .prompts: return list.move(by: steps)
        case .detail: detail.scroll(by: steps)
        case .lineage: lineage.move(by: steps)
        case .metrics: metrics.scroll(by: steps)
        case .feedback: feedback.scroll(by: steps)
        }
        return []
    }

    private mutating func focus(_ pane: Pane) -> [Effect] {
        if wishes.focus == .lineage { lineage.leave() }
        wishes.focus = pane
        if pane != .prompts { wishes.lastBeside = pane }
        return arrange()
    }

    private mutating func open() -> [Effect] {
        guard wishes.focus == .lineage else {
            wishes.isZoomed = true
            return focus(.detail)
        }
        switch lineage.choice() {
        case .go(let id):
            if list.search.isEmpty || list.rows.contains(where: { $0.id == id }) { return list.go(to: id) }
            say("The search was ended to show this prompt.")
            return endSearch() + list.go(to: id)
        case .more(let extent): return wantedLineage.map { [.readLineage(id: $0, extent: extent)] } ?? []
        case .nothing(let reason):
            say(reason)
            return []
        }
    }

    /// Whether Esc leads anywhere.
    var canGoBack: Bool { wishes.isZoomed || wishes.focus != .prompts || !list.search.isEmpty }

    private mutating func back() -> [Effect] {
        if wishes.isZoomed {
            wishes.isZoomed = false
            return focus(wishes.focus == .detail ? .prompts : wishes.focus)
        }
        if wishes.focus != .prompts { return focus(.prompts) }
        if !list.search.isEmpty {
            let kept = list.selectedRow?.id
            let effects = endSearch()
            return effects + list.start(kept.map { .prompt($0) } ?? .first)
        }
        return []
    }

    private mutating func interrupt() -> [Effect] {
        guard list.reading == nil else { return list.cancel() }
        askToQuit()
        return []
    }

    mutating func askToQuit() {
        let consequence =
            changesUnderway > 0
            ? "\(changesUnderway) of your changes \(changesUnderway == 1 ? "is" : "are") not saved yet and would be lost."
            : "Everything is saved."
        overlays.append(
            .confirmation(Confirmation(question: "Quit prompt-alchemy?", consequence: consequence, effects: [.quit]))
        )
    }

    // MARK: Searching

    private mutating func handle(_ key: Key, _ search: SearchOverlay) -> [Effect] {
        var search = search
        switch key {
        case .enter: return []
        case .escape:
            found = search.foundBefore
            detail.highlight(search.before.search)
            return list.restore(search.before)
        case .down, .up:
            overlays.append(.search(search))
            return list.move(by: key == .down ? 1 : -1)
        case .control("c") where list.reading != nil:
            overlays.append(.search(search))
            return list.cancel()
        default:
            let text = search.field.text
            _ = search.field.handle(key)
            overlays.append(.search(search))
            return search.field.text == text ? [] : narrow(to: search.field.text)
        }
    }

    private mutating func narrow(to text: String) -> [Effect] {
        found = nil
        detail.highlight(text)
        return list.narrow(to: text) + (text.isEmpty ? [] : [.countFound(search: text)])
    }

    private mutating func endSearch() -> [Effect] {
        found = nil
        detail.highlight("")
        return list.narrow(to: "")
    }

    // MARK: Changing

    private mutating func rate(_ rating: StoredNumber) -> [Effect] {
        guard let subject else { return [] }
        guard let stars = rating.number else { return change(.withdraw(promptID: subject)) }
        pendingRatings[subject] = PendingRating(
            rating: rating,
            changes: (pendingRatings[subject]?.changes ?? 0) + 1
        )
        return change(.rate(promptID: subject, rating: Int(stars)))
    }

    private mutating func change(_ change: Change) -> [Effect] {
        if changesUnderway == 0 { changesSince = now }
        changesUnderway += 1
        return [.change(change)]
    }

    private mutating func beginComment() -> [Effect] {
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

    private mutating func handle(_ key: Key, _ comment: CommentOverlay) -> [Effect] {
        var comment = comment
        switch key {
        case .enter:
            drafts[comment.promptID] = comment.field.text
            return change(.comment(promptID: comment.promptID, text: comment.field.text))
        case .escape, .control("c"):
            drafts[comment.promptID] = comment.field.text
            if !comment.field.text.isEmpty { say("The comment is not saved; press c on this prompt to go on with it.") }
            return []
        default:
            _ = comment.field.handle(key)
            overlays.append(.comment(comment))
            return []
        }
    }
}
