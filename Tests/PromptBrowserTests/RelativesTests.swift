import PromptStore
import PromptTestSupport
import Testing

@testable import PromptBrowser

struct RelativesTests {
    private let sample: SampleLibrary
    private let driver: Driver
    private let other: OtherProgram

    /// A family of its own, the grandparent oldest: ann has bob, cat and dan, and bob has eve.
    init() throws {
        sample = try SampleLibrary()
        other = OtherProgram(sample.path)
        let family = [
            ("ann", "NULL"), ("bob", "'ann'"), ("cat", "'ann'"), ("dan", "'ann'"), ("eve", "'bob'"),
            ("orphan", "'gone'"),
        ]
        for (number, member) in family.enumerated() {
            try other.run(
                """
                INSERT INTO prompts (id, content, phase, provider, model, parent_id, created_at, updated_at)
                VALUES ('\(member.0)', 'I am \(member.0)', 'solutio', 'x', 'y', \(member.1), '2026-05-04 12:00:0\(number)', '2026-05-04 12:00:00')
                """
            )
        }
        driver = sample.driver()
    }

    private var selected: String? { driver.browser.list.selectedRow?.id }

    private func go(to id: String) {
        driver.type("g")
        while selected != id, driver.browser.list.selected < 20 { driver.type("j") }
        #expect(selected == id)
    }

    @Test func `p goes to the parent and brackets go to the siblings`() {
        go(to: "eve")
        driver.type("p")
        #expect(selected == "bob")
        #expect(driver.browser.shownDossier == "bob")
        driver.type("]")
        #expect(selected == "cat")
        driver.type("]")
        #expect(selected == "dan")
        driver.type("[[")
        #expect(selected == "bob")
        driver.type("p")
        #expect(selected == "ann")
    }

    @Test(arguments: [
        ("ann", "p", "this prompt was derived from no other"), ("ann", "[", "this prompt has no sibling before it"),
        ("dan", "]", "this prompt has no sibling after it"), ("eve", "]", "this prompt has no sibling after it"),
        ("orphan", "p", "its parent gone is not in this library"),
    ])
    func `where there is no relative a sentence says so and nothing moves`(id: String, key: String, reason: String)
        throws
    {
        go(to: id)
        driver.type(key)
        #expect(driver.screen.text.lastLine == " That cannot be done: \(reason).")
        #expect(selected == id)
        let command = try #require(Keymap().command(for: .character(Character(key)), in: .prompts))
        #expect(driver.browser.unavailability(of: command) == reason)
    }

    @Test func `in Lineage the keys begin at the prompt under its cursor`() {
        go(to: "ann")
        driver.press(.tab, .tab, .down)
        #expect(driver.browser.lineage.promptUnderCursor == "bob")
        driver.type("]")
        #expect(selected == "cat")
    }

    @Test func `a key pressed before the lineage is there is obeyed when it is`() throws {
        go(to: "bob")
        var browser = driver.browser
        let now = SampleLibrary.now
        _ = browser.handle(.key(.character("]")), at: now)
        #expect(browser.list.selectedRow?.id == "cat")
        _ = browser.handle(.key(.character("]")), at: now)
        #expect(browser.list.selectedRow?.id == "cat")
        let lineage = try sample.store.lineage(of: "cat", extent: 1, cancellation: Cancellation())
        _ = browser.handle(.answer(.lineage(promptID: "cat", extent: 1, .success(lineage))), at: now)
        #expect(browser.list.selectedRow?.id == "dan")
    }

    @Test func `a key that waits for a lineage is forgotten when the selection moves on`() throws {
        go(to: "bob")
        var browser = driver.browser
        let now = SampleLibrary.now
        _ = browser.handle(.key(.character("]")), at: now)
        _ = browser.handle(.key(.character("]")), at: now)
        _ = browser.handle(.key(.character("j")), at: now)
        let kept = browser.list.selectedRow?.id
        let lineage = try sample.store.lineage(of: "bob", extent: 1, cancellation: Cancellation())
        _ = browser.handle(.answer(.lineage(promptID: "bob", extent: 1, .success(lineage))), at: now)
        #expect(browser.list.selectedRow?.id == kept)
        #expect(browser.awaitedRelative == nil)
    }

    @Test func `a search that has not found the relative ends`() {
        driver.type("/I am eve")
        driver.press(.enter)
        driver.type("p")
        #expect(selected == "bob")
        #expect(driver.browser.list.query.isEmpty)
        #expect(driver.screen.text.lastLine == " The search was ended to show this prompt.")
    }

    @Test func `a relative is found in any order of the list`() {
        go(to: "eve")
        driver.type("su")
        driver.type("S")
        driver.type("pp")
        #expect(selected == "ann")
    }

    @Test(arguments: [(120, 40), (80, 24)])
    func noParent(width: Int, height: Int) throws {
        let driver = sample.driver(width, height)
        driver.type("jpp")
        #expect(driver.browser.list.selectedRow?.id == "ann")
        driver.type("p")
        try expectScreen(driver.screen.text, "relatives-\(width)x\(height)")
    }
}
