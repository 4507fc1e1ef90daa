import PromptStore

/// The maintenance of the library, over all panes: its tasks and backups, and what there is to read of the one under the
/// cursor. It is the same each time it is opened: the cursor stays where it was.
struct MaintenanceScreen: Equatable, Sendable {
    /// A line of the list.
    enum Item: Equatable, Sendable {
        case task(MaintenanceTask.Kind)
        case backup(Backup)
    }

    /// What a key leads to.
    enum Result: Equatable, Sendable {
        case stay, close, showTasks, cancel
        case choose(Item, isDryRun: Bool)
        case go(promptID: String)
    }

    /// What is known; nil until it has been read once.
    private(set) var overview: MaintenanceOverview?
    private(set) var cursor = 0
    private(set) var top = 0
    private(set) var isInText = false
    private(set) var text = ScrolledLines()

    /// The tasks, then the backups.
    var items: [Item] {
        MaintenanceTask.Kind.allCases.map(Item.task) + (overview?.backups ?? []).map(Item.backup)
    }

    var selected: Item {
        let items = items
        return items[min(cursor, items.count - 1)]
    }

    /// The kind of the task under the cursor.
    var selectedKind: MaintenanceTask.Kind? { if case .task(let kind) = selected { kind } else { nil } }

    /// Shows what is known now; the cursor stays on the backup that it is on.
    mutating func show(_ overview: MaintenanceOverview, in areas: Areas) {
        let (before, scrolled) = (selected, text)
        self.overview = overview
        let place = items.firstIndex(of: before)
        move(to: place ?? cursor, in: areas)
        if place != nil { text = scrolled }
    }

    mutating func open() { isInText = false }

    mutating func select(_ kind: MaintenanceTask.Kind, in areas: Areas) {
        isInText = false
        if let place = MaintenanceTask.Kind.allCases.firstIndex(of: kind) { move(to: place, in: areas) }
    }

    // MARK: Keys

    /// - Parameter lines: what there is to read.
    mutating func handle(_ key: Key, _ lines: [ReadingLine], in areas: Areas) -> Result {
        let height = areas.panes.text.height
        let page = max(1, height - 1)
        switch key {
        case .escape where isInText, .character("q") where isInText: isInText = false
        case .escape, .character("q"): return .close
        case .control("c"), .character("x"): return .cancel
        case .character("T"): return .showTasks
        case .tab, .backTab, .character("h"), .character("l"): isInText.toggle()
        case .enter where isInText:
            if let id = lines.indices.contains(text.cursor) ? lines[text.cursor].promptID : nil {
                return .go(promptID: id)
            }
        case .enter: return .choose(selected, isDryRun: false)
        case .character("d"): return .choose(selected, isDryRun: true)
        case .down, .character("j"): step(1, lines, in: areas)
        case .up, .character("k"): step(-1, lines, in: areas)
        case .pageDown: turn(page, lines, height)
        case .pageUp: turn(-page, lines, height)
        case .control("d"): turn(max(1, page / 2), lines, height)
        case .control("u"): turn(-max(1, page / 2), lines, height)
        case .home, .character("g"): step(-1_000_000, lines, in: areas)
        case .end, .character("G"): step(1_000_000, lines, in: areas)
        case .left: text.moveSideways(by: -8)
        case .right: text.moveSideways(by: 8)
        default: break
        }
        return .stay
    }

    private mutating func step(_ steps: Int, _ lines: [ReadingLine], in areas: Areas) {
        if isInText { return text.move(by: steps, of: lines.count, height: areas.panes.text.height) }
        move(to: cursor + steps, in: areas)
    }

    private mutating func turn(_ steps: Int, _ lines: [ReadingLine], _ height: Int) {
        if isInText {
            text.move(by: steps, of: lines.count, height: height)
        } else {
            text.scroll(by: steps, of: lines.count, height: height)
        }
    }

    private mutating func move(to place: Int, in areas: Areas) {
        let before = cursor
        cursor = min(max(0, place), items.count - 1)
        if cursor != before { text = ScrolledLines() }
        let (line, height) = (Self.line(of: cursor), areas.panes.list.height)
        top = max(0, min(max(top, line - height + 1), line))
    }

    /// The line of the list that an item has: there are a blank one and a heading before the backups.
    static func line(of item: Int) -> Int { item < MaintenanceTask.Kind.allCases.count ? item : item + 2 }

    /// What the footer offers.
    func hints(_ tasks: TaskQueue, width: Int) -> [(keys: String, word: String)] {
        let kind = selectedKind
        let isUnended = kind.flatMap(tasks.newest).map { !$0.hasEnded } ?? false
        let enter = isInText ? "to the prompt" : kind == nil ? "restore" : "run"
        var hints = [("Enter", enter)]
        if kind?.hasDryRun == true { hints.append(("d", "try out")) }
        if isUnended { hints.append(("x", "cancel")) }
        hints.append(("Tab", isInText ? "list" : "text"))
        if width >= 80 { hints += [("PgUp PgDn", "scroll"), ("T", "tasks")] }
        return hints + [("Esc", "back")]
    }

    // MARK: Places

    /// Where its parts are.
    struct Areas: Equatable, Sendable {
        let whole: Rect
        let health: Rect
        let panes: ListAndText

        init(_ whole: Rect) {
            self.whole = whole
            let inside = whole.inside
            let lines = inside.height >= 14 ? 2 : 1
            health = Rect(x: inside.x + 1, y: inside.y, width: inside.width - 2, height: lines)
            panes = ListAndText(in: inside.split(top: lines + 1).1, leastLines: 3)
        }
    }
}
