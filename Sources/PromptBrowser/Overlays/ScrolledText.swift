/// A text in a rectangle: lines of spans above it, and all of it scrolled together.
struct ScrolledText: Sendable {
    private var head: [[Span]] = []
    private var content = ""
    private var text = WrappedText("", width: 1)
    private var size = Size(width: 1, height: 1)
    private(set) var scroll = 0
    private var sideways = 0

    /// Shows a text, from its start unless it is the one that is shown already.
    mutating func show(_ content: String, head: [[Span]], size: Size, isOther: Bool) {
        if content != self.content || size.width != self.size.width {
            self.content = content
            text = WrappedText(content, width: max(1, size.width))
        }
        self.head = head
        self.size = size
        if isOther {
            scroll = 0
            sideways = 0
        }
        scroll(by: 0)
    }

    /// Lines above the text, with the blank one between.
    private var headLines: Int { head.isEmpty ? 0 : head.count + 1 }

    /// Moves by lines; a large number leads to the end.
    mutating func scroll(by lines: Int) {
        let wanted = max(0, scroll + lines)
        // Only what is gone past is laid out, so that a long text shows as soon as a short one.
        let known = text.count(atLeast: wanted + size.height - headLines)
        scroll = min(wanted, max(0, headLines + known - size.height))
    }

    mutating func scrollToEnd() { scroll(by: Int.max / 4) }

    mutating func scrollSideways(by cells: Int) { sideways = min(max(0, sideways + cells), 100_000) }

    /// Draws what is in sight. Wrapping a line may cost something once, hence `mutating`.
    mutating func draw(on surface: inout Surface, in rect: Rect) {
        for line in 0..<rect.height {
            let row = scroll + line
            let y = rect.y + line
            if row < headLines {
                if row < head.count { surface.write(head[row], x: rect.x, y: y, width: rect.width) }
                continue
            }
            guard let found = text.lines(row - headLines..<row - headLines + 1).first else { break }
            draw(found, on: &surface, x: rect.x, y: y, width: rect.width)
        }
    }

    /// Code is not wrapped but goes on beyond the edges, with marks where it does.
    private func draw(_ line: WrappedText.Line, on surface: inout Surface, x: Int, y: Int, width: Int) {
        var column = line.isCode ? -sideways : 0
        for cell in line.cells {
            if column >= 0, column + cell.width <= width {
                surface.put(cell, x: x + column, y: y, style: Style(cell.isSubstitute ? .substitute : .text))
            }
            column += cell.width
        }
        guard line.isCode else { return }
        if column > width { surface.write("›", x: x + width - 1, y: y, width: 1, style: Style(.muted)) }
        if sideways > 0, !line.cells.isEmpty { surface.write("‹", x: x, y: y, width: 1, style: Style(.muted)) }
    }
}
