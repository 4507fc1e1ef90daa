import PromptStore

/// The text of one prompt with all its fields, scrolled and searched.
struct DetailPane: Sendable {
    private(set) var promptID: String?
    private var source: DetailFields?
    private var head: [[Span]] = []
    private var tail: [[Span]] = []
    private var content = ""
    private var text = WrappedText("", width: 1)
    private(set) var scroll = 0
    private(set) var sideways = 0
    /// Texts to be lighted.
    private(set) var search: [String] = []
    private var size = Size(width: 1, height: 1)
    /// The line of the current hit.
    private var hitLine: Int?

    /// The tags of the prompt that is shown.
    var tags: [String] { source?.detail.tagList ?? [] }

    mutating func resize(_ size: Size) {
        if size.width != self.size.width {
            self.size = size
            wrap()
        }
        self.size = size
        clampScroll()
    }

    mutating func show(_ detail: PromptDetail, now: Double) {
        let isOther = detail.id != promptID
        promptID = detail.id
        source = DetailFields(detail: detail, now: now)
        layOutFields()
        if detail.content != content {
            content = detail.content
            wrap()
        }
        if isOther {
            scroll = 0
            sideways = 0
            hitLine = nil
            if !search.isEmpty { revealFirstHit() }
        }
        clampScroll()
    }

    mutating func clear() {
        self = DetailPane(search: search, size: size)
    }

    init() {}

    private init(search: [String], size: Size) {
        self.search = search
        self.size = size
    }

    mutating func highlight(_ search: [String]) {
        guard search != self.search else { return }
        self.search = search
        hitLine = nil
        if search.isEmpty { scroll = 0 } else { revealFirstHit() }
    }

    private mutating func wrap() {
        text = WrappedText(content, width: max(1, size.width))
        layOutFields()
    }

    private mutating func layOutFields() {
        head = source?.head(width: size.width) ?? []
        tail = source?.tail(width: size.width) ?? []
    }

    /// Lines above the text, with the blank one between.
    private var headLines: Int { head.isEmpty ? 0 : head.count + 1 }
    /// Lines below the text, with the blank one between.
    private var tailLines: Int { tail.isEmpty ? 0 : tail.count + 1 }

    mutating func scroll(by lines: Int) {
        scroll += lines
        clampScroll()
    }

    mutating func scrollToEnd() {
        scroll = Int.max / 2
        clampScroll()
    }

    mutating func scrollSideways(by cells: Int) { sideways = min(max(0, sideways + cells), 100_000) }

    private mutating func clampScroll() {
        let wanted = max(0, min(scroll, Int.max / 2))
        let needed = wanted + size.height - headLines
        let known = text.count(atLeast: needed)
        // The end is in sight only where the text has no more lines than are asked for.
        if known < needed {
            scroll = min(wanted, max(0, headLines + known + tailLines - size.height))
        } else {
            scroll = wanted
        }
    }

    /// Moves to the next hit in a direction.
    ///
    /// - Returns: whether there was one.
    mutating func goToHit(forward: Bool) -> Bool {
        guard !search.isEmpty else { return false }
        let start = hitLine ?? (scroll - headLines + (forward ? -1 : 1))
        var line = max(-1, start) + (forward ? 1 : -1)
        while line >= 0, let found = text.lines(line..<line + 1).first {
            if !text.hits(of: search, in: found).isEmpty {
                hitLine = line
                reveal(line)
                return true
            }
            line += forward ? 1 : -1
        }
        return false
    }

    private mutating func revealFirstHit() {
        // Looking for it costs as much as what lies before it, so a long text is not gone through to its end.
        for (number, line) in text.lines(0..<400).enumerated() where !text.hits(of: search, in: line).isEmpty {
            hitLine = number
            reveal(number)
            return
        }
    }

    private mutating func reveal(_ line: Int) {
        let row = headLines + line
        if row < scroll || row >= scroll + size.height { scroll = max(0, row - size.height / 3) }
        clampScroll()
    }

    /// Draws what is in sight. Wrapping a line may cost something once, hence `mutating`.
    mutating func draw(on surface: inout Surface, in rect: Rect) {
        for line in 0..<rect.height {
            let row = scroll + line
            let y = rect.y + line
            if row < headLines {
                if row < head.count { surface.write(head[row], x: rect.x, y: y, width: rect.width) }
            } else if let content = text.lines(row - headLines..<row - headLines + 1).first {
                draw(content, number: row - headLines, on: &surface, x: rect.x, y: y, width: rect.width)
            } else {
                let below = row - headLines - text.count(atLeast: Int.max) - 1
                if tail.indices.contains(below) {
                    surface.write(tail[below], x: rect.x, y: y, width: rect.width)
                }
            }
        }
    }

    private func draw(
        _ line: WrappedText.Line,
        number: Int,
        on surface: inout Surface,
        x: Int,
        y: Int,
        width: Int
    ) {
        let hits = search.isEmpty ? [] : text.hits(of: search, in: line)
        var column = 0
        let skipped = line.isCode ? sideways : 0
        for (index, cell) in line.cells.enumerated() {
            let place = column - skipped
            column += cell.width
            guard place >= 0 else { continue }
            if place + cell.width > width { break }
            var style = Style(cell.isSubstitute ? .substitute : .text)
            if hits.contains(where: { $0.contains(index) }) {
                style = Style(.hit, number == hitLine ? [.reverse, .bold] : .reverse)
            }
            surface.put(cell, x: x + place, y: y, style: style)
        }
        if line.isCode, column - skipped > width {
            surface.write("›", x: x + width - 1, y: y, width: 1, style: Style(.muted))
        }
        if line.isCode, skipped > 0, !line.cells.isEmpty {
            surface.write("‹", x: x, y: y, width: 1, style: Style(.muted))
        }
    }
}
