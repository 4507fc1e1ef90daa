import Foundation
import PromptStore
import Testing

/// A prompt is found by its id, or by as much of its beginning as no other id has.
struct NamingTests {
    private let library: ScratchLibrary

    init() throws {
        library = try ScratchLibrary()
        for id in ["ab", "abc", "abd", "b1", "c\u{301}", "\u{107}x", "z%1", "zz"] { try library.addPrompt(id) }
    }

    private func find(_ beginning: String) throws -> String { try library.store().promptID(beginningWith: beginning) }

    @Test(arguments: [("abc", "abc"), ("b", "b1"), ("zz", "zz"), ("z%", "z%1"), ("\u{107}", "\u{107}x")])
    func enoughOfAnIDIsAsGoodAsTheWhole(beginning: String, id: String) throws {
        #expect(try find(beginning).unicodeScalars.elementsEqual(id.unicodeScalars))
    }

    @Test func aWholeIDIsMeantAlsoWhereOthersBeginWithIt() throws {
        #expect(try find("ab") == "ab")
    }

    @Test(arguments: ["x", "abcd", "AB", "a%", "_", "", "zzz"])
    func whatNoIDBeginsWithIsUnknown(beginning: String) {
        #expect(throws: StoreError.unknownPrompt(beginning: beginning)) { try find(beginning) }
    }

    @Test func whatSeveralIDsBeginWithIsAmbiguousAndNamesThem() {
        let error = StoreError.ambiguousPrompt(beginning: "a", candidates: ["ab", "abc", "abd"])
        #expect(throws: error) { try find("a") }
    }

    @Test func ofManyOnlyOneMoreThanIsNamedIsRead() throws {
        for number in 10..<50 { try library.addPrompt("many\(number)") }
        let candidates = (10...15).map { "many\($0)" }
        #expect(throws: StoreError.ambiguousPrompt(beginning: "many", candidates: candidates)) { try find("many") }
    }

    @Test func anIDThatIsABlobIsNotFoundByItsBytes() throws {
        try library.execute("UPDATE prompts SET id = x'7132' WHERE id = 'b1'")
        #expect(throws: StoreError.unknownPrompt(beginning: "q")) { try find("q") }
    }

    @Test func theTextComesWholeAndByteByByte() throws {
        try library.execute("UPDATE prompts SET content = CAST(x'61ff0062' AS TEXT) WHERE id = 'ab'")
        #expect(try library.store().text(of: "ab") == Data([0x61, 0xFF, 0x00, 0x62]))
        try library.execute("UPDATE prompts SET content = replace(hex(zeroblob(2500000)), '00', 'é') WHERE id = 'ab'")
        #expect(try library.store().text(of: "ab").count == 5_000_000)
        try library.execute("UPDATE prompts SET content = 7 WHERE id = 'ab'")
        #expect(try library.store().text(of: "ab") == Data("7".utf8))
        let store = try library.store()
        #expect(throws: StoreError.promptGone(id: "x")) { try store.text(of: "x") }
    }
}
