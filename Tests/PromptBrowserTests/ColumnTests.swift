import PromptTestSupport
import Testing

@testable import PromptBrowser

struct ColumnTests {
    private let sample: SampleLibrary

    init() throws { sample = try SampleLibrary() }

    private func driver(_ columns: ListColumn..., width: Int = 120, height: Int = 40) -> Driver {
        var preferences = Preferences()
        preferences.columns = columns
        return sample.driver(width, height, preferences: preferences)
    }

    @Test func `the list has the columns that a person wants in the order they want them`() throws {
        let driver = driver(.created, .model, .title, .tags, .usage, .rating, width: 160, height: 24)
        driver.press(.character("z"))
        try expectScreen(driver.screen.text, "columns-160x24")
    }

    @Test func `columns go from the right where there is no room, the title last`() throws {
        let driver = driver(.rating, .title, .provider, .model, .persona, .tags, width: 80, height: 24)
        driver.press(.character("z"))
        try expectScreen(driver.screen.text, "columns-80x24")
    }

    @Test func `values that cannot be are marked`() throws {
        try OtherProgram(sample.path).run(
            "UPDATE prompts SET usage_count = -3, created_at = 'soon', persona = char(27) || '[2J' || 'x'"
        )
        let driver = driver(.usage, .created, .persona)
        let line = driver.screen.text.line(2)
        #expect(line.contains("▸ -3?    soon?      ^[[2Jx"), "\(line)")
    }
}
