import PromptStore

/// Writes a comment. What has been typed is kept until it is saved, also over Esc.
struct CommentOverlay: Equatable, Sendable {
    let promptID: String
    let heading: String
    var field: TextField

    init(promptID: String, heading: String, draft: String) {
        self.promptID = promptID
        self.heading = heading
        field = TextField(draft, limit: PromptStore.longestComment)
    }

    func draw(on surface: inout Surface, in area: Rect) {
        let width = min(76, area.width)
        var wrapped = WrappedText(field.text, width: width - 5)
        let count = wrapped.count(atLeast: 200)
        let height = min(max(3, count + 1), max(3, area.height - 4))
        let rect = area.centred(width: width, height: height + 3)
        surface.clear(rect)
        surface.frame(rect, style: Style(.focus))
        surface.write(" Comment ", x: rect.x + 2, y: rect.y, width: width - 4, style: Style(.focus, .bold))
        surface.write(
            "on “\(heading)”",
            x: rect.x + 2,
            y: rect.y + 1,
            width: width - 4,
            style: Style(.muted)
        )
        draw(
            &wrapped,
            count: count,
            on: &surface,
            in: Rect(x: rect.x + 2, y: rect.y + 2, width: width - 4, height: height)
        )
        surface.write(
            " Enter saves · Esc keeps it for later ",
            x: rect.x + 2,
            y: rect.y + rect.height - 1,
            width: width - 4,
            style: Style(.muted)
        )
    }

    /// Draws the wrapped words with the cursor in them, scrolled to it.
    private func draw(_ wrapped: inout WrappedText, count: Int, on surface: inout Surface, in rect: Rect) {
        let offset = String(field.characters[..<field.cursor]).utf8.count
        let lines = wrapped.lines(0..<count)
        let line = lines.lastIndex { $0.source.lowerBound <= offset } ?? 0
        let top = max(0, line - rect.height + 1)
        for (row, text) in lines.dropFirst(top).prefix(rect.height).enumerated() {
            surface.write(text.cells, x: rect.x, y: rect.y + row, width: rect.width)
        }
        let prefix =
            lines.indices.contains(line)
            ? String(decoding: Array(field.text.utf8)[lines[line].source.lowerBound..<offset], as: UTF8.self) : ""
        surface.cursor = Position(
            x: min(rect.x + VisibleText.width(of: prefix), rect.x + rect.width),
            y: rect.y + line - top
        )
    }
}
