import PromptStore
import PromptTestSupport
import Testing

@testable import PromptBrowser

/// Adding, editing and deleting prompts.
struct TextChangeTests {
    private let sample: SampleLibrary
    private let driver: Driver
    private let other: OtherProgram

    init() throws {
        sample = try SampleLibrary()
        driver = sample.driver()
        other = OtherProgram(sample.path)
    }

    private var selected: String { driver.browser.list.selectedRow?.id ?? "" }

    // MARK: Adding

    @Test func `a prompt is written, added and shown`() throws {
        driver.type("aBe brief.")
        driver.press(.enter)
        driver.type("Be kind.")
        driver.press(.tab, .right, .tab)
        driver.type("one, two")
        driver.press(.control("s"))
        #expect(driver.screen.text.contains("Prompt added."))
        let row = try other.run("SELECT content, phase, tags FROM prompts WHERE id = '\(selected)'")
        #expect(row == "Be brief.\nBe kind.|solutio|one,two")
        driver.type("u")
        #expect(try other.run("SELECT count(*) FROM prompts WHERE content LIKE 'Be brief%'") == "0")
    }

    @Test func `a prompt that is given up is still there when one comes back`() {
        driver.type("aHalf a thou")
        driver.press(.escape)
        #expect(driver.screen.text.lastLine.contains("is not saved"))
        driver.type("aght")
        #expect(driver.screen.text.contains("Half a thought"))
        driver.press(.control("u"), .escape, .character("a"))
        #expect(!driver.screen.text.contains("Half"))
    }

    @Test func `arrows move from line to line while typing`() {
        driver.type("aone")
        driver.press(.enter)
        driver.type("three")
        driver.press(.up)
        driver.type("!")
        driver.press(.down, .down)
        driver.type("?")
        #expect(driver.screen.text.contains("one!"))
        #expect(driver.screen.text.contains("three?"))
    }

    @Test func `a prompt without text is refused, and what was typed is kept`() {
        driver.press(.character("a"), .tab, .tab)
        driver.type("tag")
        driver.press(.enter)
        #expect(driver.screen.text.lastLine == " A prompt needs a text; nothing was saved.")
        driver.type("a")
        #expect(driver.screen.text.contains("tag"))
    }

    // MARK: Editing

    private func edit(to text: String?, complaint: String? = nil) throws -> EditedText {
        driver.type("e")
        guard case .edit(let id, let original) = try #require(driver.terminalEffects.last) else {
            throw StoreError.cancelled
        }
        #expect(id == selected)
        let edited = EditedText(promptID: id, original: original, text: text, path: "/tmp/x", complaint: complaint)
        driver.send(.edited(edited))
        return edited
    }

    @Test func `an edited text is saved with its reason, and its file thrown away`() throws {
        let edited = try edit(to: "Another text")
        driver.type("shorter")
        driver.press(.enter)
        #expect(driver.terminalEffects.last == .discardFile(path: "/tmp/x"))
        let history = try sample.store.history(of: edited.promptID, cancellation: Cancellation()).versions
        #expect(history.first?.content == "Another text")
        #expect(history.first?.reason == "shorter")
        #expect(history.dropFirst().first?.content == edited.original)
        #expect(driver.browser.list.selectedRow?.title == "Another text")
        driver.type("u")
        #expect(try sample.store.editableText(of: edited.promptID) == edited.original)
    }

    @Test func `a text that is as it was changes nothing`() throws {
        driver.type("e")
        guard case .edit(let id, let original) = try #require(driver.terminalEffects.last) else { return }
        driver.send(.edited(EditedText(promptID: id, original: original, text: original, path: "/tmp/x")))
        #expect(driver.terminalEffects.last == .discardFile(path: "/tmp/x"))
        #expect(driver.screen.text.contains("nothing was changed"))
    }

    @Test func `a text that is not saved is named`() throws {
        _ = try edit(to: "Another text")
        driver.press(.escape)
        #expect(driver.screen.text.contains("The new text is not saved; it is in /tmp/x."))
        _ = try edit(to: "")
        driver.press(.enter)
        #expect(driver.screen.text.contains("The new text is in /tmp/x."))
        _ = try edit(to: nil, complaint: "The editor ended with an error.")
        #expect(driver.screen.text.contains("The editor ended with an error."))
        #expect(!driver.terminalEffects.contains(.discardFile(path: "/tmp/x")))
    }

    // MARK: Deleting

    @Test func `a prompt is deleted after asking, and comes back`() throws {
        let id = selected
        let title = try #require(driver.browser.list.selectedRow?.title)
        driver.press(.delete)
        #expect(driver.screen.text.contains("Delete “\(title.prefix(20))"))
        driver.press(.enter)
        #expect(selected == id)
        driver.press(.delete, .character("y"))
        #expect(selected != id)
        #expect(try other.run("SELECT count(*) FROM prompts WHERE id = '\(id)'") == "0")
        driver.type("u")
        #expect(try other.run("SELECT count(*) FROM prompts WHERE id = '\(id)'") == "1")
        #expect(driver.browser.list.rows.contains { $0.id == id })
    }

    @Test func `marked prompts are deleted, and their marks with them`() throws {
        let before = try #require(Int(try other.run("SELECT count(*) FROM prompts")))
        driver.type("   ")
        driver.press(.delete)
        #expect(driver.screen.text.contains("Delete 3 marked prompts?"))
        driver.type("y")
        #expect(try other.run("SELECT count(*) FROM prompts") == "\(before - 3)")
        #expect(driver.browser.marks.isEmpty)
    }

    // MARK: Own feedback

    @Test func `an own comment is edited and withdrawn in its pane`() throws {
        driver.type("cfirst")
        driver.press(.enter, .backTab)
        #expect(driver.browser.wishes.focus == .feedback)
        driver.press(.enter)
        driver.press(.control("u"))
        driver.type("second")
        driver.press(.enter)
        #expect(driver.screen.text.contains("yours second"))
        driver.press(.delete)
        #expect(driver.screen.text.contains("Withdraw “second”?"))
        driver.type("y")
        #expect(!driver.screen.text.contains("yours second"))
        driver.press(.delete)
        #expect(driver.screen.text.contains("That cannot be done: "))
    }

    @Test func `nothing can be changed where the library is only read`() throws {
        let driver = try SampleLibrary(isReadOnly: true).driver()
        for key in [Key.character("t"), .character("a"), .character("e"), .delete] {
            driver.press(key)
            #expect(driver.screen.text.contains("the library is open for reading only"), "\(key)")
        }
    }

    @Test(arguments: [(120, 40), (80, 24)])
    func pictures(width: Int, height: Int) throws {
        let driver = sample.driver(width, height)
        driver.type("aYou are a careful reader.")
        driver.press(.enter, .enter)
        driver.type("Say what is missing.")
        driver.press(.tab)
        try expectScreen(driver.screen.text, "add-\(width)x\(height)")
        driver.press(.escape, .delete)
        try expectScreen(driver.screen.text, "delete-\(width)x\(height)")
    }
}
