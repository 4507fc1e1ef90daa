import PromptStore
import PromptTestSupport
import Testing

@testable import PromptBrowser

struct TagTests {
    private let sample: SampleLibrary
    private let driver: Driver
    private let other: OtherProgram

    init() throws {
        sample = try SampleLibrary()
        driver = sample.driver()
        other = OtherProgram(sample.path)
    }

    private func tags(_ row: Int) throws -> String {
        try other.run("SELECT tags FROM prompts WHERE id = '\(driver.browser.list.rows[row].id)'")
    }

    @Test func `the tags of a prompt are edited as a line`() throws {
        let before = try tags(0)
        driver.type("t")
        driver.type("brand new")
        driver.press(.enter)
        #expect(try tags(0) == before + ",brand new")
        #expect(driver.screen.text.contains("Tags saved."))
        #expect(driver.screen.text.contains("#brand new"))
        driver.type("t")
        driver.press(.control("u"), .enter)
        #expect(try tags(0) == "")
        driver.type("uu")
        #expect(try tags(0) == before)
    }

    @Test func `a line that is left as it was saves nothing`() throws {
        driver.press(.character("t"), .enter, .character("t"), .escape)
        #expect(driver.browser.overlays.isEmpty)
        #expect(try other.run("SELECT count(*) FROM pa_journal") == "0")
    }

    @Test func `tags of the library are offered and completed`() throws {
        let tag = try #require(try sample.store.tags(beginningWith: "", limit: 1, cancellation: Cancellation()).first)
        driver.type("t")
        driver.press(.control("u"))
        driver.type(String(tag.tag.prefix(3)).uppercased())
        #expect(driver.screen.text.contains(tag.tag))
        driver.press(.tab, .enter)
        #expect(try tags(0) == tag.tag)
    }

    @Test func `a tag with a comma stays one while others are added`() throws {
        _ = try other.run(#"UPDATE prompts SET tags = '["a, b","c"]' WHERE id = '\#(driver.browser.list.rows[0].id)'"#)
        driver.noticeChange()
        driver.type("tnew")
        driver.press(.enter)
        #expect(try tags(0) == #"["a, b","c","new"]"#)
    }

    @Test func `marked prompts are given tags and robbed of others`() throws {
        driver.type("  t")
        driver.type("fresh")
        driver.press(.enter)
        #expect(driver.screen.text.contains("Tags of 2 prompts saved."))
        for row in 0..<2 { #expect(try tags(row).hasSuffix("fresh")) }
        driver.type("t-fresh")
        driver.press(.enter)
        for row in 0..<2 { #expect(try !tags(row).contains("fresh")) }
    }

    @Test(arguments: [(120, 40), (80, 24)])
    func tags(width: Int, height: Int) throws {
        let driver = sample.driver(width, height)
        driver.type("ta")
        try expectScreen(driver.screen.text, "tags-\(width)x\(height)")
    }
}
