import PromptStore
import PromptTestSupport
import Testing

@testable import PromptBrowser

struct HistoryTests {
    private let sample: SampleLibrary
    private let driver: Driver
    private let other: OtherProgram

    init() throws {
        sample = try SampleLibrary()
        driver = sample.driver()
        other = OtherProgram(sample.path)
    }

    private var selected: String { driver.browser.list.selectedRow?.id ?? "" }

    private func write(_ count: Int, text: String = "Older text") throws {
        try other.run(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(count))
            INSERT INTO enhancement_history (prompt_id, updated_content, update_reason, updated_by, created_at)
            SELECT '\(selected)', '\(text) ' || i, 'Reason ' || i, 'ann', '2026-05-04 11:00:00' FROM n
            """
        )
    }

    @Test func `H shows the text as it is and j the ones before it with who and why`() throws {
        try other.run("DELETE FROM enhancement_history")
        try write(2)
        driver.type("H")
        let title = try #require(driver.browser.list.selectedRow?.title)
        #expect(driver.screen.text.line(1).contains(" History “\(title)” "))
        #expect(driver.screen.text.contains("You are a senior {{language}} reviewer"))
        driver.type("j")
        #expect(driver.screen.text.contains("Older text 2"))
        #expect(driver.screen.text.contains("by ann"))
        #expect(driver.screen.text.contains("Reason 2"))
        driver.press(.down)
        #expect(driver.screen.text.contains("Older text 1"))
        driver.type("k")
        #expect(driver.screen.text.contains("Older text 2"))
        driver.type("gG")
        #expect(driver.screen.text.contains("Older text 1"))
    }

    @Test(arguments: [Key.escape, .character("q"), .control("c")])
    func `leaving the history shows the panes as they were`(key: Key) {
        driver.press(.pageDown)
        let before = driver.screen.text
        driver.type("Hjj")
        driver.press(.tab, .pageDown, key)
        #expect(driver.screen.text == before)
        #expect(driver.terminalEffects.isEmpty)
    }

    @Test func `the text scrolls with its own keys or once it has the focus`() throws {
        let lines = (1...99).map { "line \($0)" }.joined(separator: "\n")
        try other.run("DELETE FROM enhancement_history")
        try write(1, text: lines)
        driver.type("Hj")
        #expect(driver.screen.text.contains("line 1 "))
        driver.press(.pageDown)
        #expect(!driver.screen.text.contains("line 1 "))
        driver.press(.pageUp)
        #expect(driver.screen.text.contains("line 1 "))
        driver.type("lG")
        #expect(driver.screen.text.contains("line 99 1"))
        driver.type("g")
        #expect(driver.screen.text.contains("line 1 "))
        driver.type("jjjjjj")
        #expect(!driver.screen.text.contains("line 1 "))
        driver.type("hk")
        #expect(driver.screen.text.contains("You are a senior {{language}} reviewer"))
    }

    @Test func `a prompt that never changed says that nothing earlier is kept`() throws {
        try other.run("DELETE FROM enhancement_history")
        driver.type("Hj")
        #expect(driver.screen.text.contains("No earlier text of this prompt"))
        #expect(driver.screen.text.contains("You are a senior {{language}} reviewer"))
    }

    @Test func `the two hundred newest versions are shown and the rest is said to be there`() throws {
        try write(300)
        driver.type("HG")
        #expect(driver.browser.openedHistory?.history?.versions.count == 201)
        #expect(driver.screen.text.contains(" Older ones are not shown. "))
        #expect(driver.screen.text.contains("Older text 101"))
    }

    @Test func `a version that is written meanwhile appears and the cursor stays on its own`() throws {
        try other.run("DELETE FROM enhancement_history")
        try write(2)
        driver.type("Hj")
        try write(1, text: "Quite new")
        driver.noticeChange()
        #expect(driver.browser.openedHistory?.history?.versions.count == 4)
        #expect(driver.browser.openedHistory?.cursor == 2)
        #expect(driver.screen.text.contains("Older text 2"))
        driver.type("k")
        #expect(driver.screen.text.contains("Quite new 1"))
    }

    @Test func `until the history is read the panes are shown as they are and keys count`() throws {
        var browser = driver.browser
        let before = browser.draw()
        let now = SampleLibrary.now
        let id = selected
        #expect(browser.handle(.key(.character("H")), at: now) == [.readHistory(id: id)])
        _ = browser.handle(.key(.character("j")), at: now)
        #expect(browser.draw() == before)
        #expect(browser.nextDeadline == now + Browser.patience)
        _ = browser.handle(.tick, at: now + 0.3)
        #expect(browser.draw().text.contains("Reading the history…"))
        let answer = try sample.store.history(of: id, cancellation: Cancellation())
        _ = browser.handle(.answer(.history(promptID: "another", .success(answer))), at: now + 0.3)
        #expect(browser.draw().text.contains("Reading the history…"))
        _ = browser.handle(.answer(.history(promptID: id, .success(answer))), at: now + 0.3)
        #expect(browser.openedHistory?.cursor == 1)
        let lock = StoreError.locked(path: "/p.db")
        _ = browser.handle(.answer(.history(promptID: id, .failure(lock))), at: now + 0.3)
        #expect(browser.openedHistory?.history == answer)
        #expect(browser.handle(.tick, at: now + 2).contains(.readHistory(id: id)))
        _ = browser.handle(.answer(.history(promptID: id, .failure(.promptGone(id: id)))), at: now + 2)
        #expect(browser.draw().text.contains(StoreError.promptGone(id: id).sentence.prefix(20)))
    }

    @Test func `a version that says the same as the prompt now is marked`() throws {
        try other.run(
            """
            INSERT INTO enhancement_history (prompt_id, updated_content)
            SELECT id, content FROM prompts, (VALUES (1), (2)) WHERE id = '\(selected)'
            """
        )
        driver.type("H")
        #expect(!driver.screen.text.contains("The same text as now."))
        driver.type("j")
        #expect(driver.screen.text.contains("The same text as now."))
        #expect(driver.screen.text.contains("nothing noted"))
    }

    @Test(arguments: [(120, 40), (80, 24), (40, 12)])
    func history(width: Int, height: Int) throws {
        let driver = sample.driver(width, height)
        driver.type("Hj")
        try expectScreen(driver.screen.text, "history-\(width)x\(height)")
    }
}
