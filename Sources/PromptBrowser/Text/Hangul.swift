/// Joins Hangul letters into the syllable blocks every terminal has a glyph and a width for.
enum Hangul {
    private static let firstSyllable: UInt32 = 0xAC00
    private static let vowels: UInt32 = 21
    private static let finals: UInt32 = 28

    /// The one scalar for `base` followed by `tail`, or nil where Unicode has none, as for old Hangul.
    static func composed(_ base: Unicode.Scalar, _ tail: Unicode.Scalar) -> Unicode.Scalar? {
        switch (base.value, tail.value) {
        case (0x1100...0x1112, 0x1161...0x1175):
            let block = (base.value - 0x1100) * vowels + (tail.value - 0x1161)
            return Unicode.Scalar(firstSyllable + block * finals)
        case (0xAC00...0xD7A3, 0x11A8...0x11C2):
            guard (base.value - firstSyllable).isMultiple(of: finals) else { return nil }
            return Unicode.Scalar(base.value + tail.value - 0x11A7)
        default:
            return nil
        }
    }

    /// Whether a vowel or final consonant may be drawn over `base`.
    static func isSyllableStart(_ base: Unicode.Scalar) -> Bool {
        switch base.value {
        case 0x1100...0x115F, 0xA960...0xA97C, 0xAC00...0xD7A3:
            true
        default:
            false
        }
    }
}
