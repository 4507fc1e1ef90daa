import PromptStore

/// What each command does.
extension Browser {
    /// Why a command cannot be run now; nil where it can.
    func unavailability(of command: Command) -> String? {
        switch command {
        case .rate, .withdraw, .comment, .undo, .redo, .tags, .add, .edit, .delete, .editFeedback, .withdrawFeedback:
            if library?.isReadOnly == true { return "the library is open for reading only" }
            return absence(for: command)
        case .mark, .markRange: return list.selectedRow == nil ? "no prompt is selected" : nil
        case .history, .copyText, .copyCommand, .exportPrompts: return subject == nil ? "no prompt is selected" : nil
        case .migrate:
            if library?.isReadOnly == true { return "the library is open for reading only" }
            return library?.isOlder == true ? nil : "the library has the layout of this version"
        case .nextHit, .previousHit:
            return list.query.soughtTexts.isEmpty
                ? "there is no search; press \(keymap.hint(.search)) to begin one" : nil
        case .runTask(let kind): return unavailability(of: kind)
        case .parent: return absence(of: .parent)
        case .previousSibling: return absence(of: .previousSibling)
        case .nextSibling: return absence(of: .nextSibling)
        default: return nil
        }
    }

    /// What a change lacks to be made.
    private func absence(for command: Command) -> String? {
        switch command {
        case .undo, .redo, .add: return nil
        case .editFeedback: return absenceOfOwnFeedback(withWords: true)
        case .withdrawFeedback: return absenceOfOwnFeedback(withWords: false)
        case .tags where marks.isEmpty && detail.promptID != subject: return "the prompt is still being read"
        case .tags, .delete, .rate, .withdraw: return targets.isEmpty ? "no prompt is selected" : nil
        default: return subject == nil ? "no prompt is selected" : nil
        }
    }

    mutating func attempt(_ command: Command) -> [Effect] {
        if let reason = unavailability(of: command) {
            complain("That cannot be done: \(reason).")
            return []
        }
        return run(command)
    }

    mutating func run(_ command: Command) -> [Effect] {
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
        case .parent: return go(to: .parent)
        case .previousSibling: return go(to: .previousSibling)
        case .nextSibling: return go(to: .nextSibling)
        case .history: return openHistory()
        case .maintenance: return openMaintenance()
        case .tasks: return openTasks()
        case .runTask(let kind): return openMaintenance(at: kind) + choose(kind)
        case .zoom:
            wishes.isZoomed.toggle()
            return arrange()
        case .narrower, .wider:
            wishes.listGrowth = min(max(wishes.listGrowth + (command == .wider ? 4 : -4), -40), 40)
            return arrange()
        case .search:
            overlays.append(.search(SearchOverlay(list: list, found: found)))
            return focus(.prompts)
        case .filter: return beginFilter()
        case .sort:
            overlays.append(.sort(SortOverlay(present: list.order)))
            return []
        case .reverse: return reverseOrder()
        case .nextHit, .previousHit:
            if !detail.goToHit(forward: command == .nextHit) { say("No further hit in this prompt.") }
            return []
        case .scrollLeft, .scrollRight:
            detail.scrollSideways(by: command == .scrollRight ? 8 : -8)
            return []
        case .rate(let stars): return rate(.number(Double(stars)))
        case .withdraw: return rate(.none)
        case .comment:
            let edits = wishes.focus == .feedback && absenceOfOwnFeedback(withWords: true) == nil
            return edits ? editFeedback() : beginComment()
        case .editFeedback: return editFeedback()
        case .withdrawFeedback: return withdrawFeedback()
        case .tags: return beginTags()
        case .add: return beginAdding()
        case .edit: return beginEditing()
        case .delete: return beginDeleting()
        case .mark: return mark()
        case .markRange: return markRange()
        case .markAll: return markAll()
        case .copyText: return subject.map { [.readBytes(id: $0)] } ?? []
        case .copyCommand: return copyCommand()
        case .exportPrompts:
            overlays.append(.taskForm(TaskForm(exporting: targets)))
            return []
        case .undo: return change(.undo)
        case .redo: return change(.redo)
        case .help:
            overlays.append(.help(HelpOverlay(.help, keymap.entries)))
            return []
        case .palette:
            overlays.append(.help(HelpOverlay(.palette, keymap.entries + CommandTable.taskEntries)))
            return []
        case .migrate:
            return openMigration()
        case .redraw: return [.redraw]
        case .suspend: return [.suspend]
        case .interrupt: return interrupt()
        case .back: return back()
        case .quit:
            if wishes.isZoomed { return back() }
            if tasks.isBusy {
                askToQuit()
                return []
            }
            // What is being saved takes a moment at most; only where it takes longer is there anything to ask.
            quitsWhenSaved = changesUnderway > 0
            return quitsWhenSaved ? [] : [.quit]
        }
    }

    mutating func interrupt() -> [Effect] {
        if marks.collecting != nil { return [.cancelCollecting] }
        if list.reading != nil, !list.query.isEmpty || !list.isInOrder { return list.cancel() }
        if let entry = tasks.foremost { return cancelTask(entry.id) }
        askToQuit()
        return []
    }

    private var consequenceOfQuitting: String {
        let unsaved =
            changesUnderway > 0
            ? "\(changesUnderway) of your changes \(changesUnderway == 1 ? "is" : "are") not saved yet and would be lost."
            : nil
        let losses = [quittingEndsTasks, unsaved].compactMap(\.self)
        guard losses.isEmpty else { return losses.joined(separator: " ") }
        return keptChanges.count > 0
            ? "What is pending is on the disk, and saved at the next start." : "Everything is saved."
    }

    mutating func askToQuit() {
        overlays.append(
            .confirmation(
                Confirmation(question: "Quit prompt-alchemy?", consequence: consequenceOfQuitting, effects: [.quit])
            )
        )
    }
}
