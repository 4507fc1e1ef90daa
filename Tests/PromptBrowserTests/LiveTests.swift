import PromptStore
import PromptTestSupport
import Testing

@testable import PromptBrowser

/// What other programs do to the file meanwhile.
struct LiveTests {
    private let sample: SampleLibrary
    private let driver: Driver
    private let other: OtherProgram

    init() throws {
        sample = try SampleLibrary()
        driver = sample.driver()
        other = OtherProgram(sample.path)
    }

    private func add(_ count: Int) throws {
        for number in 1...count {
            try other.run(
                """
                INSERT INTO prompts (id, content, phase, provider, model, created_at, updated_at)
                VALUES ('new-\(number)', 'Newly come \(number)', 'solutio', 'x', 'y', '2026-05-04 12:00:0\(number)', '2026-05-04 12:00:00')
                """
            )
        }
    }

    @Test func whatIsNewAboveIsAnnouncedAndNothingMoves() throws {
        driver.press(.pageDown, .down)
        let before = driver.screen.text
        try add(2)
        driver.noticeChange()
        let after = driver.screen.text
        #expect(after.line(1).contains("+2 new"))
        #expect(after.line(0).contains("408 prompts"))
        for line in 2..<38 { #expect(after.line(line) == before.line(line)) }
        driver.press(.character("g"))
        #expect(driver.screen.text.line(2).contains("Newly come 2"))
        #expect(!driver.screen.text.line(1).contains("new"))
    }

    @Test func aChangeOfTheShownPromptIsShown() throws {
        let id = try #require(driver.browser.list.selectedRow?.id)
        try other.run(
            "UPDATE prompts SET content = 'Changed from outside', effectiveness_score = 0.11 WHERE id = '\(id)'"
        )
        driver.noticeChange()
        #expect(driver.screen.text.line(2).contains(".11 coag Changed from outside"))
        #expect(driver.browser.list.selectedRow?.id == id)
        #expect(driver.screen.text.components(of: "Changed from outside") >= 2)
    }

    @Test func aDeletedSelectionGivesWayToItsNeighbour() throws {
        driver.press(.down, .down)
        let rows = driver.browser.list.rows
        try other.run("DELETE FROM prompts WHERE id = '\(rows[2].id)'")
        driver.noticeChange()
        #expect(driver.browser.list.selectedRow?.id == rows[3].id)
        #expect(driver.screen.text.line(0).contains("405 prompts"))
    }

    @Test func whatALockKeptFromUsIsReadAgain() throws {
        var browser = driver.browser
        let now = SampleLibrary.now
        let effects = browser.handle(.key(.down), at: now)
        let id = try #require(browser.list.selectedRow?.id)
        #expect(effects.contains(.readDossier(id: id)))
        _ = browser.handle(.answer(.dossier(promptID: id, .failure(.locked(path: "/p.db")))), at: now)
        #expect(browser.draw().text.contains("/p.db is locked"))
        let deadline = try #require(browser.nextDeadline)
        #expect(deadline <= now + 1)
        #expect(browser.handle(.tick, at: now + 1).contains(.readDossier(id: id)))
        #expect(browser.handle(.tick, at: now + 2).isEmpty)
    }

    @Test func aFileThatCannotBeWatchedIsSaidToBe() {
        driver.send(.answer(.watchFailed(.inputOutput(path: "/p.db", detail: "disk I/O error"))))
        #expect(driver.screen.text.line(0).contains("not live"))
        #expect(driver.screen.text.lastLine.contains("/p.db"))
    }
}

extension String {
    fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
