import PromptStore
import PromptTestSupport
import Testing

@testable import PromptBrowser

struct MarkTests {
    private let sample: SampleLibrary
    private let driver: Driver
    private let other: OtherProgram

    init() throws {
        sample = try SampleLibrary()
        driver = sample.driver()
        other = OtherProgram(sample.path)
    }

    private var marked: Set<String> { driver.browser.marks.ids }

    private func ids(_ rows: Range<Int>) -> Set<String> { Set(driver.browser.list.rows[rows].map(\.id)) }

    private func count(_ condition: String) throws -> Int? {
        Int(try other.run("SELECT count(*) FROM user_feedback WHERE \(condition)"))
    }

    @Test func `space marks and moves on, and takes a mark away`() {
        driver.type("  ")
        #expect(marked == ids(0..<2))
        #expect(driver.browser.list.selected == 2)
        #expect(driver.screen.text.contains("● 2 marked"))
        driver.press(.up, .character(" "))
        #expect(marked == ids(0..<1))
    }

    @Test func `a range goes from where it began to where it ends, in either direction`() {
        driver.press(.down, .down, .down, .character("v"), .up, .up)
        #expect(driver.screen.text.contains("● 3 range"))
        driver.type("v")
        #expect(marked == ids(1..<4))
        #expect(driver.screen.text.contains("● 3 marked"))
    }

    @Test func `a range that has no end yet is changed as far as it goes`() throws {
        driver.press(.character("v"), .down, .character("3"))
        #expect(try count("session_id = 'this-session' AND rating = 3") == 2)
    }

    @Test func `marks survive sorting, searching and reading again, and Esc takes them away first`() throws {
        driver.type("  ")
        let before = marked
        driver.type("S/review")
        driver.press(.enter)
        driver.noticeChange()
        #expect(marked == before)
        driver.press(.escape)
        #expect(marked.isEmpty && !driver.browser.list.query.isEmpty)
        driver.press(.escape)
        #expect(driver.browser.list.query.isEmpty)
    }

    @Test func `the star marks all that match`() throws {
        driver.type("/review")
        driver.press(.enter)
        driver.type("*")
        let found = try other.run("SELECT count(*) FROM prompts WHERE content LIKE '%review%'")
        #expect(marked.count == Int(found))
        driver.press(.escape, .escape)
        driver.type("*")
        #expect(marked.count == Int(try other.run("SELECT count(*) FROM prompts")))
    }

    @Test func `a few marked prompts are rated at once, and undone at once`() throws {
        driver.type("   5")
        #expect(driver.screen.text.contains("Rated 3 prompts ★★★★★, saved."))
        #expect(try count("session_id = 'this-session' AND rating = 5") == 3)
        #expect(driver.browser.list.rows.prefix(3).allSatisfy { $0.rating == .number(5) })
        driver.type("u")
        #expect(try count("session_id = 'this-session'") == 0)
        driver.type("50")
        #expect(driver.screen.text.contains("Your ratings of 3 prompts are withdrawn."))
    }

    @Test func `many are rated only after asking`() throws {
        driver.type("*4")
        let count = Figures.grouped(marked.count)
        #expect(driver.screen.text.contains("Rate \(count) marked prompts ★★★★·?"))
        driver.press(.enter)
        #expect(try self.count("session_id = 'this-session'") == 0)
        driver.type("4y")
        #expect(try self.count("session_id = 'this-session' AND rating = 4") == marked.count)
    }

    @Test(arguments: [(120, 40), (80, 24)])
    func marks(width: Int, height: Int) throws {
        let driver = sample.driver(width, height)
        driver.press(.character(" "), .down, .character("v"), .down, .down)
        try expectScreen(driver.screen.text, "marks-\(width)x\(height)")
    }
}
