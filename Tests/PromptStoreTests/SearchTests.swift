import GRDB
import Testing

@testable import PromptStore

/// A search finds the text that was typed, letter for letter.
struct SearchTests {
    private let library: ScratchLibrary

    init() throws {
        library = try ScratchLibrary()
        let texts = [
            "100 % sure", "100 percent", "snake_case", "snakeXcase", "back\\slash", "backslash", "Ümlaut",
            "%\u{301} accent",
            "line\nbreak", "SHOUT", "'quoted\"",
        ]
        for (index, text) in texts.enumerated() { try library.addPrompt("\(index)", ["content": text]) }
    }

    private func found(_ search: String) throws -> [String] {
        let order = PromptOrder(.usage, isDescending: false)
        let request = PageRequest(order: order, query: PromptQuery(literally: search), anchor: .start, limit: 100)
        let store = try library.store()
        let rows = try store.page(request, cancellation: Cancellation()).rows.map(\.title)
        #expect(try store.count(query: PromptQuery(literally: search), cancellation: Cancellation()) == rows.count)
        return rows
    }

    @Test(arguments: [
        ("100 %", ["100 % sure"]), ("e_c", ["snake_case"]), ("k\\s", ["back\\slash"]), ("\\", ["back\\slash"]),
        ("shout", ["SHOUT"]), ("Shou", ["SHOUT"]), ("e\nb", ["line"]), ("'quoted\"", ["'quoted\""]),
        ("mlaut", ["Ümlaut"]), ("%\u{301}", ["%\u{301} accent"]), ("_\u{301}", []), ("nothing", []),
        ("%", ["100 % sure", "%\u{301} accent"]),
    ])
    func signsOfPatternsStandForThemselves(search: String, expected: [String]) throws {
        #expect(try found(search) == expected)
    }
}
