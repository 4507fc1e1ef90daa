import PromptStore
import PromptTestSupport
import Testing

@testable import PromptBrowser

/// The Maintenance screen: what it says, what it asks, what it runs.
struct MaintenanceTests {
    private let sample: SampleLibrary
    private let driver: Driver

    init() throws {
        sample = try SampleLibrary()
        driver = sample.driver()
    }

    private static let sizes = [(120, 40), (80, 24), (40, 12)]

    @Test(arguments: sizes)
    func idle(width: Int, height: Int) throws {
        let driver = sample.driver(width, height)
        driver.openMaintenance()
        driver.select(.statistics)
        try expectScreen(driver.screen.text, "maintenance-idle-\(width)x\(height)")
    }

    @Test(arguments: sizes)
    func running(width: Int, height: Int) throws {
        let driver = sample.driver(width, height)
        driver.openMaintenance()
        driver.select(.backup)
        driver.press(.enter, .enter)
        driver.tell(1, .note(TaskNote(moment: SampleLibrary.now, text: "Back up of ~/prompts.db begins.")))
        driver.tell(1, .progress(TaskProgress(stage: "Copying", fraction: 0.41)))
        driver.now += 12
        driver.send(.tick)
        try expectScreen(driver.screen.text, "maintenance-running-\(width)x\(height)")
    }

    @Test(arguments: sizes)
    func failed(width: Int, height: Int) throws {
        let driver = sample.driver(width, height)
        driver.openMaintenance([])
        driver.select(.backup)
        driver.press(.enter, .enter)
        driver.now += 3
        driver.end(1, .failure(.noRoom(path: "/home/ann", neededBytes: 5_300_000, freeBytes: 120_000)))
        try expectScreen(driver.screen.text, "maintenance-failed-\(width)x\(height)")
    }

    @Test(arguments: sizes)
    func findings(width: Int, height: Int) throws {
        let driver = sample.driver(width, height)
        driver.openMaintenance()
        driver.select(.statistics)
        driver.press(.enter)
        driver.now += 2
        driver.end(1, .success(SampleMaintenance.findings))
        driver.now += 10
        driver.send(.tick)
        driver.press(.tab)
        try expectScreen(driver.screen.text, "maintenance-findings-\(width)x\(height)")
    }

    @Test func `a real backup is made, announced and then listed`() throws {
        driver.type("m")
        #expect(driver.screen.text.contains("there is no backup of this library yet"))
        driver.select(.backup)
        driver.press(.enter)
        #expect(driver.screen.text.contains("The file to make; empty: one in the directory of backups."))
        driver.press(.enter)
        let backup = try #require(sample.store.maintenance.backups().first)
        #expect(driver.browser.tasks.entries.map(\.word.text) == ["done"])
        #expect(driver.screen.text.contains("Backups"))
        #expect(driver.screen.text.contains("Nothing is advisable now."))
        #expect(driver.browser.message?.text.contains(backup.path) == true)
    }

    @Test(arguments: [0, 1])
    func `Enter on a finding or on a prompt of it goes to that prompt in the list`(below: Int) throws {
        let rows = driver.browser.list.rows
        let id = rows[5].id
        driver.openMaintenance()
        driver.select(.statistics)
        driver.press(.enter)
        driver.end(1, .success(TaskReport("Found.", .advice, findings: [TaskFinding(.advice, "odd", promptIDs: [id])])))
        driver.press(.tab)
        let line = try #require(driver.browser.maintenanceLines.firstIndex { $0.promptID == id })
        for _ in 0..<line + below { driver.press(.down) }
        driver.press(.enter)
        #expect(driver.browser.overlays.isEmpty)
        #expect(driver.browser.list.selectedRow?.id == id)
    }

    @Test func `what changes the library asks first, and no is the answer`() {
        driver.openMaintenance()
        driver.select(.migrate)
        driver.press(.enter)
        #expect(driver.screen.text.contains("Migrate: change ~/prompts.db?"))
        driver.press(.enter)
        #expect(driver.browser.tasks.entries.isEmpty)
        driver.press(.enter, .character("y"))
        #expect(driver.terminalEffects == [.startTask(id: 1, .migrate(MigrationOptions()))])
    }

    @Test func `a backup is restored from the list, after saying how to take that back`() {
        let backup = SampleMaintenance.backup(3)
        driver.openMaintenance([backup])
        driver.press(.end)
        #expect(driver.screen.text.contains("A backup of this library."))
        driver.press(.enter)
        #expect(driver.screen.text.contains("Restore: change ~/prompts.db?"))
        #expect(driver.screen.text.contains(SampleMaintenance.directory + ";"))
        driver.press(.character("y"))
        #expect(driver.terminalEffects == [.startTask(id: 1, .restore(from: backup.path))])
    }

    @Test func `the cursor stays on a backup when a newer one appears above it`() {
        let (older, newer) = (SampleMaintenance.backup(30), SampleMaintenance.backup(3))
        driver.openMaintenance([older])
        driver.press(.end)
        driver.send(.answer(.maintenance(SampleMaintenance.overview([newer, older]))))
        #expect(driver.browser.maintenance.selected == .backup(older))
        driver.send(.answer(.maintenance(SampleMaintenance.overview([newer]))))
        #expect(driver.browser.maintenance.selected == .backup(newer))
    }

    @Test func `the form offers the newest backup, and asks for one where there is none`() {
        driver.openMaintenance()
        driver.select(.restore)
        driver.press(.enter, .enter, .character("y"))
        #expect(driver.terminalEffects == [.startTask(id: 1, .restore(from: SampleMaintenance.backup(3).path))])
        driver.send(.answer(.maintenance(SampleMaintenance.overview([]))))
        driver.press(.enter, .enter)
        #expect(driver.screen.text.contains("Write which backup is to be restored."))
        driver.press(.escape)
        driver.select(.integrityCheck)
        driver.press(.enter, .right, .enter)
        #expect(driver.browser.tasks.entries.last?.task == .integrityCheck(isQuick: true))
    }

    @Test func `d tries out what can be tried out, without asking`() {
        driver.openMaintenance()
        driver.select(.migrate)
        driver.press(.character("d"))
        #expect(driver.terminalEffects == [.startTask(id: 1, .migrate(MigrationOptions(isRehearsal: true)))])
        driver.select(.statistics)
        driver.press(.character("d"))
        #expect(driver.screen.text.lastLine == " Statistics has nothing to try out.")
    }

    @Test func `what writes says why it does not run where nothing may be written`() throws {
        let driver = try SampleLibrary(isReadOnly: true).driver()
        driver.openMaintenance()
        driver.select(.migrate)
        #expect(driver.screen.text.contains("Not now: the library is open for reading only."))
        driver.press(.enter)
        #expect(driver.screen.text.lastLine == " That cannot be done: the library is open for reading only.")
        driver.press(.character("d"))
        #expect(driver.terminalEffects == [.startTask(id: 1, .migrate(MigrationOptions(isRehearsal: true)))])
    }

    @Test func `the palette starts a task by its name and shows it`() {
        driver.holdsTasks = true
        driver.type(":statistics")
        driver.press(.enter)
        #expect(driver.terminalEffects == [.startTask(id: 1, .statistics)])
        #expect(driver.browser.maintenance.selectedKind == .statistics)
        #expect(driver.screen.text.contains(" Maintenance "))
    }

    @Test func `a path that is typed is made absolute`() {
        driver.openMaintenance()
        driver.select(.backup)
        driver.press(.enter)
        driver.type("/srv/cop")
        driver.send(.paste("y.db\nrm -rf /"))
        driver.press(.enter)
        #expect(driver.terminalEffects == [.startTask(id: 1, .backup(to: "/srv/copy.db"))])
    }

    @Test(arguments: [Key.escape, .character("q"), .control("c")])
    func `leaving shows the panes as they were, and coming back the place one was at`(key: Key) {
        let before = driver.screen.text
        driver.openMaintenance()
        driver.press(.down, key)
        #expect(driver.screen.text == before)
        driver.openMaintenance()
        #expect(driver.browser.maintenance.cursor == 1)
    }
}
