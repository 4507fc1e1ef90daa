import PromptStore
import PromptTestSupport
import Testing

@testable import PromptBrowser

struct ExportTests {
    private let sample: SampleLibrary
    private let driver: Driver

    init() throws {
        sample = try SampleLibrary()
        driver = sample.driver(80, 24)
    }

    private func ids(in file: String) throws -> Set<String> {
        let copy = sample.directory.file("copy.db")
        let maintenance = Maintenance(path: copy, isReadOnly: false, dataDirectory: sample.directory.path)
        let task = MaintenanceTask.import(from: file, onConflict: .fail, isDryRun: false)
        _ = try maintenance.perform(task, cancellation: Cancellation()) { _ in }
        return Set(try OtherProgram(copy).run("SELECT id FROM prompts").split(separator: "\n").map(String.init))
    }

    @Test func `what is marked is exported, and nothing else`() throws {
        driver.type("  ")
        let marked = driver.browser.marks.ids
        #expect(marked.count == 2)
        driver.type("x")
        try expectScreen(driver.screen.text, "export-80x24")
        let file = sample.directory.file("marked.json")
        driver.type(file)
        driver.press(.tab, .right, .enter)
        #expect(driver.browser.overlays.isEmpty)
        #expect(driver.screen.text.lastLines(2).contains("Exported "), "\(driver.screen.text)")
        #expect(try ids(in: file) == marked)
    }

    @Test func `where nothing is marked the selected prompt is exported`() throws {
        let subject = try #require(driver.browser.subject)
        driver.type("x")
        let file = sample.directory.file("one.sql")
        driver.type(file)
        driver.press(.enter)
        #expect(try ids(in: file) == [subject])
    }
}
