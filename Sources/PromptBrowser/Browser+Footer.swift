import PromptStore

/// The lowest line: what is being typed, what there is to say, or the keys that work here and now.
extension Browser {
    func drawFooter(on surface: inout Surface) {
        let y = size.height - 1
        if case .search(let search) = overlays.last {
            draw(search, y: y, on: &surface)
        } else if message != nil || isSavingSlowly {
            drawMessage(on: &surface, y: y)
        } else if case .history = overlays.last, overlays.last.map(isHidden) == false {
            drawHints(HistoryOverlay.hints(width: size.width), y: y, on: &surface)
        } else if case .maintenance = overlays.last {
            drawHints(maintenance.hints(tasks, width: size.width), y: y, on: &surface)
        } else if case .tasks = overlays.last {
            drawHints(tasksScreen.hints(tasks, width: size.width), y: y, on: &surface)
        } else if overlays.last.map(isHidden) ?? true {
            drawKeys(on: &surface, y: y)
        }
    }

    /// What is typed, with what is wrong in it underlined and said above.
    private func draw(_ search: SearchOverlay, y: Int, on surface: inout Surface) {
        if let error = search.error {
            drawSentence(error.sentence, style: Style(.error), lastLine: y - 1, on: &surface)
        }
        let x = surface.write("/", x: 0, y: y, width: 1, style: Style(.key, .bold))
        let hint = size.width >= 80 ? search.error == nil ? "Enter keeps · Esc restores " : "Esc restores " : ""
        surface.write(hint, x: size.width - hint.count, y: y, width: hint.count, style: Style(.muted))
        search.field.draw(
            on: &surface,
            x: x,
            y: y,
            width: size.width - x - hint.count - 1,
            underlined: search.error?.range
        )
    }

    func drawMessage(on surface: inout Surface, y: Int) {
        if let message {
            let style = message.isError ? Style(.error, .bold) : Style(.good)
            drawSentence(message.text, style: style, lastLine: y, on: &surface)
        } else if isSavingSlowly {
            let what = changesUnderway == 1 ? "1 change" : "\(changesUnderway) changes"
            surface.write("Saving \(what)…", x: 1, y: y, width: size.width - 2, style: Style(.muted))
        }
    }

    /// A sentence is never cut: a long one takes lines from the panes until it goes away.
    private func drawSentence(_ text: String, style: Style, lastLine: Int, on surface: inout Surface) {
        var wrapped = WrappedText(text, width: max(1, size.width - 2))
        let lines = wrapped.lines(0..<5)
        let top = lastLine - lines.count + 1
        surface.clear(Rect(x: 0, y: top, width: size.width, height: lines.count))
        for (index, line) in lines.enumerated() {
            surface.write(line.cells, x: 1, y: top + index, width: size.width - 2, style: style)
        }
    }

    /// The keys that work here and now, as many as there is room for; those of the last group always.
    private var keyHints: [CommandEntry] {
        let offered = keymap.entries.filter {
            $0.footer != nil && !$0.keys.isEmpty && $0.panes.contains(wishes.focus)
                && unavailability(of: $0.command) == nil && ($0.command != .back || canGoBack)
        }
        var hints = Self.footerGroups.flatMap { group in offered.filter { $0.group == group } }
        while hints.reduce(0, { $0 + width($1) }) > size.width + 1,
            let least = hints.lastIndex(where: { $0.group != .general })
        {
            hints.remove(at: least)
        }
        return hints
    }

    private func width(_ entry: CommandEntry) -> Int {
        keymap.footerKeys(of: entry).count + (entry.footer?.count ?? 0) + 3
    }

    /// The hint that is written in a column of the lowest line.
    func keyHint(at x: Int) -> CommandEntry? {
        var end = 1
        return keyHints.first { entry in
            end += width(entry)
            return x < end
        }
    }

    private func drawKeys(on surface: inout Surface, y: Int) {
        drawHints(keyHints.map { (keymap.footerKeys(of: $0), $0.footer ?? "") }, y: y, on: &surface)
    }

    private func drawHints(_ hints: [(keys: String, word: String)], y: Int, on surface: inout Surface) {
        var x = 1
        for hint in hints {
            x = surface.write(hint.keys, x: x, y: y, width: size.width - x, style: Style(.key, .bold))
            x = surface.write(" \(hint.word)", x: x, y: y, width: size.width - x, style: Style(.muted)) + 2
        }
    }

    /// What a person who looks down wants first.
    private static let footerGroups: [CommandEntry.Group] = [
        .rating, .searching, .panes, .changing, .copying, .sorting, .moving, .marking, .maintaining, .general,
    ]
}
