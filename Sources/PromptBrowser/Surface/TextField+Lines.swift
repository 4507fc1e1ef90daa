/// A text field of several lines.
extension TextField {
    /// Moves the cursor up or down a line, as far from its start as before where that line is long enough.
    mutating func moveToLine(_ step: Int) {
        let start = lineStart(before: cursor)
        let column = cursor - start
        if step < 0 {
            guard start > 0 else { return moveCursor(to: 0) }
            let previous = lineStart(before: start - 1)
            moveCursor(to: min(previous + column, start - 1))
        } else {
            guard let end = characters[cursor...].firstIndex(where: \.isNewline) else {
                return moveCursor(to: characters.count)
            }
            let nextEnd = characters[(end + 1)...].firstIndex(where: \.isNewline) ?? characters.count
            moveCursor(to: min(end + 1 + column, nextEnd))
        }
    }

    private func lineStart(before position: Int) -> Int {
        characters[..<position].lastIndex(where: \.isNewline).map { $0 + 1 } ?? 0
    }

    /// The lines that the text takes, with one for the cursor behind it, as far as they are counted.
    func lineCount(width: Int, atMost most: Int) -> Int {
        var wrapped = WrappedText(text, width: width - 1)
        let count = wrapped.count(atLeast: most)
        return characters.last?.isNewline == true ? count + 1 : max(1, count)
    }

    /// Draws the wrapped words with the cursor in them, scrolled to it.
    func drawWrapped(on surface: inout Surface, in rect: Rect) {
        var wrapped = WrappedText(text, width: rect.width - 1)
        let offset = String(characters[..<cursor]).utf8.count
        let lines = wrapped.lines(0..<wrapped.count(atLeast: .max))
        // Behind a line end there is a line that has nothing in it yet.
        let isBehind = cursor == characters.count && characters.last?.isNewline == true
        let line = isBehind ? lines.count : lines.lastIndex { $0.source.lowerBound <= offset } ?? 0
        let top = max(0, line - rect.height + 1)
        for (row, text) in lines.dropFirst(top).prefix(rect.height).enumerated() {
            surface.write(text.cells, x: rect.x, y: rect.y + row, width: rect.width)
        }
        let prefix =
            lines.indices.contains(line)
            ? String(decoding: Array(text.utf8)[lines[line].source.lowerBound..<offset], as: UTF8.self) : ""
        surface.cursor = Position(
            x: min(rect.x + VisibleText.width(of: prefix), rect.x + rect.width),
            y: rect.y + line - top
        )
    }
}
