/// One cell of the screen.
public struct Cell: Equatable, Sendable {
    /// What is drawn: one spacing character and its marks; empty in the right half of a wide one.
    public var text: String
    /// Cells taken: 1 or 2, and 0 for the right half of a wide character.
    public var width: UInt8
    /// How it looks.
    public var style: Style

    /// Creates a cell.
    public init(text: String, width: UInt8, style: Style) {
        self.text = text
        self.width = width
        self.style = style
    }

    static let blank = Cell(text: " ", width: 1, style: Style())
}

/// A picture of the screen: a grid of cells, and the place of the cursor.
///
/// All text passes `VisibleText` on its way in, so nothing in it can move the terminal's cursor or be obeyed.
public struct Surface: Equatable, Sendable {
    /// Its size.
    public let size: Size
    /// The cells, row by row.
    public private(set) var cells: [Cell]
    /// Where the cursor stands; nil hides it.
    public var cursor: Position?

    /// Creates a blank picture.
    public init(size: Size) {
        self.size = size
        cells = [Cell](repeating: .blank, count: max(0, size.width) * max(0, size.height))
    }

    /// The cells of one row.
    public func row(_ y: Int) -> ArraySlice<Cell> { cells[y * size.width..<(y + 1) * size.width] }

    /// Writes text that came from anywhere, cut to `width` cells.
    ///
    /// - Returns: the column after the last cell written.
    @discardableResult
    mutating func write(
        _ text: String,
        x: Int,
        y: Int,
        width: Int,
        style: Style = Style(),
        ellipsis: Bool = true
    ) -> Int {
        write(
            Truncation.fit(VisibleText.cells(of: text, filling: max(0, width)), width: width, ellipsis: ellipsis),
            x: x,
            y: y,
            width: width,
            style: style
        )
    }

    /// Writes text over as many lines as it needs, but no more than `rect` has.
    ///
    /// - Returns: the number of lines written.
    @discardableResult
    mutating func write(_ text: String, in rect: Rect, style: Style = Style()) -> Int {
        var wrapped = WrappedText(text, width: max(1, rect.width))
        let lines = wrapped.lines(0..<max(0, rect.height))
        for (index, line) in lines.enumerated() {
            write(line.cells, x: rect.x, y: rect.y + index, width: rect.width, style: style)
        }
        return lines.count
    }

    /// Writes characters, cut to `width` cells; substitutes look like what they are.
    @discardableResult
    mutating func write(
        _ characters: some Sequence<DisplayCharacter>,
        x: Int,
        y: Int,
        width: Int,
        style: Style = Style()
    ) -> Int {
        var column = x
        for character in characters {
            guard column + character.width <= x + width else { break }
            let role = character.isSubstitute && style.role != .error ? Style.Role.substitute : style.role
            put(character, x: column, y: y, style: Style(role, style.attributes))
            column += character.width
        }
        return column
    }

    /// Puts one character, leaving no half of a wide one behind.
    mutating func put(_ character: DisplayCharacter, x: Int, y: Int, style: Style) {
        guard y >= 0, y < size.height, x >= 0, x + character.width <= size.width else { return }
        clearWide(x, y)
        if character.width == 2 { clearWide(x + 1, y) }
        let index = y * size.width + x
        cells[index] = Cell(text: character.text, width: UInt8(character.width), style: style)
        if character.width == 2 { cells[index + 1] = Cell(text: "", width: 0, style: style) }
    }

    private mutating func clearWide(_ x: Int, _ y: Int) {
        let index = y * size.width + x
        if cells[index].width == 2, x + 1 < size.width { cells[index + 1] = .blank }
        if cells[index].width == 0, x > 0 { cells[index - 1] = .blank }
    }

    /// Blanks a rectangle.
    mutating func clear(_ rect: Rect, style: Style = Style()) {
        for y in rect.y..<rect.y + rect.height {
            for x in rect.x..<rect.x + rect.width {
                put(DisplayCharacter.printableASCII[0], x: x, y: y, style: style)
            }
        }
    }

    /// Adds attributes to the cells of one line.
    mutating func add(_ attributes: Style.Attributes, x: Int, y: Int, width: Int) {
        guard y >= 0, y < size.height else { return }
        for column in max(0, x)..<max(0, min(x + width, size.width)) {
            cells[y * size.width + column].style.attributes.formUnion(attributes)
        }
    }

    /// Turns the cells of one line into a bar: all of one colour, whatever they mean.
    mutating func select(x: Int, y: Int, width: Int) {
        recolour(.text, x: x, y: y, width: width)
        add(.reverse, x: x, y: y, width: width)
    }

    /// Gives cells of one line another meaning.
    mutating func recolour(_ role: Style.Role, x: Int, y: Int, width: Int) {
        guard y >= 0, y < size.height else { return }
        for column in max(0, x)..<max(0, min(x + width, size.width)) {
            cells[y * size.width + column].style.role = role
        }
    }

    /// Draws a frame with a title in its upper line.
    mutating func frame(_ rect: Rect, style: Style) {
        guard rect.width >= 2, rect.height >= 2 else { return }
        let right = rect.x + rect.width - 1
        let bottom = rect.y + rect.height - 1
        func line(_ text: String) -> DisplayCharacter { DisplayCharacter(text: text, width: 1) }
        for x in rect.x + 1..<right {
            put(line("─"), x: x, y: rect.y, style: style)
            put(line("─"), x: x, y: bottom, style: style)
        }
        for y in rect.y + 1..<bottom {
            put(line("│"), x: rect.x, y: y, style: style)
            put(line("│"), x: right, y: y, style: style)
        }
        put(line("┌"), x: rect.x, y: rect.y, style: style)
        put(line("┐"), x: right, y: rect.y, style: style)
        put(line("└"), x: rect.x, y: bottom, style: style)
        put(line("┘"), x: right, y: bottom, style: style)
    }

    /// The same picture in printable ASCII.
    public func ascii() -> Surface {
        var surface = self
        for index in cells.indices where cells[index].width > 0 {
            let cell = cells[index]
            let likeness = VisibleText.ascii(DisplayCharacter(text: cell.text, width: Int(cell.width)))
            let first = likeness.first.map(String.init) ?? " "
            surface.cells[index] = Cell(text: first, width: 1, style: cell.style)
            if cell.width == 2 {
                let second = likeness.count > 1 ? likeness.last.map(String.init) ?? " " : " "
                surface.cells[index + 1] = Cell(text: second, width: 1, style: cell.style)
            }
        }
        return surface
    }
}
