import PromptStore
import Testing

/// Whatever is typed, the parser says something about it, and what it understands it can write.
struct QueryFuzzTests {
    /// Always the same numbers: xorshift64.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
    }

    private static let pieces =
        QueryField.all.map { $0.name + ":" } + [
            "is:unrated", "sort:score", "sort:", "-", "-", "(", "(", ")", ")", "\"", "\"", " ", " ", " ", "OR", " OR ",
            ",", "*", "\\", ":", ":/", ">=", "<", "none", "4", "0.5", "2024-01-01", "7d", "history", "word", "a", "é",
            "e\u{301}", "\u{301}", "👩‍💻", "\r\n", "\0", "\u{202E}", "文", "\u{FFFF}", "\t", "T10:30", "1e9", "NaN",
        ]

    @Test func randomTexts() {
        var generator = Generator(state: 20_261_124)
        var understood = 0
        for _ in 0..<10_000 {
            let text = (0..<Int.random(in: 0...14, using: &generator)).map { _ in
                Int.random(in: 0..<20, using: &generator) == 0
                    ? String(Unicode.Scalar(UInt8.random(in: 0...127, using: &generator)))
                    : Self.pieces.randomElement(using: &generator) ?? ""
            }.joined()
            do throws(QueryError) {
                let query = try PromptQuery(text)
                understood += 1
                let again = try? PromptQuery(query.text)
                #expect(again == query, "\(text.debugDescription): \(query.text.debugDescription)")
                #expect(again?.text == query.text)
            } catch {
                #expect(error.range.lowerBound >= 0 && error.range.upperBound <= text.count)
                #expect(!error.range.isEmpty, "\(text.debugDescription): \(error)")
            }
        }
        #expect(understood > 2000)
        #expect(understood < 9000)
    }
}
