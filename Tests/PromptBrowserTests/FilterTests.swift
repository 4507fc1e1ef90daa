import PromptStore
import PromptTestSupport
import Testing

@testable import PromptBrowser

struct FilterTests {
    private let sample: SampleLibrary
    private let driver: Driver
    private let other: OtherProgram

    init() throws {
        sample = try SampleLibrary()
        driver = sample.driver()
        other = OtherProgram(sample.path)
    }

    private func count(_ condition: String) throws -> Int {
        try Int(other.run("SELECT count(*) FROM prompts WHERE \(condition)")) ?? -1
    }

    private var query: String { driver.browser.list.query.text }

    private var menu: FilterOverlay? {
        if case .filter(let menu) = driver.browser.overlays.last { menu } else { nil }
    }

    @Test func `enter narrows the list to the value under the cursor and closes the menu`() throws {
        driver.type("f")
        let choice = try #require(menu?.choices.first)
        driver.press(.enter)
        #expect(driver.browser.overlays.isEmpty)
        guard case .text(let phase) = choice.value else { throw Missing() }
        #expect(query == "phase:\(phase)")
        #expect(driver.browser.found == choice.count)
        #expect(try count("phase = '\(phase)'") == choice.count)
    }

    @Test func `space chooses several values, any of which will do, and enter keeps them`() throws {
        driver.type("f j ")
        let chosen = try #require(menu).choices.filter(\.isChosen)
        #expect(chosen.count == 2)
        let sum = chosen.compactMap(\.count).reduce(0, +)
        #expect(driver.browser.found == sum)
        driver.press(.enter)
        #expect(driver.browser.overlays.isEmpty)
        #expect(driver.browser.found == sum)
        driver.press(.escape)
        #expect(driver.browser.list.query.isEmpty)
    }

    @Test func `what one field is narrowed to changes the counts of the others, not its own`() throws {
        driver.type("f")
        let phases = try #require(menu?.choices.map(\.count))
        driver.type(" ")
        #expect(menu?.choices.map(\.count) == phases)
        driver.press(.tab)
        let provider = try #require(menu?.choices.first)
        guard case .text(let name) = provider.value, let phase = query.split(separator: ":").last else {
            throw Missing()
        }
        #expect(try count("phase = '\(phase)' AND provider = '\(name)'") == provider.count)
        #expect(try count("provider = '\(name)'") != provider.count)
    }

    @Test func `escape puts the list back as it was`() {
        driver.type("/the")
        driver.press(.enter)
        driver.type("jj")
        let before = (driver.browser.list.rows, driver.browser.list.selected, driver.browser.found)
        driver.type("f ")
        #expect(query != "the")
        driver.press(.escape)
        #expect(query == "the")
        #expect((driver.browser.list.rows, driver.browser.list.selected, driver.browser.found) == before)
    }

    @Test func `x takes every filter away`() {
        driver.type("f ")
        driver.press(.tab)
        driver.type(" x")
        #expect(query.isEmpty)
        #expect(menu?.choices.contains(where: \.isChosen) == false)
    }

    @Test func `a slash finds among the values`() throws {
        driver.type("fllll")
        let all = try #require(menu?.choices.count)
        driver.type("/code")
        let found = try #require(menu?.choices)
        #expect(!found.isEmpty && found.count < all)
        #expect(found.allSatisfy { FilterOverlay.name(of: $0.value, in: .tag).contains("code") })
        driver.press(.enter)
        #expect(query.hasPrefix("tag:"))
    }

    @Test func `what was typed as a query is chosen in the menu, even where no prompt has it`() {
        driver.type("/rating:>=4 phase:nowhere")
        driver.press(.enter)
        driver.type("f")
        #expect(menu?.choices.first == .init(value: .text("nowhere"), count: 0, isChosen: true))
        driver.type("lllll")
        #expect(menu?.choices.first.map { FilterOverlay.name(of: $0.value, in: .rating) } == ">=4")
        #expect(menu?.choices.first?.isChosen == true)
    }

    @Test func `numbers that are counted anew are not shown as if they were known`() throws {
        var overlay = FilterOverlay(list: ListPane(), found: nil, now: 0)
        let facets = try sample.store.facets(of: .all, cancellation: Cancellation())
        let facet = try #require(facets.first)
        overlay.take(facet, of: .all)
        let narrowed = PromptQuery.all.toggling(.phase, "solutio")
        overlay.follow(narrowed, now: 1)
        #expect(!overlay.isCurrent(.phase))
        overlay.take(facet, of: .all)
        #expect(!overlay.isCurrent(.phase))
        overlay.take(facet, of: narrowed)
        #expect(overlay.isCurrent(.phase))
    }

    @Test func `a change by another program is counted`() throws {
        driver.type("f")
        let before = try #require(menu?.choices.first?.count)
        try other.run("DELETE FROM prompts WHERE id = (SELECT id FROM prompts WHERE phase = 'coagulatio' LIMIT 1)")
        try other.run("DELETE FROM prompts WHERE id = (SELECT id FROM prompts WHERE phase = 'solutio' LIMIT 1)")
        try other.run("DELETE FROM prompts WHERE id = (SELECT id FROM prompts WHERE phase = 'prima-materia' LIMIT 1)")
        driver.noticeChange()
        #expect(menu?.choices.first?.count == before - 1)
    }

    @Test(arguments: [(120, 40), (80, 24), (40, 12)])
    func filterMenu(width: Int, height: Int) throws {
        let driver = sample.driver(width, height)
        driver.type("f ")
        driver.press(.tab)
        driver.type("j")
        try expectScreen(driver.screen.text, "filter-\(width)x\(height)")
    }

    private struct Missing: Error {}
}
