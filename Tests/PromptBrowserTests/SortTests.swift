import PromptStore
import PromptTestSupport
import Testing

@testable import PromptBrowser

struct SortTests {
    private let sample: SampleLibrary
    private let driver: Driver
    private let other: OtherProgram

    init() throws {
        sample = try SampleLibrary()
        driver = sample.driver()
        other = OtherProgram(sample.path)
    }

    private func ids(_ order: String) throws -> [String] {
        try other.run("SELECT id FROM prompts ORDER BY \(order)").split(separator: "\n").map(String.init)
    }

    private var selected: String? { driver.browser.list.selectedRow?.id }

    @Test(arguments: [
        ("c", "created_at DESC, rowid DESC"), ("u", "updated_at DESC, rowid DESC"),
        ("s", "effectiveness_score DESC NULLS LAST, rowid DESC"), ("n", "usage_count DESC, rowid DESC"),
    ])
    func `a letter chooses an order and g G j and k walk along it`(letter: String, order: String) throws {
        let expected = try ids(order)
        driver.type("S")
        driver.type("s" + letter)
        if letter == "c" { #expect(driver.browser.list.order == PromptOrder(.created)) }
        driver.type("g")
        for id in expected.prefix(130) {
            #expect(selected == id)
            driver.type("j")
        }
        driver.type("G")
        #expect(selected == expected.last)
        driver.press(.pageUp)
        #expect(selected == expected[expected.count - 1 - driver.browser.list.height])
    }

    @Test func `the menu marks the present order and moves with j and k`() {
        driver.type("s")
        #expect(driver.screen.text.contains("▸ created         newest first"))
        driver.type("jj")
        driver.press(.enter)
        #expect(driver.browser.list.order == PromptOrder(.score))
        #expect(driver.screen.text.line(1).contains(" by score "))
        driver.type("s")
        #expect(driver.screen.text.contains("▸ score           highest first"))
        driver.press(.enter)
        #expect(driver.browser.list.order == PromptOrder(.score, isDescending: false))
        #expect(driver.screen.text.line(1).contains(" by score, lowest first "))
        driver.type("s")
        driver.press(.down, .escape)
        #expect(driver.browser.list.order == PromptOrder(.score, isDescending: false))
        #expect(driver.browser.overlays.isEmpty)
    }

    @Test func `the selected prompt stays selected in every order and direction`() {
        driver.press(.pageDown, .down, .down)
        let kept = selected
        for letters in ["su", "ss", "sr", "sn", "sc", "S", "S"] {
            driver.type(letters)
            #expect(selected == kept, "after \(letters)")
            #expect(driver.browser.shownDossier == kept)
        }
    }

    @Test func `the title says the order only where it is not the usual one`() {
        let before = driver.screen.text.line(1)
        driver.type("S")
        #expect(driver.screen.text.line(1).contains(" oldest first "))
        driver.type("S")
        #expect(driver.screen.text.line(1) == before)
    }

    @Test func `until the list is read in the new order the old one is shown and said`() throws {
        var browser = driver.browser
        let before = browser.draw().text
        let now = SampleLibrary.now
        _ = browser.handle(.key(.character("s")), at: now)
        let effects = browser.handle(.key(.character("s")), at: now)
        #expect(browser.draw().text == before)
        guard case .readPage(let request, let page) = try #require(effects.first) else { return }
        #expect(page.anchor == .around(id: try #require(browser.list.selectedRow?.id)))
        // Keys pressed meanwhile are steps in the order to come.
        _ = browser.handle(.key(.character("j")), at: now)
        #expect(browser.draw().text == before)
        _ = browser.handle(.tick, at: now + 0.3)
        #expect(browser.draw().text.line(1).contains(" sorting "))
        let answer = try sample.store.page(page, cancellation: Cancellation())
        let place = try #require(answer.rows.firstIndex { $0.id == browser.list.selectedRow?.id })
        _ = browser.handle(.answer(.page(request: request, .success(answer))), at: now + 0.3)
        #expect(browser.list.selectedRow?.id == answer.rows[place + 1].id)
    }

    @Test func `sorting that is cancelled leaves the old order whole`() {
        var browser = driver.browser
        let before = browser.draw().text
        _ = browser.handle(.key(.character("S")), at: SampleLibrary.now)
        let effects = browser.handle(.key(.control("c")), at: SampleLibrary.now)
        #expect(effects.contains(.cancelPage))
        #expect(browser.draw().text == before)
        #expect(browser.list.order == PromptOrder(.created))
    }

    @Test func `a search finds in the chosen order and keeps it when it ends`() throws {
        driver.type("ss/schema")
        driver.press(.enter)
        #expect(driver.screen.text.line(1).contains("“schema” 23 by score "))
        driver.type("g")
        let best = "SELECT id FROM prompts WHERE content LIKE '%schema%' ORDER BY effectiveness_score DESC, rowid DESC"
        let expected = try other.run(best).split(separator: "\n").map(String.init)
        #expect(driver.browser.list.rows.map(\.id) == expected)
        driver.type("S")
        #expect(driver.browser.list.rows.map(\.id) == expected.reversed())
        #expect(selected == expected.first)
        driver.press(.escape)
        #expect(driver.browser.list.order == PromptOrder(.score, isDescending: false))
        #expect(selected == expected.first)
    }

    @Test func `a search begun while the list is sorted and given up ends in the new order`() throws {
        var browser = driver.browser
        let kept = try #require(browser.list.selectedRow?.id)
        let now = SampleLibrary.now
        _ = browser.handle(.key(.character("S")), at: now)
        _ = browser.handle(.key(.character("/")), at: now)
        _ = browser.handle(.key(.character("x")), at: now)
        let effects = browser.handle(.key(.escape), at: now)
        let wanted = effects.contains { effect in
            guard case .readPage(_, let page) = effect else { return false }
            return page.anchor == .around(id: kept) && page.order == PromptOrder(.created, isDescending: false)
                && page.query.isEmpty
        }
        #expect(wanted)
    }

    @Test func `a prompt that a change moves within the order stays selected`() throws {
        driver.type("ssg")
        let kept = try #require(selected)
        try other.run("UPDATE prompts SET effectiveness_score = 0.001 WHERE id = '\(kept)'")
        driver.noticeChange()
        #expect(selected == kept)
        let ids = driver.browser.list.rows.map(\.id)
        let expected = try self.ids("effectiveness_score DESC NULLS LAST, rowid DESC")
        let start = try #require(expected.firstIndex { $0 == ids.first })
        #expect(ids == Array(expected[start..<start + ids.count]))
    }

    @Test func `a deleted selection gives way to its neighbour in any order`() throws {
        driver.type("ssgjj")
        let rows = driver.browser.list.rows
        try other.run("DELETE FROM prompts WHERE id = '\(rows[2].id)'")
        driver.noticeChange()
        #expect(selected == rows[3].id)
        try other.run("DELETE FROM prompts WHERE id = '\(rows[3].id)'")
        driver.type("S")
        #expect(driver.browser.list.order == PromptOrder(.score, isDescending: false))
        #expect(!driver.browser.list.rows.isEmpty)
        #expect(driver.browser.list.selected == 0)
    }

    @Test func `what has come in is announced only where it comes in above`() throws {
        func add(_ id: String) throws {
            try other.run(
                """
                INSERT INTO prompts (id, content, phase, provider, model, created_at, updated_at)
                VALUES ('\(id)', 'Newly come', 'solutio', 'x', 'y', '2026-05-04 12:00:01', '2026-05-04 12:00:01')
                """
            )
        }
        driver.type("ss")
        try add("new-1")
        driver.noticeChange()
        #expect(driver.screen.text.line(0).contains("407 prompts"))
        #expect(!driver.screen.text.line(1).contains("new"))
        driver.type("scgj")
        driver.press(.pageDown)
        try add("new-2")
        driver.noticeChange()
        #expect(driver.screen.text.line(1).contains("+1 new"))
        driver.type("ss")
        #expect(!driver.screen.text.line(1).contains("new"))
    }

    @Test(arguments: [(120, 40), (80, 24)])
    func sortMenu(width: Int, height: Int) throws {
        let driver = sample.driver(width, height)
        driver.type("srsk")
        try expectScreen(driver.screen.text, "sort-\(width)x\(height)")
    }
}
