import PromptStore
import PromptTestSupport
import Testing

@testable import PromptBrowser

struct RatingTests {
    private let sample: SampleLibrary
    private let driver: Driver
    private let subject: String

    init() throws {
        sample = try SampleLibrary()
        driver = sample.driver()
        subject = try #require(driver.browser.list.selectedRow?.id)
    }

    @Test func aRatingIsOnTheScreenBeforeItIsOnTheDiskAndNotCalledSaved() throws {
        var browser = driver.browser
        let effects = browser.handle(.key(.character("2")), at: SampleLibrary.now)
        #expect(effects == [.change(.rate(promptID: subject, rating: 2))])
        let screen = browser.draw().text
        #expect(screen.line(2).hasPrefix("│▸ ★★··· "))
        #expect(!screen.contains("saved"))
    }

    @Test func aRatingIsCalledSavedWhenItIsInTheFile() throws {
        driver.press(.character("2"))
        #expect(driver.screen.text.lastLine.hasPrefix(" Rated ★★···, saved. Score ."))
        let rows =
            "SELECT rating, feedback_type, session_id FROM user_feedback WHERE prompt_id = '\(subject)' AND rating IS NOT NULL ORDER BY id DESC LIMIT 1"
        #expect(try OtherProgram(sample.path).run(rows) == "2|rating|this-session")
        #expect(driver.screen.text.line(2).hasPrefix("│▸ ★★··· "))
    }

    @Test func whatCouldNotBeSavedIsTakenBackAndSaid() throws {
        var browser = driver.browser
        _ = browser.handle(.key(.character("2")), at: SampleLibrary.now)
        let change = Change.rate(promptID: subject, rating: 2)
        _ = browser.handle(.answer(.change(change, .failure(.diskFull(path: "/p.db")))), at: SampleLibrary.now)
        let screen = browser.draw().text
        #expect(screen.line(2).hasPrefix("│▸ ★★★★· "))
        #expect(screen.lastLine.contains("/p.db"))
    }

    @Test func undoAndRedoGoBackAndForth() throws {
        let before = driver.screen.text.line(2)
        driver.press(.character("1"))
        let after = driver.screen.text.line(2)
        #expect(after.hasPrefix("│▸ ★···· "))
        driver.press(.character("u"))
        #expect(driver.screen.text.line(2) == before)
        #expect(driver.screen.text.lastLine.hasPrefix(" Undone: "))
        driver.press(.control("r"))
        #expect(driver.screen.text.line(2) == after)
        driver.press(.character("u"), .character("u"))
        #expect(driver.screen.text.lastLine.hasPrefix(" There is nothing to undo"))
    }

    @Test func aWithdrawnRatingLeavesTheOneBeforeIt() throws {
        driver.press(.character("1"), .character("0"))
        #expect(driver.screen.text.line(2).hasPrefix("│▸ ★★★★· "))
        driver.press(.character("0"))
        #expect(driver.screen.text.lastLine.contains("nothing to withdraw"))
    }

    @Test func inLineageThePromptUnderTheCursorIsRated() throws {
        driver.press(.tab, .tab, .up)
        let other = try #require(driver.browser.subject)
        #expect(other != subject)
        driver.press(.character("5"))
        let row = "SELECT rating FROM user_feedback WHERE prompt_id = '\(other)' AND session_id = 'this-session'"
        #expect(try OtherProgram(sample.path).run(row) == "5")
        #expect(driver.browser.list.selectedRow?.id == subject)
    }

    @Test func aLibraryForReadingOnlyIsNotRated() throws {
        let sample = try SampleLibrary(isReadOnly: true)
        let driver = sample.driver()
        let before = driver.screen.text.line(2)
        driver.press(.character("1"))
        #expect(driver.screen.text.lastLine == " That cannot be done: the library is open for reading only.")
        #expect(driver.screen.text.line(2) == before)
    }

    @Test func quittingWaitsForWhatIsBeingSavedAndAsksOnlyWhenThatTakesLong() throws {
        var browser = driver.browser
        let now = SampleLibrary.now
        _ = browser.handle(.key(.character("2")), at: now)
        #expect(browser.handle(.key(.character("q")), at: now).isEmpty)
        let deadline = try #require(browser.nextDeadline)
        #expect(deadline > now && deadline <= now + 0.25)

        var patient = browser
        let outcome = try sample.store.make(.rate(promptID: subject, rating: 2))
        let answer = Answer.change(.rate(promptID: subject, rating: 2), .success(outcome))
        #expect(patient.handle(.answer(answer), at: now + 0.1) == [.quit])

        #expect(browser.handle(.tick, at: deadline).isEmpty)
        #expect(browser.draw().text.contains("1 of your changes is not saved yet and would be lost."))
    }
}
