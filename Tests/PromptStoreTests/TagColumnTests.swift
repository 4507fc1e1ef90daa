import Foundation
import Testing

@testable import PromptStore

struct TagColumnTests {
    private func read(_ text: String?) -> TagColumn? { TagColumn(.text(text), usual: .separated(by: ",")) }

    @Test(arguments: [
        ("api,two words", ["api", "two words"], "api,two words,new"), ("api, b", ["api", "b"], "api, b, new"),
        (#"["api","a,b"]"#, ["api", "a,b"], #"["api","a,b","new"]"#), ("[]", [], #"["new"]"#),
        ("null", [], #"["new"]"#), ("", [], "new"), (#"["a/b"]"#, ["a/b"], #"["a/b","new"]"#),
    ])
    func aColumnKeepsItsStyle(stored: String, tags: [String], extended: String) throws {
        var column = try #require(read(stored))
        #expect(column.tags == tags)
        column.tags.append("new")
        #expect(try column.stored() == .text(extended))
    }

    @Test func anEmptyColumnIsWrittenInTheStyleOfTheFile() throws {
        var column = try #require(TagColumn(.null, usual: .json))
        column.tags = ["a"]
        #expect(try column.stored() == .text(#"["a"]"#))
    }

    @Test(arguments: [
        StoredValue.integer(7), .real(0.5), .blob(Data([0x61])), .text(Data([0xFF])), .text("a\0b"), .text("[1, 2]"),
        .text("[\"cut"), .text(#"{"a": 1}"#),
    ])
    func whatIsNeitherIsNotTouched(stored: StoredValue) {
        #expect(TagColumn(stored, usual: .json) == nil)
    }

    @Test func aTagWithACommaIsRefusedWhereCommasSeparate() throws {
        var column = try #require(read("a"))
        column.tags.append("b,c")
        #expect(throws: StoreError.unusableTag("b,c")) { try column.stored() }
    }
}
