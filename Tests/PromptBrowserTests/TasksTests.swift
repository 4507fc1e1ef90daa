import PromptStore
import PromptTestSupport
import Testing

@testable import PromptBrowser

/// Tasks in the background: told of, cancelled, asked about.
struct TasksTests {
    private let sample: SampleLibrary
    private let driver: Driver

    init() throws {
        sample = try SampleLibrary()
        driver = sample.driver()
        driver.holdsTasks = true
    }

    private func run(_ kind: MaintenanceTask.Kind, _ driver: Driver) {
        driver.openMaintenance()
        driver.select(kind)
        driver.press(.enter)
        driver.press(kind == .migrate ? .character("y") : .unknown)
        driver.press(.escape)
    }

    @Test(arguments: [(120, 40), (80, 24), (40, 12)])
    func tasks(width: Int, height: Int) throws {
        let driver = sample.driver(width, height)
        run(.statistics, driver)
        driver.now += 2
        driver.end(1, .success(SampleMaintenance.findings))
        run(.migrate, driver)
        driver.tell(2, .note(TaskNote(moment: driver.now, text: "Migrate of ~/prompts.db begins.")))
        driver.tell(2, .progress(TaskProgress(stage: "Filling in", fraction: 0.2)))
        run(.statistics, driver)
        driver.now += 7.5
        driver.send(.tick)
        driver.type("Tj")
        try expectScreen(driver.screen.text, "tasks-\(width)x\(height)")
    }

    @Test func `nothing has been run`() {
        driver.type("T")
        #expect(driver.screen.text.contains("Nothing has been run since the start."))
        driver.type("xG")
        driver.press(.escape)
        #expect(driver.browser.overlays.isEmpty)
    }

    @Test func `the first line tells of a task that runs, with a percent only where there is one`() {
        run(.statistics, driver)
        #expect(driver.screen.text.line(0).contains(" Statistics  ● live"))
        driver.tell(1, .progress(TaskProgress(stage: "Counting")))
        #expect(driver.screen.text.line(0).contains(" Statistics: Counting  ● live"))
        driver.tell(1, .progress(TaskProgress(stage: "Counting", fraction: 0.999)))
        #expect(driver.screen.text.line(0).contains(" Statistics: Counting 99 %  ● live"))
        driver.end(1, .success(TaskReport("Counted.")))
        #expect(!driver.screen.text.line(0).contains("Statistics"))
        #expect(driver.screen.text.lastLine == " Counted.")
    }

    @Test func `a sign moves four times a second, and only while something runs`() throws {
        run(.statistics, driver)
        var signs: Set<String> = []
        for _ in 0..<4 {
            let next = try #require(driver.browser.nextDeadline)
            #expect(next > driver.now && next <= driver.now + 0.25)
            driver.now = next
            driver.send(.tick)
            signs.insert(MovingSign.sign(at: driver.now))
        }
        #expect(signs.count == 4)
        driver.end(1, .failure(.cancelled))
        driver.now += 100
        driver.send(.tick)
        #expect(driver.browser.nextDeadline == nil)
    }

    @Test func `rating and searching go on`() {
        run(.migrate, driver)
        driver.type("4")
        #expect(driver.screen.text.lastLine.contains("Rated ★★★★·, saved."))
        driver.type("/review")
        driver.press(.enter)
        #expect(driver.browser.list.query.text == "review")
    }

    @Test(arguments: [Key.character("x"), .control("c")])
    func `x and Ctrl-c cancel the task under the cursor`(key: Key) {
        run(.statistics, driver)
        driver.type("T")
        driver.press(key)
        #expect(driver.terminalEffects.last == .cancelTask(id: 1))
        #expect(driver.screen.text.contains("ending"))
        driver.end(1, .failure(.cancelled))
        #expect(driver.screen.text.lastLine == " Statistics was cancelled; the library is as it was.")
    }

    @Test func `what is finishing says so instead of being cancelled`() {
        run(.migrate, driver)
        driver.tell(1, .progress(TaskProgress(stage: "Writing", isCancellable: false)))
        driver.type("T")
        #expect(driver.screen.text.contains("Finishing, cannot be cancelled."))
        driver.type("x")
        #expect(driver.screen.text.lastLine == " Migrate is finishing and cannot be cancelled any more.")
        #expect(!driver.terminalEffects.contains(.cancelTask(id: 1)))
    }

    @Test func `Ctrl-c among the panes cancels what runs, and asks to quit only then`() {
        run(.statistics, driver)
        driver.press(.control("c"))
        #expect(driver.terminalEffects.last == .cancelTask(id: 1))
        driver.end(1, .failure(.cancelled))
        driver.press(.control("c"))
        #expect(driver.screen.text.contains("Quit prompt-alchemy?"))
    }

    @Test func `quitting asks and says what it means for what runs`() throws {
        let driver = sample.driver(80, 24)
        run(.statistics, driver)
        run(.migrate, driver)
        driver.type("q")
        try expectScreen(driver.screen.text, "quit-task-80x24")
        driver.press(.enter)
        #expect(!driver.terminalEffects.contains(.quit))
        driver.type("qy")
        #expect(driver.terminalEffects.last == .quit)
    }

    @Test func `a task that fails says its sentence until the next key`() {
        run(.statistics, driver)
        driver.end(1, .failure(.diskFull(path: "/srv")))
        let sentence = StoreError.diskFull(path: "/srv").sentence
        #expect(driver.browser.message?.text == "Statistics failed: \(sentence)")
        driver.now += 100
        driver.send(.tick)
        #expect(driver.browser.message != nil)
    }

    @Test func `what waits is begun when what it waits for has ended`() {
        run(.statistics, driver)
        run(.migrate, driver)
        #expect(driver.screen.text.lastLine == " Migrate waits for: Statistics.")
        driver.end(1, .success(TaskReport("Counted.")))
        #expect(driver.terminalEffects.last == .startTask(id: 2, .migrate(MigrationOptions())))
    }
}
