import PromptStore

/// The family of the selected prompt as a tree; moving in it looks at relatives, Enter goes to one.
struct LineagePane: Equatable, Sendable {
    private(set) var promptID: String?
    private(set) var rows: [LineageRow] = []
    /// How much was asked for.
    private(set) var extent = 1
    private(set) var cursor = 0
    private var current = 0
    private var top = 0
    private var height = 1
    private(set) var error: StoreError?
    /// Whether what hangs on the prompts is still being looked up.
    private(set) var isWithoutChildren = false

    /// What Enter means on a line.
    enum Choice: Equatable, Sendable {
        case go(id: String)
        case more(extent: Int)
        case nothing(reason: String)
    }

    mutating func show(_ lineage: Lineage, of id: String, extent: Int) {
        let isSame = promptID == id
        let line = cursor - top
        let kept = isSame && rows.indices.contains(cursor) ? rows[cursor].content : nil
        promptID = id
        self.extent = extent
        rows = lineage.rows
        isWithoutChildren = lineage.isWithoutChildren
        current = lineage.selected
        error = nil
        cursor = kept.flatMap { content in rows.firstIndex { $0.content == content } } ?? lineage.selected
        top = isSame ? cursor - line : cursor - height / 2
        keepInSight()
    }

    mutating func fail(_ error: StoreError, of id: String) {
        clear()
        promptID = id
        self.error = error
    }

    mutating func clear() { self = LineagePane(height: height) }

    init(height: Int = 1) { self.height = height }

    mutating func resize(height: Int) {
        self.height = max(1, height)
        keepInSight()
    }

    mutating func move(by steps: Int) {
        cursor = min(max(0, cursor + steps), max(0, rows.count - 1))
        keepInSight()
    }

    /// To what is in a line of the pane, where there is anything.
    mutating func move(toLine line: Int) {
        if rows.indices.contains(top + line) { move(by: top + line - cursor) }
    }

    /// Back to the prompt that is selected in the list.
    mutating func leave() {
        cursor = current
        keepInSight()
    }

    private mutating func keepInSight() {
        top = min(max(top, cursor - height + 1), cursor)
        top = max(0, min(top, rows.count - height))
    }

    /// The prompt under the cursor, where there is one.
    var promptUnderCursor: String? {
        guard rows.indices.contains(cursor), case .prompt(let prompt) = rows[cursor].content else { return nil }
        return prompt.id
    }

    func choice() -> Choice {
        guard rows.indices.contains(cursor) else { return .nothing(reason: "There is no lineage here.") }
        switch rows[cursor].content {
        case .prompt(let prompt): return .go(id: prompt.id)
        case .loop(let id): return .go(id: id)
        case .missing(let id): return .nothing(reason: "The parent \(id) is not in this library.")
        case .more: return .more(extent: extent * 2)
        }
    }

    // MARK: Drawing

    func draw(on surface: inout Surface, in rect: Rect, isFocused: Bool) {
        if let error {
            surface.write(error.sentence, in: rect, style: Style(.error))
            return
        }
        for line in 0..<rect.height {
            let index = top + line
            let y = rect.y + line
            guard rows.indices.contains(index) else {
                if isWithoutChildren {
                    let words = "looking for what was made from what…"
                    surface.write(words, x: rect.x, y: y, width: rect.width, style: Style(.muted))
                }
                break
            }
            draw(rows[index], index: index, on: &surface, x: rect.x, y: y, width: rect.width)
            if index == cursor, isFocused {
                surface.select(x: rect.x, y: y, width: rect.width)
                surface.cursor = Position(x: rect.x, y: y)
            }
        }
    }

    private func draw(_ row: LineageRow, index: Int, on surface: inout Surface, x: Int, y: Int, width: Int) {
        let end = x + width
        let branch = row.isOnPath ? Style(.focus) : Style(.muted)
        var column = surface.write(prefix(of: index, width: width / 2), x: x, y: y, width: width, style: branch)
        func put(_ text: String, _ style: Style) {
            column = surface.write(text, x: column, y: y, width: end - column, style: style)
        }
        switch row.content {
        case .prompt(let prompt):
            put(index == current ? "▸" : " ", Style(.focus, .bold))
            let phase = Phase(stored: prompt.phase)
            put(phase.short, Style(phase.role))
            let score = Marked.score(prompt.score)
            put(" " + (score.text == "–" ? " – " : score.text) + " ", Style(score.role))
            put(LineageBranches.words(for: row.relation), Style(.muted))
            put(Marked.title(prompt.title), Style(.text, index == current ? .bold : []))
        case .missing(let id): put(" not in this library: \(id)", Style(.error))
        case .loop(let id): put(" loops back to \(id)", Style(.error))
        case .more: put(" more… (Enter)", Style(.muted))
        }
    }

    /// The branches before a line, the nearest ones where there is no room for all.
    private func prefix(of index: Int, width: Int) -> String {
        let text = LineageBranches.prefix(of: index, in: rows)
        let surplus = text.count - max(4, width)
        return surplus > 0 ? "…" + text.dropFirst(surplus + 1) : text
    }
}
