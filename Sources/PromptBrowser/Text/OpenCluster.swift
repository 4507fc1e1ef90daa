/// A base scalar still collecting what hangs on it.
///
/// What is left out is only what carries no meaning of its own: the first variation selector, the
/// first skin tone and the first joiner of a picture, and the picture joined to it. Repeated ones are
/// refused and so become visible by themselves: a run of them is a way to hide text.
struct OpenCluster {
    private var base: Unicode.Scalar
    private var marks = String.UnicodeScalarView()
    private var markCount = 0
    private let mostMarks: Int
    private var hasSelector = false
    private var hasSkinTone = false
    private var isJoining = false
    /// Whether the picture being read is left out, and its marks with it.
    private var isHidden = false

    init(base: Unicode.Scalar, mostMarks: Int) {
        self.base = base
        self.mostMarks = mostMarks
    }

    /// The base and its marks.
    var text: String {
        if markCount == 0 { return String(base) }
        var scalars = String.UnicodeScalarView()
        scalars.append(base)
        scalars.append(contentsOf: marks)
        return String(scalars)
    }

    /// Takes `scalar` in, or answers false when it begins something new.
    mutating func takes(_ scalar: Unicode.Scalar) -> Bool {
        switch ScalarKind(scalar) {
        case .mark:
            isJoining = false
            if markCount < mostMarks, !isHidden { append(scalar) }
            return true
        case .hangulTail:
            return takesHangul(scalar)
        case .variationSelector:
            return Self.first(&hasSelector)
        case .joiner:
            return Self.first(&isJoining)
        case .visible:
            return takesPicture(scalar)
        case .control, .softHyphen, .invisible, .unknown:
            return false
        }
    }

    private mutating func takesHangul(_ scalar: Unicode.Scalar) -> Bool {
        if markCount == 0, let syllable = Hangul.composed(base, scalar) {
            base = syllable
            return true
        }
        guard markCount < mostMarks, base == "\u{A0}" || Hangul.isSyllableStart(base) else {
            return false
        }
        append(scalar)
        return true
    }

    private mutating func takesPicture(_ scalar: Unicode.Scalar) -> Bool {
        guard Self.isEmoji(scalar), Self.isEmoji(base) else { return false }
        if scalar.properties.isEmojiModifier, !isJoining { return Self.first(&hasSkinTone) }
        guard isJoining else { return false }
        isJoining = false
        isHidden = true
        hasSelector = false
        hasSkinTone = false
        return true
    }

    private mutating func append(_ mark: Unicode.Scalar) {
        marks.append(mark)
        markCount += 1
    }

    /// Sets the flag, and answers whether it was not set before.
    private static func first(_ flag: inout Bool) -> Bool {
        if flag { return false }
        flag = true
        return true
    }

    /// Digits are emoji to Unicode too, but no picture.
    private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x80 && scalar.properties.isEmoji
    }
}
