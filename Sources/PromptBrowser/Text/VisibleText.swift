/// Turns untrusted text into what a terminal can be trusted to draw.
///
/// Terminals differ about joined emoji, skin tones, flags and variation selectors, and obey escapes
/// and direction marks. Each grapheme is therefore reduced to what all of them agree about, and what
/// would be obeyed or stay unseen is spelled out with substitutes.
public enum VisibleText {
    /// Cells between tab stops.
    static let tabWidth = 4

    /// Appends the display characters of `text`, which is taken as part of one line.
    ///
    /// A line feed inside it becomes the substitute `␊`; nothing starts a new line.
    ///
    /// - Parameter column: the cells already on the line, which decides where a tab ends.
    public static func appendCells(
        of text: Substring,
        to cells: inout [DisplayCharacter],
        startingAt column: Int = 0
    ) {
        let reader = CellReader(text: UTF8Text(text))
        cells.reserveCapacity(cells.count + reader.text.count)
        var position = 0
        var column = max(0, column)
        while position < reader.text.count {
            column += reader.appendCluster(at: &position, column: column, to: &cells)
        }
    }

    /// The display characters of `text` as one line that starts at column 0.
    public static func cells(of text: String) -> [DisplayCharacter] {
        var cells: [DisplayCharacter] = []
        appendCells(of: text[...], to: &cells)
        return cells
    }

    /// The cells `text` takes as one line that starts at column 0, substitutes and tabs included.
    public static func width(of text: String) -> Int {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
        return cells(of: text).reduce(0) { $0 + $1.width }
    }

    /// The nearest printable ASCII for a terminal without UTF-8, always `width` characters long.
    ///
    /// Accents are dropped, lines and blocks become `-`, `|`, `+` and the like, and what has no
    /// likeness becomes question marks.
    public static func ascii(_ character: DisplayCharacter) -> String {
        guard let base = character.text.unicodeScalars.first else {
            return String(repeating: " ", count: character.width)
        }
        guard let likeness = ASCIILikeness.of(base) else {
            return String(repeating: "?", count: character.width)
        }
        return String(likeness) + String(repeating: " ", count: character.width - 1)
    }
}
