/// Random texts of all that is hard to lay out, the same ones on every run.
struct NastyText {
    private var random: SplitMix

    init(seed: UInt64) {
        random = SplitMix(state: seed)
    }

    /// Up to `most` pieces one after another.
    mutating func text(most: Int) -> String {
        let count = Int.random(in: 0...most, using: &random)
        var scalars = String.UnicodeScalarView()
        for _ in 0..<count { scalars.append(contentsOf: piece().unicodeScalars) }
        return String(scalars)
    }

    mutating func number(in range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &random)
    }

    private mutating func piece() -> String {
        if number(in: 0...9) == 0 { return String(anyScalar()) }
        return Self.alphabet[number(in: 0...(Self.alphabet.count - 1))]
    }

    private mutating func anyScalar() -> Unicode.Scalar {
        // The astral planes are nearly empty, so half of the draws stay below them.
        let most: UInt32 = Bool.random(using: &random) ? 0x10FFFF : 0x1FFFF
        return Unicode.Scalar(UInt32.random(in: 0...most, using: &random)) ?? "\u{FFFD}"
    }

    private static let alphabet: [String] = [
        "a", "Z", "word ", " ", " ", "   ", "\t", "```", "~~~", "\n", "\n\n    ", "\r", "\r\n", "\u{2028}", "\u{2029}",
        "\0", "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{9B}", "\u{AD}", "\u{A0}", "é", "e\u{301}", "\u{301}", "\u{20E3}",
        "\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "漢", "字。", "「", "ｶﾞ", "Ａ", "가", "\u{1100}", "\u{1161}",
        "\u{11A8}", "\u{115F}", "\u{1160}", "\u{D7B0}", "👩", "👩‍💻", "👍🏽", "\u{1F3FD}", "❤️", "1️⃣", "🇩🇪", "\u{1F1E6}",
        "\u{200D}",
        "\u{FE0E}", "\u{FE0F}", "\u{E0101}", "\u{180B}", "\u{200B}", "\u{200E}", "\u{202E}", "\u{2066}", "\u{FEFF}",
        "\u{E0041}", "\u{34F}", "\u{3164}", "\u{E000}", "\u{378}", "\u{FFFE}", "\u{10FFFF}", "\u{1F6DC}", "\u{FFFD}",
        "क्षि", "ก็", "\u{0903}", "ש", "ع", "\u{600}", "𝒳", "\u{302A}", "\u{3099}",
    ]
}

/// A small random generator that, unlike the system's, starts where it is told to.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
