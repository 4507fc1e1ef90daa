import PromptStore

/// Asks, before the first change, whether a library with triggers or views of unknown origin is to be changed at all.
struct ForeignObjectsOverlay: Equatable, Sendable {
    let objects: [ForeignObject]
    /// What is made where the answer is yes.
    var changes: [Change]

    /// - Returns: whether to go ahead; nil where the key is no answer.
    func answer(_ key: Key) -> Bool? {
        switch key {
        case .character("y"), .character("Y"): true
        case .character("n"), .character("N"), .character("q"), .escape, .enter, .control("c"): false
        default: nil
        }
    }

    private static let question = "This library has what prompt-alchemy did not make:"
    private static let consequence = """
        Nothing of it runs for what you change here. But other programs set it off when they write to this file, and what \
        it does to your prompts nobody here can tell. Change the library all the same?
        """
    /// Lines of the consequence in the narrowest terminal, and all others but those that name something.
    private static let consequenceLines = 5
    private static let furtherLines = consequenceLines + 4

    func draw(on surface: inout Surface, in area: Rect) {
        let named = max(1, min(objects.count, 8, area.height - Self.furtherLines - 1))
        let lines =
            objects.prefix(named).map(\.title) + (named < objects.count ? ["and \(objects.count - named) more"] : [])
        let rect = area.centred(width: 76, height: lines.count + Self.furtherLines)
        surface.clear(rect)
        surface.frame(rect, style: Style(.focus))
        let inside = rect.inside
        let text = Rect(x: inside.x + 1, y: inside.y, width: inside.width - 2, height: inside.height)
        surface.write(Self.question, x: text.x, y: text.y, width: text.width, style: Style(.text, .bold))
        for (index, line) in lines.enumerated() {
            let cells = Truncation.fit(VisibleText.cells(of: line), width: text.width - 2, ellipsis: true)
            surface.write(cells, x: text.x + 2, y: text.y + 1 + index, width: text.width - 2, style: Style(.error))
        }
        let consequence = Rect(
            x: text.x,
            y: text.y + 1 + lines.count,
            width: text.width,
            height: Self.consequenceLines
        )
        surface.write(Self.consequence, in: consequence)
        drawAnswers(on: &surface, x: text.x, y: text.y + text.height - 1)
    }

    private func drawAnswers(on surface: inout Surface, x: Int, y: Int) {
        let yes = surface.write("y", x: x, y: y, width: 1, style: Style(.key, .bold))
        let no = surface.write(" yes    ", x: yes, y: y, width: 8)
        let end = surface.write("N", x: no, y: y, width: 1, style: Style(.key, .bold))
        surface.write(" no", x: end, y: y, width: 3)
        surface.cursor = Position(x: no, y: y)
    }
}
