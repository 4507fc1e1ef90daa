import PromptStore
import PromptTestSupport
import Testing

@testable import PromptBrowser

/// A library of an earlier version is offered to be migrated, and is, while one goes on browsing.
struct MigrationTests {
    private let directory: TemporaryDirectory
    private let path: String

    init() throws {
        directory = try TemporaryDirectory()
        path = directory.file("prompts.db")
        try PromptTestSupport.SampleLibrary(seed: 1, count: 40).store(in: .s1, at: path)
    }

    private func driver(
        _ width: Int = 120,
        _ height: Int = 40,
        isReadOnly: Bool = false,
        preferences: Preferences = Preferences()
    ) throws -> Driver {
        let store = try PromptStore(
            path: path,
            isReadOnly: isReadOnly,
            dataDirectory: directory.file("data"),
            sessionID: "this-session",
            clock: { SampleLibrary.now }
        )
        return Driver(
            store,
            size: Size(width: width, height: height),
            now: SampleLibrary.now,
            preferences: preferences
        )
    }

    private func steps() throws -> String {
        try OtherProgram(path).run("SELECT count(*) FROM sqlite_schema WHERE name = 'pa_migrations'")
    }

    @Test func `it is offered without being in the way`() throws {
        let driver = try driver()
        #expect(driver.screen.text.contains("This library has the layout of an earlier version; M migrates it"))
        driver.type("j")
        #expect(driver.browser.list.selectedRow != nil && driver.browser.overlays.isEmpty)
        #expect(try !self.driver(isReadOnly: true).screen.text.contains("earlier version"))
    }

    @Test(arguments: [(120, 40), (80, 24), (60, 15)])
    func `what will be done is said before it is done`(width: Int, height: Int) throws {
        let driver = try driver(width, height)
        driver.type("M")
        try expectScreen(driver.screen.text, "migration-\(width)x\(height)")
        driver.press(.enter)
        #expect(driver.browser.overlays.isEmpty)
        #expect(try steps() == "0")
    }

    @Test func `a rehearsal tells what it would come to and changes nothing`() throws {
        let driver = try driver()
        driver.type("Mr")
        #expect(driver.screen.text.contains("Rehearsed 8 steps on a copy"))
        #expect(driver.screen.text.contains("04-enhancement-history"))
        #expect(try steps() == "0")
        driver.press(.escape)
        driver.type("M")
        #expect(driver.screen.text.contains("The backup goes to ~/backups."))
    }

    @Test func `the result says where the backup is and how to go back`() throws {
        let driver = try driver()
        driver.type("My")
        #expect(driver.screen.text.contains("Migrated in 8 steps"))
        let entry = try #require(driver.browser.tasks.newest(.migrate))
        guard case .ended(.success(let report)) = entry.state else { throw StoreError.cancelled }
        #expect(ReportText.lines(of: report).contains { $0.contains("prompt-alchemy db restore") })
        #expect(try steps() == "1")
        driver.press(.escape)
        driver.type("M")
        #expect(driver.screen.text.contains("the library has the layout of this version"))
    }

    @Test func `it goes on out of sight, can be cancelled, and quitting asks`() throws {
        var library = LibraryInfo(name: "l", isReadOnly: false, isDemo: false)
        library.isOlder = true
        var browser = Browser(size: Size(width: 120, height: 40), library: library)
        _ = browser.start(at: 0)
        _ = browser.handle(.key(.character("M")), at: 0)
        let migrate = MaintenanceTask.migrate(MigrationOptions())
        #expect(browser.handle(.key(.character("y")), at: 0) == [.readMaintenance, .startTask(id: 1, migrate)])
        let progress = TaskProgress(stage: "Step 01-prompts", fraction: 0.5)
        _ = browser.handle(.answer(.task(id: 1, .progress(progress))), at: 0)
        #expect(browser.draw().text.contains(" Migrate: Step 01-prompts 50 %"))
        _ = browser.handle(.key(.escape), at: 0)
        #expect(browser.overlays.isEmpty)
        _ = browser.handle(.tick, at: 20)
        #expect(browser.draw().text.contains(" Migrate: Step 01-prompts 50 %"))
        #expect(browser.handle(.key(.character("q")), at: 20).isEmpty)
        #expect(browser.draw().text.contains("Running: Migrate."))
        _ = browser.handle(.key(.character("n")), at: 20)
        _ = browser.handle(.key(.character("M")), at: 20)
        #expect(browser.handle(.key(.character("x")), at: 20) == [.cancelTask(id: 1)])
        _ = browser.handle(.answer(.taskEnded(id: 1, .failure(.cancelled))), at: 20)
        #expect(browser.draw().text.contains("Cancelled; the library is as it was."))
    }

    @Test func `where a person has said so it is done without a question`() throws {
        var preferences = Preferences()
        preferences.migratesAutomatically = true
        let driver = try driver(preferences: preferences)
        #expect(driver.browser.message?.text.contains("Migrated in 8 steps") == true)
    }
}
