import PromptStore
import PromptTestSupport
import Testing

@testable import PromptBrowser

struct MovingTests {
    private let sample: SampleLibrary
    private let driver: Driver
    private let ids: [String]

    init() throws {
        sample = try SampleLibrary()
        driver = sample.driver(80, 24)
        ids = try OtherProgram(sample.path).run("SELECT id FROM prompts ORDER BY created_at DESC, rowid DESC")
            .split(separator: "\n").map(String.init)
    }

    private var selected: Int? { driver.browser.list.selectedRow.flatMap { row in ids.firstIndex(of: row.id) } }

    @Test func rowAfterRowIsReachedDownwardsAndUpwards() {
        for expected in 1...150 {
            driver.press(.character("j"))
            #expect(selected == expected)
        }
        driver.press(.character("G"), .character("j"))
        #expect(selected == ids.count - 1)
        for expected in (ids.count - 150..<ids.count - 1).reversed() {
            driver.press(.character("k"))
            #expect(selected == expected)
        }
    }

    @Test func pagesAndEndsLeadWhereTheySay() {
        let page = driver.browser.list.height
        driver.press(.pageDown)
        #expect(selected == page)
        driver.press(.control("d"))
        #expect(selected == page + page / 2)
        driver.press(.control("u"), .pageUp)
        #expect(selected == 0)
        driver.press(.character("G"))
        #expect(selected == ids.count - 1)
        driver.press(.pageUp)
        #expect(selected == ids.count - 1 - page)
        driver.press(.character("g"))
        #expect(selected == 0)
    }

    @Test func keysPressedFasterThanTheFileIsReadAllCount() {
        var browser = driver.browser
        var effects = browser.handle(.key(.character("G")), at: SampleLibrary.now)
        for _ in 0..<200 { effects += browser.handle(.key(.character("k")), at: SampleLibrary.now) }
        let replay = Driver(sample.store, size: Size(width: 80, height: 24), now: SampleLibrary.now)
        replay.press(.character("G"))
        for _ in 0..<200 { replay.press(.character("k")) }
        #expect(replay.browser.list.selectedRow?.id == ids[ids.count - 201])
        #expect(effects.count < 200)
    }

    @Test func theWindowInMemoryStaysSmall() throws {
        try OtherProgram(sample.path).run(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
            INSERT INTO prompts (id, content, phase, provider, model) SELECT i, 'text', 'solutio', 'x', 'y' FROM n
            """
        )
        let driver = sample.driver(80, 50)
        for _ in 0..<100 { driver.press(.pageDown) }
        #expect(driver.browser.list.rows.count < 1000)
        for _ in 0..<100 { driver.press(.pageUp) }
        #expect(driver.browser.list.isAtStart)
        #expect(driver.browser.list.rows.count < 1000)
    }

    @Test func aJumpFromLineageSelectsThatPromptInTheList() throws {
        let driver = sample.driver()
        driver.press(.tab, .tab, .character("g"))
        let root = try #require(driver.browser.lineage.promptUnderCursor)
        driver.press(.enter)
        #expect(driver.browser.list.selectedRow?.id == root)
        #expect(driver.browser.shownDossier == root)
        let selected = try #require(driver.screen.text.split(separator: "\n").first { $0.hasPrefix("│▸") })
        #expect(selected.contains("review PR diff"))
    }

    @Test func aZoomedPaneIsLeftTheWayItWasEntered() {
        let before = driver.screen.text
        driver.press(.enter)
        #expect(driver.screen.text != before)
        driver.press(.escape)
        #expect(driver.screen.text == before)
        driver.press(.character("z"), .character("q"))
        #expect(driver.screen.text == before)
        #expect(driver.terminalEffects.isEmpty)
    }

    @Test func theSelectionSurvivesEverySize() {
        driver.press(.character("G"), .pageUp)
        let kept = selected
        for (width, height) in [(160, 50), (40, 12), (20, 5), (0, 0), (300, 90), (80, 24)] {
            driver.send(.resize(Size(width: width, height: height)))
            #expect(selected == kept)
        }
    }

    @Test func askingToQuitDoesNotWaitForRowsThatAreBeingRead() {
        var browser = driver.browser
        #expect(!browser.handle(.key(.character("G")), at: SampleLibrary.now).isEmpty)
        _ = browser.handle(.key(.control("c")), at: SampleLibrary.now)
        #expect(browser.draw().text.contains("Quit prompt-alchemy?"))
    }
}
