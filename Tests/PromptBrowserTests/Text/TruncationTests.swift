import Testing

@testable import PromptBrowser

/// Cutting at the end of the room.
@Suite struct TruncationTests {
    @Test(arguments: [
        ("abc", 3, true, "abc"), ("abcd", 3, true, "ab…"), ("abcd", 3, false, "abc"), ("abc", 1, true, "…"),
        ("abc", 0, true, ""), ("abc", -1, false, ""), ("", 3, true, ""), ("漢字", 4, true, "漢字"), ("漢字", 3, true, "漢…"),
        ("漢字", 3, false, "漢"), ("漢字", 2, true, "…"), ("a漢字", 4, true, "a漢…"), ("漢", 1, false, ""), ("漢", 1, true, "…"),
    ])
    func fit(text: String, width: Int, ellipsis: Bool, expected: String) {
        let fitted = Truncation.fit(VisibleText.cells(of: text), width: width, ellipsis: ellipsis)
        #expect(fitted.map(\.text).joined() == expected)
        let enough = VisibleText.cells(of: text, filling: max(0, width))
        #expect(Truncation.fit(enough, width: width, ellipsis: ellipsis) == fitted)
    }

    @Test func ellipsisIsToldFromATypedOne() {
        let fitted = Truncation.fit(VisibleText.cells(of: "…………"), width: 3, ellipsis: true)
        #expect(fitted.map(\.isSubstitute) == [false, false, true])
    }
}
