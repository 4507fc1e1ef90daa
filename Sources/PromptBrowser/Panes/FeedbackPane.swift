import PromptStore

/// Ratings and comments of the selected prompt, newest first.
struct FeedbackPane: Equatable, Sendable {
    private var entries: [FeedbackEntry] = []
    private var lines: [Line] = []
    private var scroll = 0
    /// The entry that can be edited or withdrawn.
    private var selected = 0
    private var size = Size(width: 1, height: 1)
    private var now = 0.0

    private struct Line: Equatable, Sendable {
        var entry = 0
        var head: [Span] = []
        var text: [DisplayCharacter] = []
    }

    /// Cells before the words of an entry: five stars, a blank, the age and another blank. The pane is steadier
    /// where that is the same for all prompts, but ages such as “23 min” are longer than most.
    private var indent = usualIndent
    private static let usualIndent = 12
    private static let widestIndent = 13

    mutating func show(_ entries: [FeedbackEntry], now: Double, isOther: Bool) {
        self.entries = entries
        self.now = now
        if isOther {
            scroll = 0
            selected = 0
        }
        selected = min(selected, max(0, entries.count - 1))
        layOut()
    }

    mutating func clear() {
        entries = []
        lines = []
        scroll = 0
        selected = 0
    }

    mutating func resize(_ size: Size) {
        guard size != self.size else { return }
        self.size = size
        layOut()
    }

    private mutating func scroll(by count: Int) {
        scroll = min(max(0, scroll + count), max(0, lines.count - size.height))
    }

    /// The entry under the cursor.
    var selectedEntry: FeedbackEntry? { entries.indices.contains(selected) ? entries[selected] : nil }

    /// Moves the cursor from entry to entry; what is longer than the pane is scrolled through first.
    mutating func move(by steps: Int) {
        guard !entries.isEmpty else { return }
        let ends = lines.indices.filter { lines[$0].entry == selected }
        if abs(steps) == 1, let first = ends.first, let last = ends.last,
            steps > 0 ? last >= scroll + size.height : first < scroll
        {
            return scroll(by: steps)
        }
        selected = min(max(0, selected + steps), entries.count - 1)
        let shown = lines.indices.filter { lines[$0].entry == selected }
        guard let first = shown.first, let last = shown.last else { return }
        if last >= scroll + size.height { scroll(by: last - size.height + 1 - scroll) }
        if first < scroll { scroll(by: first - scroll) }
    }

    var count: Int { entries.count }

    private mutating func layOut() {
        let widest = entries.map { VisibleText.width(of: age(of: $0)) }.max() ?? 0
        indent = min(max(Self.usualIndent, 7 + widest), Self.widestIndent)
        lines = entries.enumerated().flatMap { index, entry in
            lines(of: entry).map { line in
                var line = line
                line.entry = index
                return line
            }
        }
        scroll(by: 0)
    }

    private func age(of entry: FeedbackEntry) -> String {
        entry.createdAt.map { moment in moment.seconds.map { Figures.age(now - $0) } ?? moment.stored + "?" } ?? ""
    }

    private func lines(of entry: FeedbackEntry) -> [Line] {
        let stars = Marked.stars(entry.rating)
        let head: [Span] = [
            Span(entry.rating == .none ? "     " : stars.text, stars.role),
            Span(" " + age(of: entry), .muted),
        ]
        let marks = entry.isOwn ? "yours " : entry.source == .metrics ? "run " : ""
        let words = marks + (entry.text ?? "").trimmed
        var wrapped = WrappedText(words, width: max(8, size.width - indent))
        let texts = wrapped.lines(0..<200)
        guard let first = texts.first else { return [Line(head: head)] }
        return [Line(head: head, text: first.cells)] + texts.dropFirst().map { Line(text: $0.cells) }
    }

    func draw(on surface: inout Surface, in rect: Rect, isFocused: Bool) {
        if lines.isEmpty {
            surface.write(
                "Nobody has said anything yet.",
                x: rect.x,
                y: rect.y,
                width: rect.width,
                style: Style(.muted)
            )
        }
        for (row, line) in lines.dropFirst(scroll).prefix(rect.height).enumerated() {
            surface.write(line.head, x: rect.x, y: rect.y + row, width: indent - 1)
            surface.write(line.text, x: rect.x + indent, y: rect.y + row, width: rect.width - indent)
            guard isFocused, line.entry == selected else { continue }
            surface.select(x: rect.x, y: rect.y + row, width: rect.width)
            if surface.cursor == nil { surface.cursor = Position(x: rect.x, y: rect.y + row) }
        }
        if isFocused, lines.isEmpty { surface.cursor = Position(x: rect.x, y: rect.y) }
    }
}
