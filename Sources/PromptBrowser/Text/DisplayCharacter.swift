/// What one or two neighbouring terminal cells show: a base scalar and the marks drawn over it.
///
/// It never holds a control, a format character, a joiner or a variation selector, so writing `text`
/// to a terminal moves the cursor by exactly `width` cells and does nothing else.
public struct DisplayCharacter: Equatable, Sendable {
    /// One spacing scalar followed by at most four zero-width scalars.
    public let text: String
    /// Whether this stands in for something that cannot be shown as it is, such as the `^` and `[` of
    /// an escape character. Lets the caller draw it apart from the same text typed by someone.
    public let isSubstitute: Bool
    /// The width, kept in a byte: a long text makes a great many of these.
    private let cells: UInt8

    /// The number of cells taken: 1 or 2.
    public var width: Int { Int(cells) }

    /// Makes a display character from text already known to be safe to draw.
    ///
    /// - Parameters:
    ///   - text: one spacing scalar and its marks; nothing checks it here.
    ///   - width: cells taken; anything outside 1...2 is moved to the nearer bound.
    ///   - isSubstitute: whether it stands in for something else.
    public init(text: String, width: Int, isSubstitute: Bool = false) {
        self.text = text
        self.cells = width < 2 ? 1 : 2
        self.isSubstitute = isSubstitute
    }

    /// What stands for a scalar without an agreed look or width.
    static let unknown = DisplayCharacter(text: "\u{FFFD}", width: 1, isSubstitute: true)

    /// The 95 printable ASCII characters, from space on: most text is made of nothing else.
    static let printableASCII: [DisplayCharacter] = (UInt8(0x20)..<0x7F).map {
        DisplayCharacter(text: String(Unicode.Scalar($0)), width: 1)
    }
}
