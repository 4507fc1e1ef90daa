import Testing

@testable import PromptBrowser

/// Likenesses for a terminal without UTF-8.
@Suite struct ASCIITests {
    @Test(arguments: [
        ("a", "a"), ("é", "e"), ("e\u{301}", "e"), ("Ł", "L"), ("ß", "s"), ("ÿ", "y"), ("ſ", "s"), ("×", "x"),
        ("\u{A0}", " "),
        ("─", "-"), ("┃", "|"), ("┼", "+"), ("╭", "+"), ("…", "."), ("“", "\""), ("█", "#"), ("␊", "$"),
        ("\u{FFFD}", "?"),
        ("µ", "u"), ("漢", "??"), ("Ａ", "A "), ("\u{3000}", "  "), ("👩", "??"), ("¤", "?"),
    ])
    func likeness(text: String, ascii: String) {
        #expect(VisibleText.cells(of: text).map(VisibleText.ascii) == [ascii])
    }

    @Test func everyDrawnScalarGivesAsManyPrintableCharactersAsItIsWide() {
        for value in UInt32(0)...0x1FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            for cell in VisibleText.cells(of: String(scalar)) {
                let ascii = VisibleText.ascii(cell)
                let isPrintable = ascii.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
                if ascii.utf8.count != cell.width || !isPrintable {
                    Issue.record("U+\(String(value, radix: 16)) became \(ascii.debugDescription)")
                }
            }
        }
    }

    /// Where Unicode takes a letter apart, its first part is the likeness.
    @Test func lettersOfLatinLoseTheirAccentsOnly() {
        for value in UInt32(0xC0)..<0x180 {
            guard let scalar = Unicode.Scalar(value), let likeness = ASCIILikeness.of(scalar) else { continue }
            let marks: ClosedRange<UInt32> = 0x300...0x328
            let composed = marks.lazy.compactMap(Unicode.Scalar.init).contains {
                var pair = String.UnicodeScalarView([likeness])
                pair.append($0)
                return String(pair) == String(scalar)
            }
            let isSingle = Self.single.contains(scalar)
            #expect(composed != isSingle, "\(scalar) became \(likeness)")
        }
    }

    /// The letters Unicode does not take apart.
    private static let single = Set("ÆÐ×ØßæðøþÞ÷ĐđĦħıĲĳĸĿŀŁłŉŊŋŒœŦŧſ".unicodeScalars)

    @Test func emptyCharacterIsBlank() {
        #expect(VisibleText.ascii(DisplayCharacter(text: "", width: 2)) == "  ")
    }
}
