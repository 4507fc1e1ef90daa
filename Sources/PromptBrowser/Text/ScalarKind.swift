/// What a scalar of untrusted text may do on the screen.
enum ScalarKind: Equatable {
    /// Takes this many cells of its own, 1 or 2.
    case visible(width: Int)
    /// Is drawn over the scalar before it.
    case mark
    /// A Hangul vowel or final consonant, which joins the syllable before it.
    case hangulTail
    /// Asks for another look of the scalar before it; terminals disagree, so one is left out.
    case variationSelector
    /// U+200D, which asks for one picture from two; terminals disagree, so the first one stands alone.
    case joiner
    /// C0, DEL or C1, written with a caret or as its number.
    case control
    /// U+00AD, written as a hyphen.
    case softHyphen
    /// Invisible, or changes the order of what follows: written as its number.
    case invisible
    /// Private use, unassigned, or newer than every C library we run on.
    case unknown

    /// The newest major Unicode version whose scalars are shown as they are. glibc 2.36 knows no
    /// newer ones, and ncurses misplaces the rest of a row after a scalar glibc does not know.
    static let newestVersion = 14

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        // The most frequent scalars are answered without the slow look at their properties.
        case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300, 0x400..<0x483, 0x2010..<0x2028, 0x2500..<0x25FD:
            self = .visible(width: 1)
        case 0x00..<0x20, 0x7F..<0xA0:
            self = .control
        case 0x3041..<0x3097, 0x4E00..<0xA000, 0xAC00..<0xD7A4:
            self = .visible(width: 2)
        case 0xAD:
            self = .softHyphen
        case 0x200D:
            self = .joiner
        case 0x180B...0x180D, 0x180F, 0xFE00...0xFE0F, 0xE0100...0xE01EF:
            self = .variationSelector
        default:
            self = Self.fromProperties(of: scalar)
        }
    }

    private static func fromProperties(of scalar: Unicode.Scalar) -> ScalarKind {
        let properties = scalar.properties
        guard let age = properties.age, age.major <= newestVersion else { return .unknown }
        switch properties.generalCategory {
        case .unassigned, .privateUse, .surrogate:
            return .unknown
        case .control, .format, .lineSeparator, .paragraphSeparator:
            return .invisible
        default:
            break
        }
        if properties.isDefaultIgnorableCodePoint { return .invisible }
        let width = ScalarWidth.of(scalar)
        if width > 0 { return .visible(width: width) }
        switch scalar.value {
        case 0x1160...0x11FF, 0xD7B0...0xD7FF:
            return .hangulTail
        default:
            return .mark
        }
    }
}
