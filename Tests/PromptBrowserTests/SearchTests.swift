import PromptStore
import PromptTestSupport
import Testing

@testable import PromptBrowser

struct SearchTests {
    private let sample: SampleLibrary
    private let driver: Driver

    init() throws {
        sample = try SampleLibrary()
        driver = sample.driver()
    }

    @Test func theListFollowsEveryKey() throws {
        driver.press(.character("/"))
        for (typed, expected) in [("s", "s"), ("c", "sc"), ("hema", "schema")] {
            driver.type(typed)
            let found = try OtherProgram(sample.path).run(
                "SELECT count(*) FROM prompts WHERE content LIKE '%\(expected)%'"
            )
            #expect(driver.screen.text.line(1).contains("“\(expected)” \(found) "))
        }
        driver.press(.backspace)
        #expect(driver.screen.text.line(1).contains("“schem” "))
    }

    @Test func escapeRestoresWhatWasThere() {
        driver.press(.pageDown, .down, .down)
        let before = driver.screen.text
        driver.press(.character("/"))
        driver.type("schema")
        driver.press(.down)
        #expect(driver.screen.text != before)
        driver.press(.escape)
        #expect(driver.screen.text == before)
    }

    @Test func enterKeepsTheSearchUntilEscapeEndsIt() {
        let total = driver.browser.list.rows.count
        driver.press(.character("/"))
        driver.type("schema")
        driver.press(.enter, .down)
        let selected = driver.browser.list.selectedRow?.id
        #expect(driver.screen.text.line(1).contains("“schema” 23 "))
        driver.press(.escape)
        #expect(driver.browser.list.query.isEmpty)
        #expect(driver.browser.list.selectedRow?.id == selected)
        #expect(driver.browser.list.rows.count >= min(total, 60))
    }

    @Test func whatIsSearchedForIsTakenLiterally() {
        driver.press(.character("/"))
        driver.type("%")
        let found = driver.browser.list.rows.count
        #expect(found < 406)
        driver.type("_'\"\\")
        #expect(driver.browser.list.rows.isEmpty)
        #expect(driver.screen.text.contains("No prompt matches “\"%_'\\\"\\\\\"”."))
    }

    @Test func hitsAreGoneThroughOneByOne() {
        driver.press(.character("/"))
        driver.type("review")
        driver.press(.enter)
        let hits = driver.screen.cells.filter { $0.style.role == .hit }.count
        #expect(hits > 0 && hits.isMultiple(of: "review".count))
        driver.press(.character("n"))
        let first = driver.screen
        driver.press(.character("n"))
        #expect(driver.screen != first)
        driver.press(.character("N"))
        #expect(driver.screen == first)
    }

    @Test func answersToEarlierKeysAreDropped() {
        var browser = driver.browser
        let now = SampleLibrary.now
        _ = browser.handle(.key(.character("/")), at: now)
        let first = browser.handle(.key(.character("s")), at: now)
        _ = browser.handle(.key(.character("q")), at: now)
        let before = browser.draw().text
        for case .readPage(let request, _) in first {
            let page = PromptPage(rows: [], reachesStart: true, reachesEnd: true)
            _ = browser.handle(.answer(.page(request: request, .success(page))), at: now)
            _ = browser.handle(.answer(.partialPage(request: request, rows: [])), at: now)
        }
        _ = browser.handle(.answer(.found(PromptQuery(literally: "s"), .success(1))), at: now)
        #expect(browser.draw().text == before)
    }

    @Test func pastedTextIsSearchedForAsOneLine() {
        driver.press(.character("/"))
        driver.send(.paste("pull\nrequest"))
        #expect(driver.browser.list.query.text == "pull request")
    }

    @Test func pastedTextIsNeverACommand() {
        driver.send(.paste("q5u\n/"))
        #expect(driver.terminalEffects.isEmpty)
        #expect(driver.browser.overlays.isEmpty)
        #expect(driver.screen.text.lastLine.contains("Pasted text was ignored"))
    }
}
