import PromptStore

/// The maintenance of this run, over all panes: what runs, what waits and what has ended, the newest first.
struct TasksScreen: Equatable, Sendable {
    /// What a key leads to.
    enum Result: Equatable, Sendable {
        case stay, close, showMaintenance
        case cancel(id: Int)
        case go(promptID: String)
    }

    private(set) var selectedID: Int?
    private var isInText = false
    private var text = ScrolledLines()

    /// The task under the cursor: the one that was chosen, else the newest.
    func selected(_ tasks: TaskQueue) -> TaskEntry? { selectedID.flatMap { tasks[$0] } ?? tasks.entries.last }

    mutating func open() {
        selectedID = nil
        isInText = false
        text = ScrolledLines()
    }

    mutating func handle(_ key: Key, _ tasks: TaskQueue, _ lines: [ReadingLine], in areas: ListAndText) -> Result {
        let page = max(1, areas.text.height - 1)
        switch key {
        case .escape where isInText, .character("q") where isInText: isInText = false
        case .escape, .character("q"): return .close
        case .control("c"), .character("x"):
            if let entry = selected(tasks), !entry.hasEnded { return .cancel(id: entry.id) }
            return key == .character("x") ? .stay : .close
        case .character("m"): return .showMaintenance
        case .tab, .backTab, .character("h"), .character("l"): isInText.toggle()
        case .enter:
            guard isInText else {
                isInText = true
                break
            }
            if lines.indices.contains(text.cursor), let id = lines[text.cursor].promptID { return .go(promptID: id) }
        case .down, .character("j"): step(1, tasks, lines, in: areas)
        case .up, .character("k"): step(-1, tasks, lines, in: areas)
        case .pageDown: text.scroll(by: page, of: lines.count, height: areas.text.height)
        case .pageUp: text.scroll(by: -page, of: lines.count, height: areas.text.height)
        case .home, .character("g"): step(-1_000_000, tasks, lines, in: areas)
        case .end, .character("G"): step(1_000_000, tasks, lines, in: areas)
        case .left: text.moveSideways(by: -8)
        case .right: text.moveSideways(by: 8)
        default: break
        }
        return .stay
    }

    private mutating func step(_ steps: Int, _ tasks: TaskQueue, _ lines: [ReadingLine], in areas: ListAndText) {
        if isInText { return text.move(by: steps, of: lines.count, height: areas.text.height) }
        let ids = tasks.entries.reversed().map(\.id)
        guard let id = selected(tasks)?.id, let place = ids.firstIndex(of: id) else { return }
        let target = ids[min(max(0, place + steps), ids.count - 1)]
        if target != id { text = ScrolledLines() }
        selectedID = target
    }

    /// What the footer offers.
    func hints(_ tasks: TaskQueue, width: Int) -> [(keys: String, word: String)] {
        var hints = selected(tasks)?.hasEnded == false ? [("x", "cancel")] : []
        hints.append(("Tab", isInText ? "list" : "text"))
        if width >= 80 { hints += [("PgUp PgDn", "scroll"), ("m", "maintenance")] }
        return hints + [("Esc", "back")]
    }

    /// What there is to read of the task under the cursor.
    func lines(_ tasks: TaskQueue, width: Int, now: Double) -> [ReadingLine] {
        guard let entry = selected(tasks) else { return [] }
        var text = TaskText(width: width, now: now)
        text.say(entry.title, .text, .bold)
        text.add(entry, behind: tasks.obstacle(of: entry.id))
        return text.lines
    }

    // MARK: Drawing

    func draw(on surface: inout Surface, in whole: Rect, _ tasks: TaskQueue, _ lines: [ReadingLine], now: Double) {
        surface.clear(whole)
        surface.frame(whole, style: Style(.focus))
        surface.write(" Tasks ", x: whole.x + 2, y: whole.y, width: whole.width - 4, style: Style(.focus, .bold))
        let areas = ListAndText(in: whole.inside, leastLines: 3)
        guard let selected = selected(tasks) else {
            let inside = Rect(x: whole.x + 2, y: whole.y + 1, width: whole.width - 4, height: whole.height - 2)
            surface.write(
                "Nothing has been run since the start. m leads to the maintenance.",
                in: inside,
                style: Style(.muted)
            )
            return
        }
        areas.drawDivider(on: &surface, isInText: isInText)
        let entries = Array(tasks.entries.reversed())
        let place = entries.firstIndex(of: selected) ?? 0
        let top = max(0, min(place - areas.list.height / 2, entries.count - areas.list.height))
        for (line, entry) in entries.dropFirst(top).prefix(areas.list.height).enumerated() {
            let row = Rect(x: areas.list.x, y: areas.list.y + line, width: areas.list.width, height: 1)
            draw(entry, on: &surface, in: row, now: now)
            if entry.id == selected.id { surface.mark(row, isFocused: !isInText) }
        }
        text.draw(lines, on: &surface, in: areas.text, isFocused: isInText)
    }

    private func draw(_ entry: TaskEntry, on surface: inout Surface, in row: Rect, now: Double) {
        let word = entry.word
        let time =
            entry.startedAt == nil || row.width < 36
            ? "" : Figures.duration(milliseconds: entry.seconds(at: now) * 1000)
        let right = [Span(word.text, word.role), Span(row.width < 36 ? time : time.leftPadded(8), .muted)]
        let width = right.reduce(0) { $0 + $1.text.count }
        let place = row.x + row.width - width - 1
        surface.write(entry.title, x: row.x + 2, y: row.y, width: place - row.x - 3)
        surface.write(right, x: place, y: row.y, width: width)
    }
}
