import PromptStore
import PromptTestSupport
import Testing

@testable import PromptBrowser

struct WelcomeTests {
    private let directory: TemporaryDirectory
    private let driver: Driver

    init() throws {
        directory = try TemporaryDirectory()
        let path = directory.file("prompts.db")
        driver = Driver(
            Browser(size: Size(width: 80, height: 24), welcomeTo: path, reason: "There is no library at \(path) yet."),
            store: nil,
            now: SampleLibrary.now,
            opener: { request throws(StoreError) in
                let file: String
                switch request {
                case .demo:
                    file = path
                    try PromptStore.createDemo(at: file, now: Int(SampleLibrary.now))
                case .create(let path):
                    file = path
                    try PromptStore.create(at: path)
                case .existing(let path): file = path
                }
                let store = try PromptStore(path: file)
                return (store, LibraryInfo(name: "opened", isReadOnly: false, isDemo: request == .demo))
            }
        )
    }

    @Test func nCreatesAnEmptyLibrary() throws {
        driver.press(.character("n"))
        #expect(driver.screen.text.line(0).contains("opened  0 prompts"))
        #expect(driver.screen.text.contains("There are no prompts in this library yet."))
        #expect(try OtherProgram(directory.file("prompts.db")).run("SELECT count(*) FROM prompts") == "0")
    }

    @Test func dOpensTheDemo() {
        driver.press(.character("d"))
        #expect(driver.screen.text.line(0).contains("406 prompts"))
    }

    @Test func oAsksForAPathAndSaysWhatIsWrongWithIt() {
        driver.press(.character("o"))
        driver.send(.paste(directory.file("absent.db") + "\nq"))
        driver.press(.enter)
        let end = driver.screen.text.split(separator: "\n").suffix(5).joined().filter { $0 != " " }
        #expect(end.contains(directory.file("absent.db")))
        driver.press(.escape, .character("q"))
        #expect(driver.terminalEffects == [.quit])
    }
}
