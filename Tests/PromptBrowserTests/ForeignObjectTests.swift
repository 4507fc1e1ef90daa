import PromptStore
import PromptTestSupport
import Testing

@testable import PromptBrowser

/// A library with a trigger that deletes all prompts.
struct ForeignObjectTests {
    private let sample: SampleLibrary
    private let driver: Driver
    private let subject: String

    init() throws {
        sample = try SampleLibrary()
        try OtherProgram(sample.path).run(
            "CREATE TRIGGER wipe AFTER INSERT ON user_feedback BEGIN DELETE FROM prompts; END"
        )
        driver = sample.driver()
        subject = try #require(driver.browser.list.selectedRow?.id)
    }

    private func count(_ table: String) throws -> String {
        try OtherProgram(sample.path).run("SELECT count(*) FROM \(table)")
    }

    @Test func itIsNamedAtOnceAndReadingGoesOn() {
        #expect(driver.screen.text.contains("trigger “wipe” (after insert on user_feedback) of unknown origin"))
        #expect(driver.screen.text.contains("406 prompts"))
        driver.press(.down)
        #expect(!driver.screen.text.contains("wipe"))
    }

    @Test func theFirstChangeIsAskedAboutAndNoIsTheDefault() throws {
        let before = try count("user_feedback")
        let row = driver.screen.text.line(2)
        driver.press(.character("2"), .enter)
        #expect(driver.screen.text.lastLine.hasPrefix(" Nothing was changed."))
        #expect(driver.screen.text.line(2) == row)
        #expect(try count("user_feedback") == before)
        driver.press(.character("2"), .character("y"))
        #expect(driver.screen.text.lastLine.hasPrefix(" Rated ★★···, saved."))
        driver.press(.character("3"))
        #expect(driver.screen.text.lastLine.hasPrefix(" Rated ★★★··, saved."))
        #expect(try count("prompts") == "406")
        #expect(try count("user_feedback") == String((Int(before) ?? 0) + 1))
    }

    @Test func changesThatComeInMeanwhileAreMadeTooOrNot() throws {
        var browser = driver.browser
        let now = SampleLibrary.now
        let objects = try sample.store.examination().foreignObjects
        let refusal = StoreError.foreignObjects(path: sample.path, objects)
        let changes = [Change.rate(promptID: subject, rating: 2), .comment(promptID: subject, text: "words")]
        for change in changes { _ = browser.handle(.answer(.change(change, .failure(refusal))), at: now) }
        let effects = browser.handle(.key(.character("y")), at: now)
        #expect(effects.prefix(3) == [.allow(objects), .change(changes[0]), .change(changes[1])])
    }

    @Test(arguments: [(120, 40), (80, 24), (60, 15)]) func theQuestionFits(width: Int, height: Int) throws {
        let many = (1...12).map {
            "CREATE TRIGGER extra\($0) BEFORE UPDATE OF content, tags, updated_at ON prompts BEGIN SELECT 1; END;"
        }
        try OtherProgram(sample.path).run(many.joined())
        let driver = sample.driver(width, height)
        driver.press(.character("2"))
        try expectScreen(driver.screen.text, "foreign-objects-\(width)x\(height)")
    }
}
