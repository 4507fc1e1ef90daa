/// A line to read; where it is about a prompt, it leads there.
struct ReadingLine: Equatable, Sendable {
    var spans: [Span]
    var promptID: String?

    init(_ spans: [Span] = [], promptID: String? = nil) {
        self.spans = spans
        self.promptID = promptID
    }
}

/// How far lines are scrolled that are longer or more than there is room for, and which of them the cursor is on.
struct ScrolledLines: Equatable, Sendable {
    private(set) var cursor = 0
    private var top = 0
    private var sideways = 0

    /// Moves the cursor, and the lines as far as they have to.
    mutating func move(by steps: Int, of count: Int, height: Int) {
        cursor = min(max(0, cursor + steps), max(0, count - 1))
        top = min(max(top, cursor - height + 1), cursor)
        top = max(0, min(top, count - height))
    }

    /// Scrolls, where no cursor is seen.
    mutating func scroll(by steps: Int, of count: Int, height: Int) {
        top = max(0, min(top + steps, count - height))
        cursor = top
    }

    mutating func moveSideways(by cells: Int) { sideways = min(max(0, sideways + cells), 10_000) }

    func draw(_ lines: [ReadingLine], on surface: inout Surface, in rect: Rect, isFocused: Bool) {
        // What is shown may have become shorter since it was scrolled.
        let first = max(0, min(top, lines.count - rect.height))
        for (offset, line) in lines.dropFirst(first).prefix(rect.height).enumerated() {
            let y = rect.y + offset
            draw(line.spans, on: &surface, x: rect.x, y: y, width: rect.width)
            guard isFocused, first + offset == min(cursor, lines.count - 1) else { continue }
            surface.select(x: rect.x, y: y, width: rect.width)
            surface.cursor = Position(x: rect.x, y: y)
        }
    }

    private func draw(_ spans: [Span], on surface: inout Surface, x: Int, y: Int, width: Int) {
        var column = -sideways
        for span in spans {
            for cell in VisibleText.cells(of: span.text, filling: sideways + width) {
                if column >= 0, column + cell.width <= width {
                    surface.put(cell, x: x + column, y: y, style: span.style)
                }
                column += cell.width
            }
        }
        if column > width { surface.write("›", x: x + width - 1, y: y, width: 1, style: Style(.muted)) }
        if sideways > 0, !spans.isEmpty { surface.write("‹", x: x, y: y, width: 1, style: Style(.muted)) }
    }
}
