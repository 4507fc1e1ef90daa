import Testing

@testable import PromptStore

@Suite struct PromptTitleTests {
    private func title(_ text: String) -> String { Array(text.utf8).withUnsafeBytes { PromptTitle.find(in: $0) } }

    @Test func theFirstLineThatSaysSomethingIsTheTitle() {
        #expect(title("Review this.\nThen that.") == "Review this.")
        #expect(title("\n\r\n \t \n  Review this.  \nmore") == "Review this.")
    }

    @Test func theMarksOfHeadingsAndBoldAreLeftOut() {
        #expect(title("# Review") == "Review")
        #expect(title("###\n## Review ##") == "Review ##")
        #expect(title("**Review**\n") == "Review")
        #expect(title("**Review** this") == "**Review** this")
        #expect(title("****") == "****")
    }

    @Test func textThatSaysNothingHasNone() {
        #expect(title("") == "")
        #expect(title(" \n###\n\t") == "")
    }

    @Test func textCutInTheMiddleOfACharacterKeepsItsBeginning() {
        let bytes = Array("abc 米".utf8.dropLast())
        #expect(bytes.withUnsafeBytes { PromptTitle.find(in: $0) } == "abc \u{FFFD}")
    }
}
