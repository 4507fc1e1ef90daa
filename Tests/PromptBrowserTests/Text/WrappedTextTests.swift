import Testing

@testable import PromptBrowser

/// Where lines end and what stays whole.
@Suite struct WrappedTextTests {
    private func lines(_ text: String, width: Int) -> [String] {
        var wrapped = WrappedText(text, width: width)
        return wrapped.lines(0..<Int.max).map { $0.cells.map(\.text).joined() }
    }

    private func codeLines(_ text: String, width: Int = 8) -> [Bool] {
        var wrapped = WrappedText(text, width: width)
        return wrapped.lines(0..<Int.max).map(\.isCode)
    }

    @Test func everyKindOfLineEndEndsALine() {
        #expect(lines("a\nb\rc\r\nd\u{2028}e\u{2029}f", width: 9) == ["a", "b", "c", "d", "e", "f"])
        #expect(lines("", width: 9) == [])
        #expect(lines("\n", width: 9) == [""])
        #expect(lines("a\n\nb\n", width: 9) == ["a", "", "b"])
    }

    @Test func proseIsWrappedAtSpaces() {
        #expect(lines("one two three", width: 7) == ["one two", "three"])
        #expect(lines("one two three", width: 8) == ["one two ", "three"])
        #expect(lines("one    two", width: 4) == ["one ", "two"])
        #expect(lines("one two", width: 5) == ["one ", "two"])
        #expect(lines("abcdefgh ij", width: 3) == ["abc", "def", "gh ", "ij"])
        #expect(lines("  abcdefgh", width: 5) == ["  abc", "defgh"])
    }

    @Test func proseIsWrappedBetweenWideCharacters() {
        #expect(lines("漢字漢字", width: 5) == ["漢字", "漢字"])
        #expect(lines("ab漢字cd", width: 5) == ["ab漢", "字cd"])
        #expect(lines("漢字。漢", width: 5) == ["漢", "字。", "漢"])
        #expect(lines("漢「字」", width: 4) == ["漢", "「字", "」"])
    }

    @Test func whatIsWiderThanTheLineIsReplaced() {
        #expect(lines("漢a", width: 1) == ["\u{FFFD}", "a"])
        #expect(lines("\u{202E}a", width: 5) == ["\u{FFFD}a"])
        #expect(lines("b\n\ta", width: 3) == ["b", "\u{FFFD}a"])
        #expect(lines("ab", width: 0) == ["a", "b"])
    }

    @Test func substituteIsNotCutInTwo() {
        #expect(lines("abc\u{202E}", width: 8) == ["abc", "<202E>"])
    }

    @Test func fencedCodeIsLeftWhole() {
        let text = "some prose here\n``` swift\nlet long = true\n\n  ```  \nmore of the prose"
        #expect(
            lines(text, width: 8)
                == [
                    "some ", "prose ", "here", "``` swift", "let long = true", "", "  ```  ", "more of ", "the ",
                    "prose",
                ]
        )
        #expect(codeLines(text) == [false, false, false, true, true, true, true, false, false, false])
    }

    @Test func fenceIsClosedByItsOwnKindOnly() {
        #expect(codeLines("```\n~~~\n``\n    ```\n``` x\n````\na") == [true, true, true, true, true, true, false])
        #expect(codeLines("~~~~ a`b\n~~~\n```\n~~~~\na") == [true, true, true, true, false])
        #expect(codeLines("```a``` b\na") == [false, false, false])
        #expect(codeLines("``\na\n~~\nb") == [false, false, false, false])
        #expect(codeLines("```\n") == [true])
        #expect(codeLines("```\n  ") == [true, true])
    }

    @Test func indentedCodeIsLeftWhole() {
        #expect(codeLines("    a b c d e f\n\n    b\na\n    c") == [true, false, true, false, false])
        #expect(codeLines("a\n\n\tb\n  \tc\n   d") == [false, false, true, true, false])
        #expect(codeLines("```\n```\n    a") == [true, true, true])
    }

    @Test func overlongCodeIsCutAfterAll() {
        let code = String(repeating: "é", count: 5000)
        var wrapped = WrappedText("```\n" + code + "\n```", width: 10)
        let all = wrapped.lines(0..<Int.max)
        #expect(all.map(\.cells.count) == [3, 2048, 2048, 904, 3])
        #expect(all.map(\.isCode) == [true, true, true, true, true])
    }

    @Test func onlyTheLinesAskedForAreWorkedOut() {
        let text = String(repeating: "word ", count: 200_000)
        var wrapped = WrappedText(text, width: 80)
        #expect(wrapped.count(atLeast: 0) == 0)
        #expect(wrapped.lines(0..<50).count == 50)
        #expect(wrapped.count(atLeast: 0) == 50)
        #expect(wrapped.lines(20..<30).count == 10)
        #expect(wrapped.count(atLeast: 0) == 50)
        #expect(wrapped.count(atLeast: 51) == 51)
        #expect(wrapped.count(atLeast: .max) == 12_500)
        #expect(wrapped.lines(12_499..<12_600).count == 1)
        #expect(wrapped.lines(20_000..<20_010).isEmpty)
    }

    @Test func tabStopsCountFromTheStartOfTheDisplayLine() {
        #expect(lines("a\tb", width: 8) == ["a   b"])
        #expect(lines("aaaa bb\tc", width: 6) == ["aaaa ", "bb  c"])
    }

    @Test func sourceTakesInTheSpacesWithoutRoom() {
        var wrapped = WrappedText("one   two\nx", width: 3)
        #expect(wrapped.lines(0..<9).map(\.source) == [0..<6, 6..<9, 10..<11])
    }
}
