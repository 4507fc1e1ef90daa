import Testing

@testable import PromptBrowser

/// What becomes of single graphemes.
@Suite struct VisibleTextTests {
    private func drawn(_ text: String) -> [String] {
        VisibleText.cells(of: text).map(\.text)
    }

    @Test(arguments: [
        ("👩‍💻", "👩"), ("👍🏽", "👍"), ("👩🏽‍🚀", "👩"), ("❤️", "❤"), ("👨‍👩‍👧‍👦", "👨"), ("🏳️‍🌈", "🏳"), ("☃\u{FE0E}", "☃"),
        ("1️⃣", "1\u{20E3}"), ("葛\u{E0101}", "葛"), ("\u{1100}\u{1161}\u{11A8}", "각"), ("e\u{301}", "e\u{301}"),
        ("a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "a\u{301}\u{302}\u{303}\u{304}"),
        ("\u{301}", "\u{A0}\u{301}"), ("\u{1161}", "\u{A0}\u{1161}"), ("\u{1100}\u{11A8}", "\u{1100}\u{11A8}"),
    ])
    func graphemeIsReducedToWhatTerminalsAgreeOn(text: String, shown: String) {
        let cells = VisibleText.cells(of: text)
        #expect(cells.map { Array($0.text.unicodeScalars) } == [Array(shown.unicodeScalars)])
        #expect(cells.map(\.isSubstitute) == [false])
    }

    @Test(arguments: [
        ("\u{1B}", "^["), ("\0", "^@"), ("\u{7F}", "^?"), ("\u{9B}", "<9B>"), ("\u{85}", "<85>"), ("\n", "␊"),
        ("\r", "^M"), ("\u{202E}", "<202E>"), ("\u{2066}", "<2066>"), ("\u{200B}", "<200B>"), ("\u{200D}", "<200D>"),
        ("\u{FEFF}", "<FEFF>"), ("\u{FE0F}", "<FE0F>"), ("\u{E0041}", "<E0041>"), ("\u{2028}", "<2028>"),
        ("\u{AD}", "-"), ("\u{3164}", "<3164>"), ("\u{378}", "\u{FFFD}"), ("\u{E000}", "\u{FFFD}"),
        ("\u{10FFFF}", "\u{FFFD}"), ("\u{1F6DC}", "\u{FFFD}"),
    ])
    func whatMustNotBeDrawnIsSpelledOut(text: String, shown: String) {
        let cells = VisibleText.cells(of: text)
        #expect(cells.map(\.text).joined() == shown)
        #expect(cells.allSatisfy { $0.isSubstitute && $0.width == 1 })
        #expect(VisibleText.width(of: text) == shown.unicodeScalars.count)
    }

    @Test func repeatedInvisibleScalarsHideNothing() {
        #expect(drawn("a\u{FE0F}\u{FE0F}").joined() == "a<FE0F>")
        #expect(drawn("👩\u{200D}\u{200D}").joined() == "👩<200D>")
        #expect(drawn("👍🏽🏽") == ["👍", "🏽"])
        #expect(drawn("a\u{200D}b") == ["a", "b"])
    }

    @Test func clusterDoesNotGrowWithoutEnd() {
        let marks = String(repeating: "\u{301}", count: 62)
        #expect(VisibleText.cells(of: "a" + marks).map { $0.text.unicodeScalars.first } == ["a", "\u{A0}", "\u{A0}"])
        #expect(VisibleText.cells(of: "a" + String(repeating: "\u{301}", count: 60)).count == 2)
    }

    @Test func textJoinedToAPictureIsKept() {
        #expect(drawn("👩‍x") == ["👩", "x"])
        #expect(drawn("👩1") == ["👩", "1"])
        #expect(drawn("👩💻") == ["👩", "💻"])
        #expect(drawn("1🏽") == ["1", "🏽"])
    }

    @Test func flagTakesOneCellForEachOfItsLetters() {
        #expect(TerminalWidth.of("🇩🇪") == 2)
        #expect(VisibleText.cells(of: "🇩🇪").map(\.width) == [1, 1])
        #expect(drawn("🇩🇪") == ["\u{1F1E9}", "\u{1F1EA}"])
    }

    @Test func tabReachesTheNextStop() {
        #expect(drawn("\ta") == [" ", " ", " ", " ", "a"])
        #expect(drawn("漢\ta") == ["漢", " ", " ", "a"])
        #expect(drawn("abcd\ta").count == 9)
        #expect(drawn("abc\tx").joined() == "abc x")
    }

    @Test(arguments: ["plain", "漢字", "é\t|", "\u{1B}[0m", ""])
    func widthIsTheSumOfTheCells(text: String) {
        #expect(VisibleText.width(of: text) == VisibleText.cells(of: text).reduce(0) { $0 + $1.width })
    }

    @Test func displayCharacterKeepsItsWidthWithinBounds() {
        #expect(DisplayCharacter(text: "a", width: -1).width == 1)
        #expect(DisplayCharacter(text: "a", width: 9).width == 2)
    }
}
