/// A line of text being typed.
struct TextField: Equatable, Sendable {
    private(set) var characters: [Character]
    private(set) var cursor: Int
    /// The most bytes it takes.
    let limit: Int

    init(_ text: String = "", limit: Int = 1024) {
        characters = Array(text)
        cursor = characters.count
        self.limit = limit
    }

    var text: String { String(characters) }

    /// Takes in text at the cursor, as much as there is room for.
    mutating func insert(_ text: String) {
        var room = limit - self.text.utf8.count
        let taken = text.prefix { character in
            room -= character.utf8.count
            return room >= 0
        }
        characters.insert(contentsOf: taken, at: cursor)
        cursor += taken.count
    }

    mutating func moveCursor(to position: Int) { cursor = min(max(0, position), characters.count) }

    /// Moves or edits as line editors do.
    ///
    /// - Returns: whether the key meant something.
    mutating func handle(_ key: Key) -> Bool {
        switch key {
        case .character(let character): insert(String(character))
        case .left, .control("b"): cursor = max(0, cursor - 1)
        case .right, .control("f"): cursor = min(characters.count, cursor + 1)
        case .home, .control("a"): cursor = 0
        case .end, .control("e"): cursor = characters.count
        case .backspace, .control("h"):
            if cursor > 0 {
                cursor -= 1
                characters.remove(at: cursor)
            }
        case .delete, .control("d"):
            if cursor < characters.count { characters.remove(at: cursor) }
        case .control("u"): removeBack(to: 0)
        case .control("w"): removeBack(to: wordStart)
        case .control("k"): characters.removeLast(characters.count - cursor)
        default: return false
        }
        return true
    }

    private var wordStart: Int {
        var start = cursor
        while start > 0, characters[start - 1].isWhitespace { start -= 1 }
        while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
        return start
    }

    private mutating func removeBack(to start: Int) {
        characters.removeSubrange(start..<cursor)
        cursor = start
    }

    /// Draws one line, scrolled so that the cursor is in sight, and puts the cursor there.
    ///
    /// - Parameter underlined: characters that are underlined.
    func draw(
        on surface: inout Surface,
        x: Int,
        y: Int,
        width: Int,
        style: Style = Style(),
        underlined: Range<Int>? = nil
    ) {
        guard width > 1 else { return }
        let before = VisibleText.cells(of: String(characters[..<cursor]))
        var used = before.reduce(0) { $0 + $1.width }
        var skipped = 0
        for cell in before where used >= width {
            used -= cell.width
            skipped += 1
        }
        let all = before + VisibleText.cells(of: String(characters[cursor...]))
        surface.write(all.dropFirst(skipped), x: x, y: y, width: width, style: style)
        surface.cursor = Position(x: x + used, y: y)
        guard let underlined = underlined?.clamped(to: 0..<characters.count) else { return }
        func place(_ index: Int) -> Int {
            VisibleText.width(of: String(characters[..<index])) - all.prefix(skipped).reduce(0) { $0 + $1.width }
        }
        let start = max(0, place(underlined.lowerBound))
        let end = min(width, place(underlined.upperBound))
        if end > start { surface.add(.underline, x: x + start, y: y, width: end - start) }
    }
}
