/// A piece of a line in one style.
struct Span: Equatable, Sendable {
    let text: String
    let style: Style

    init(_ text: String, _ role: Style.Role = .text, _ attributes: Style.Attributes = []) {
        self.text = text
        style = Style(role, attributes)
    }
}

extension Surface {
    /// Writes pieces one after the other, cut to `width` cells.
    mutating func write(_ spans: [Span], x: Int, y: Int, width: Int) {
        var column = x
        for span in spans {
            column = write(span.text, x: column, y: y, width: x + width - column, style: span.style)
        }
    }
}

extension Span {
    /// Sets items one after the other, three cells apart, on as many lines as they need.
    ///
    /// - Parameter width: cells in a line; a longer item has a line of its own, to be cut when it is drawn.
    static func flowing(_ items: [[Span]], width: Int) -> [[Span]] {
        var lines: [[Span]] = []
        var used = 0
        for item in items {
            let length = item.reduce(0) { $0 + VisibleText.width(of: $1.text) }
            if let last = lines.indices.last, used + 3 + length <= width {
                lines[last] += [Span("   ")] + item
                used += 3 + length
            } else {
                lines.append(item)
                used = length
            }
        }
        return lines
    }
}
