import PromptStore
import PromptTestSupport
import Testing

@testable import PromptBrowser

/// What a rating looks like while somebody else has the library locked.
struct KeptTests {
    private let sample: SampleLibrary
    private let driver: Driver

    init() throws {
        sample = try SampleLibrary()
        driver = sample.driver()
    }

    @Test func itIsMarkedUntilItIsInTheLibrary() throws {
        driver.press(.down, .character("1"))
        let shell = try LockingProgram(sample.path)
        driver.press(.up, .character("2"))
        let kept = driver.screen
        #expect(kept.text.line(2).hasPrefix("│▸ ★★···⧗"))
        #expect(kept.text.line(0).hasSuffix("1 pending ● live"))
        let sentence =
            "1 change kept in prompts.db.pending until sqlite3 (pid \(shell.processID)) lets go; it is not in the library yet."
        #expect(kept.text.contains(sentence))
        #expect(kept.ascii().text.contains("**...~"))
        driver.now += 1
        driver.send(.tick)
        #expect(driver.screen.text.line(2).hasPrefix("│▸ ★★···⧗"))
        #expect(
            try OtherProgram(sample.path).run(
                "SELECT count(*) FROM user_feedback WHERE rating = 2 AND session_id = 'this-session'"
            ) == "0"
        )
        try shell.release()
        driver.now += 1
        driver.send(.tick)
        #expect(driver.screen.text.lastLine.hasPrefix(" The change that was kept is saved."))
        #expect(driver.screen.text.line(2).hasPrefix("│▸ ★★··· "))
        #expect(!driver.screen.text.contains("pending"))
        #expect(
            try OtherProgram(sample.path).run(
                "SELECT count(*) FROM user_feedback WHERE rating = 2 AND session_id = 'this-session'"
            ) == "1"
        )
    }

    @Test func quittingDoesNotWaitForIt() throws {
        let shell = try LockingProgram(sample.path)
        driver.press(.character("2"), .control("c"))
        #expect(driver.screen.text.contains("What is pending is on the disk"))
        driver.press(.character("n"), .character("q"))
        #expect(driver.terminalEffects == [.quit])
        try shell.release()
    }

    @Test func whatWaitsFromAnEarlierTimeIsMadeAtTheStart() throws {
        let shell = try LockingProgram(sample.path)
        driver.press(.character("2"))
        try shell.release()
        #expect(sample.driver().screen.text.lastLine.hasPrefix(" The change that was kept is saved."))
    }

    @Test func whatNoLongerFitsIsSaidAndWhereItIs() throws {
        let id = try #require(driver.browser.list.selectedRow?.id)
        let shell = try LockingProgram(sample.path)
        driver.press(.character("2"))
        try shell.run("DELETE FROM prompts WHERE id = '\(id)';")
        try shell.release()
        driver.now += 1
        driver.send(.tick)
        let screen = driver.screen.text
        #expect(screen.contains("A change that was kept could not be made and was put into the file"), "\(screen)")
        #expect(screen.contains("prompts.db.pending.refused"))
    }
}
