import PromptStore

/// The versions of one prompt over all panes: a list of them, and the text of the one under the cursor.
struct HistoryOverlay: Sendable {
    let promptID: String
    let heading: String
    /// When it was asked for, in seconds since 1970.
    let since: Double
    private(set) var history: PromptHistory?
    private(set) var error: StoreError?
    private(set) var cursor = 0
    private(set) var top = 0
    private(set) var isInText = false
    var text = ScrolledText()
    private(set) var area = Rect(x: 0, y: 0, width: 0, height: 0)
    private(set) var now: Double

    /// What a key leads to.
    enum Result: Equatable, Sendable { case stay, close }

    init(promptID: String, heading: String, now: Double) {
        self.promptID = promptID
        self.heading = heading
        since = now
        self.now = now
    }

    /// Whether there is anything to see yet.
    var isRead: Bool { history != nil || error != nil }

    /// Shows versions; the cursor stays on the one it is on.
    mutating func show(_ history: PromptHistory, now: Double) {
        let kept = self.history.flatMap { $0.versions.indices.contains(cursor) ? $0.versions[cursor].row : nil }
        self.history = history
        self.now = now
        error = nil
        if let kept, let place = history.versions.firstIndex(where: { $0.row == kept }) {
            let line = cursor - top
            cursor = place
            top = cursor - line
            layOut(isOther: false)
        } else {
            // A cursor on the current text stays there; one whose version is gone stays as near as it can.
            let isSame = cursor == 0
            move(to: cursor)
            layOut(isOther: !isSame)
        }
    }

    mutating func fail(_ error: StoreError) {
        history = nil
        self.error = error
    }

    mutating func resize(_ area: Rect) {
        self.area = area
        move(to: cursor)
        layOut(isOther: false)
    }

    // MARK: Keys

    mutating func handle(_ key: Key) -> Result {
        let page = max(1, areas.text.height - 1)
        switch key {
        case .escape, .character("q"), .control("c"): return .close
        case .tab, .backTab, .character("h"), .character("l"): isInText.toggle()
        case .enter: isInText = true
        case .down, .character("j"): step(1)
        case .up, .character("k"): step(-1)
        case .pageDown: text.scroll(by: page)
        case .pageUp: text.scroll(by: -page)
        case .control("d"): text.scroll(by: max(1, page / 2))
        case .control("u"): text.scroll(by: -max(1, page / 2))
        case .home, .character("g"): step(-1_000_000)
        case .end, .character("G"): if isInText { text.scrollToEnd() } else { step(1_000_000) }
        case .left: text.scrollSideways(by: -8)
        case .right: text.scrollSideways(by: 8)
        default: break
        }
        return .stay
    }

    private mutating func step(_ steps: Int) {
        if isInText { return text.scroll(by: steps) }
        let before = cursor
        move(to: cursor + steps)
        if cursor != before { layOut(isOther: true) }
    }

    private mutating func move(to place: Int) {
        // Before the versions are read the place is only remembered.
        cursor = max(0, history.map { min(place, $0.versions.count - 1) } ?? min(place, PromptHistory.longestList))
        let fitting = max(1, (areas.list.height + 1) / Self.linesEach)
        top = max(0, min(max(top, cursor - fitting + 1), cursor))
        if let history { top = max(0, min(top, history.versions.count - fitting)) }
    }

    /// What the footer offers.
    static func hints(width: Int) -> [(keys: String, word: String)] {
        let all = [("j k", "version"), ("Tab", "text"), ("PgUp PgDn", "scroll text"), ("Esc", "back")]
        return width >= 60 ? all : [all[0], all[1], all[3]]
    }

    // MARK: Laying out

    /// Lines of the list for a version: when, who and why, a blank one.
    static let linesEach = 3

    var areas: ListAndText { ListAndText(in: area.inside, leastLines: Self.linesEach - 1) }

    private mutating func layOut(isOther: Bool) {
        guard let history, history.versions.indices.contains(cursor) else { return }
        let version = history.versions[cursor]
        let place = areas.text
        text.show(
            version.content,
            head: head(of: version, width: place.width),
            size: Size(width: place.width, height: place.height),
            isOther: isOther
        )
    }

    /// All that is known of a version, nothing of it cut.
    private func head(of version: PromptVersion, width: Int) -> [[Span]] {
        var items: [[Span]] = [DetailFields.date(version.createdAt, now: now)]
        if let author = version.author, !author.isEmpty { items.append([Span("by ", .muted), Span(author)]) }
        items.append([Span("length ", .muted), Span(Figures.bytes(version.contentBytes))])
        var lines = Span.flowing(items, width: width)
        var reason = WrappedText((version.reason ?? "").trimmed, width: width)
        lines += reason.lines(0..<20).map { line in [Span(line.cells.map(\.text).joined())] }
        if version.row != nil, let current = history?.versions.first, current.content == version.content {
            lines.append([Span("The same text as now.", .muted)])
        }
        if version.contentBytes > PromptDetail.longestText {
            lines.append([Span("Only the first \(Figures.bytes(PromptDetail.longestText)) are shown.", .error)])
        }
        return lines
    }
}
