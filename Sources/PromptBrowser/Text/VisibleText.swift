/// Turns untrusted text into what a terminal can be trusted to draw.
///
/// Terminals differ about joined emoji, skin tones, flags and variation selectors, and obey escapes
/// and direction marks. Each grapheme is therefore reduced to what all of them agree about, and what
/// would be obeyed or stay unseen is spelled out with substitutes.
public enum VisibleText {
    /// Cells between tab stops.
    static let tabWidth = 4

    /// The display characters of `text` as one line that starts at column 0.
    ///
    /// A line feed inside it becomes the substitute `␊`; nothing starts a new line.
    ///
    /// - Parameter width: enough for a line of this many cells, and to see whether there would have been more.
    public static func cells(of text: String, filling width: Int = .max) -> [DisplayCharacter] {
        let reader = CellReader(text: UTF8Text(text[...]))
        var cells: [DisplayCharacter] = []
        cells.reserveCapacity(min(reader.text.count, width))
        var position = 0
        var column = 0
        while position < reader.text.count, column <= width {
            column += reader.appendCluster(at: &position, column: column, to: &cells)
        }
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
