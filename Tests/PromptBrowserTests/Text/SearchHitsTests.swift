import Testing

@testable import PromptBrowser

/// Where search hits are highlighted.
@Suite struct SearchHitsTests {
    private func hits(of needle: String, in text: String, width: Int = 80) -> [[Range<Int>]] {
        var wrapped = WrappedText(text, width: width)
        let lines = wrapped.lines(0..<Int.max)
        return lines.map { wrapped.hits(of: needle, in: $0) }
    }

    @Test func caseIsIgnored() {
        #expect(hits(of: "wORD", in: "a Word, a word") == [[2..<6, 10..<14]])
        #expect(hits(of: "ÄRGER", in: "der ärger") == [[4..<9]])
        #expect(hits(of: "x", in: "abc") == [[]])
        #expect(hits(of: "", in: "abc") == [[]])
        #expect(hits(of: "abcd", in: "abc") == [[]])
    }

    @Test func hitRunsAcrossASoftWrap() {
        #expect(hits(of: "two three", in: "one two three", width: 8) == [[4..<8], [0..<5]])
        #expect(hits(of: "cdefg", in: "abcdefghi", width: 3) == [[2..<3], [0..<3], [0..<1]])
        #expect(hits(of: "e t", in: "one    two", width: 3) == [[], []])
        #expect(hits(of: "e    t", in: "one    two", width: 3) == [[2..<3], [0..<1]])
    }

    @Test func hitStopsAtALineEnd() {
        #expect(hits(of: "b\nc", in: "ab\ncd") == [[], []])
        #expect(hits(of: "bc", in: "ab\ncd") == [[], []])
        #expect(hits(of: "c", in: "ab\ncd") == [[], [0..<1]])
    }

    @Test func hitCoversAllCellsOfWhatItFound() {
        #expect(hits(of: "\u{202E}", in: "a\u{202E}b") == [[1..<7]])
        #expect(hits(of: "b", in: "a\u{202E}b") == [[7..<8]])
        #expect(hits(of: "💻", in: "x👩‍💻y") == [[1..<2]])
        #expect(hits(of: "字", in: "漢字漢") == [[1..<2]])
        #expect(hits(of: "\t", in: "a\tb") == [[1..<4]])
    }

    @Test func neighboursStayApartAndOverlapsJoin() {
        #expect(hits(of: "ab", in: "abab") == [[0..<2, 2..<4]])
        #expect(hits(of: "aa", in: "aaaa") == [[0..<4]])
    }

    @Test func codeIsSearchedToo() {
        #expect(hits(of: "TRUE", in: "```\nlet long = true\n```", width: 4) == [[], [11..<15], []])
    }
}
