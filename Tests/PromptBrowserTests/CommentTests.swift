import PromptStore
import PromptTestSupport
import Testing

@testable import PromptBrowser

struct CommentTests {
    private let sample: SampleLibrary
    private let driver: Driver

    init() throws {
        sample = try SampleLibrary()
        driver = sample.driver()
    }

    @Test func aCommentIsSavedAndShown() throws {
        driver.press(.character("c"))
        driver.type("Better with examples.")
        driver.press(.enter)
        #expect(driver.screen.text.contains("Comment saved."))
        #expect(driver.screen.text.contains("now   yours Better with examples."))
        let row = "SELECT feedback_text, rating IS NULL FROM user_feedback ORDER BY id DESC LIMIT 1"
        #expect(try OtherProgram(sample.path).run(row) == "Better with examples.|1")
        driver.press(.character("c"))
        #expect(!driver.screen.text.contains("│ Better with examples."))
    }

    @Test func aCommentGivenUpIsStillThereWhenOneComesBack() {
        driver.press(.character("c"))
        driver.type("Half a thou")
        driver.press(.escape)
        #expect(driver.screen.text.lastLine.contains("is not saved"))
        driver.press(.down, .character("c"))
        #expect(!driver.screen.text.contains("Half a thou"))
        driver.press(.escape, .up, .character("c"))
        driver.type("ght")
        #expect(driver.screen.text.contains("Half a thought"))
    }

    @Test func aCommentThatCouldNotBeSavedIsStillThere() throws {
        driver.press(.character("c"))
        driver.type("Kept")
        var browser = driver.browser
        let effects = browser.handle(.key(.enter), at: SampleLibrary.now)
        guard case .change(let change) = try #require(effects.first) else { return }
        _ = browser.handle(.answer(.change(change, .failure(.locked(path: "/p.db")))), at: SampleLibrary.now)
        _ = browser.handle(.key(.character("c")), at: SampleLibrary.now)
        #expect(browser.draw().text.contains("Kept"))
    }

    @Test func anEmptyCommentIsRefused() {
        driver.press(.character("c"), .enter)
        #expect(driver.screen.text.lastLine == " A comment needs words; nothing was saved.")
    }
}
