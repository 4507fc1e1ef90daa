import PromptStore
import PromptTestSupport
import Testing

@testable import PromptBrowser

struct PaletteTests {
    private let sample: SampleLibrary
    private let driver: Driver

    init() throws {
        sample = try SampleLibrary()
        driver = sample.driver()
    }

    @Test(arguments: [
        ("zoom", Command.zoom), ("rate 4", .rate(4)), ("H", .history), ("S", .reverse), ("s", .sort),
        ("Ctrl-r", .redo), ("quit", .quit), ("next sib", .nextSibling), ("par", .parent), ("pane prev", .previousPane),
        ("gttnp", .nextPane), ("hstry", .history),
    ])
    func `a few letters find the command that is meant first`(letters: String, command: Command) {
        #expect(CommandSearch.find(letters, in: CommandTable.entries).first?.command == command)
    }

    @Test func `all words have to fit and scattered letters count only where nothing else does`() {
        #expect(CommandSearch.find("", in: CommandTable.entries).count == CommandTable.entries.count)
        #expect(CommandSearch.find("   ", in: CommandTable.entries).count == CommandTable.entries.count)
        #expect(CommandSearch.find("sibling xyzzy", in: CommandTable.entries).isEmpty)
        let found = CommandSearch.find("undo", in: CommandTable.entries)
        #expect(found.map(\.command) == [.undo, .redo])
    }

    @Test(arguments: [Key.character(":"), .control("p")])
    func `a colon or Ctrl-p opens the palette and Enter runs what is found`(key: Key) {
        driver.press(key)
        #expect(driver.screen.text.contains(" Commands "))
        driver.type("zoom")
        driver.press(.enter)
        #expect(driver.browser.wishes.isZoomed)
        #expect(driver.browser.overlays.isEmpty)
    }

    @Test func `letters that are keys elsewhere are typed in the palette`() {
        driver.press(.character(":"))
        driver.type("q?")
        #expect(driver.screen.text.contains(":q?"))
        #expect(driver.screen.text.contains("No command is called that."))
        driver.press(.enter, .backspace, .backspace)
        #expect(!driver.browser.overlays.isEmpty)
        driver.press(.backspace)
        #expect(driver.browser.overlays.isEmpty)
        #expect(driver.terminalEffects.isEmpty)
    }

    @Test func `why a command cannot run is said in full and said again when it is tried`() throws {
        let reason = "there is no search; press / to begin one"
        driver.press(.character(":"))
        driver.type("next hit")
        #expect(driver.screen.text.contains("Not now: \(reason)."))
        driver.press(.enter)
        #expect(driver.screen.text.lastLine == " That cannot be done: \(reason).")
    }

    @Test func `the selection moves with arrows and with Ctrl-n and Ctrl-p`() {
        driver.press(.character(":"))
        driver.type("rate")
        driver.press(.control("n"), .down, .control("n"), .control("p"), .enter)
        #expect(driver.screen.text.lastLine.contains("Rated ★★★··, saved."))
    }

    @Test func `a number goes to that row of the list`() throws {
        var ids: [String] = []
        for number in [1, 120, 40] {
            driver.press(.character(":"))
            driver.type("\(number)")
            driver.press(.enter)
            ids.append(try #require(driver.browser.list.selectedRow?.id))
        }
        driver.press(.character("g"))
        let store = sample.store
        let request = PageRequest(order: PromptOrder(.created), anchor: .start, limit: 200)
        let rows = try store.page(request, cancellation: Cancellation()).rows
        #expect(ids == [rows[0].id, rows[119].id, rows[39].id])
    }

    @Test func `a number beyond the end goes to the last row, and to the list`() throws {
        driver.press(.tab, .character(":"))
        driver.type("99999999999999999999")
        #expect(driver.screen.text.contains("No command is called that."))
        driver.press(.escape, .character(":"))
        driver.type("999999")
        driver.press(.enter)
        let chosen = driver.browser.list.selectedRow?.id
        #expect(driver.browser.wishes.focus == .prompts)
        driver.press(.character("G"))
        #expect(driver.browser.list.selectedRow?.id == chosen)
    }

    @Test func `a number in the palette`() throws {
        driver.press(.character(":"))
        driver.type("12000")
        try expectScreen(driver.screen.text, "palette-row-120x40")
    }

    @Test(arguments: [(120, 40), (80, 24), (40, 12)])
    func palette(width: Int, height: Int) throws {
        let driver = sample.driver(width, height)
        driver.press(.character(":"))
        driver.type("hit")
        try expectScreen(driver.screen.text, "palette-\(width)x\(height)")
    }
}
