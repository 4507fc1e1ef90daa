@testable import PromptBrowser
import PromptStore
import PromptTestSupport
import Testing

struct PaneTests {
    @Test func `an age in the feedback never touches what was said`() throws {
        let library = try SampleLibrary()
        let driver = Driver(library.store, now: SampleLibrary.now + 20 * 60)
        #expect(driver.screen.text.contains("22 min run"))
        #expect(!driver.screen.text.contains("minrun"))
    }

    @Test func `the help finds a command by the word that the footer has for it`() throws {
        let driver = try SampleLibrary().driver()
        driver.press(.character("?"))
        driver.type("zoom")
        #expect(driver.screen.text.contains("Give the pane the whole screen"))
    }

    @Test func `a lock held by another program takes nothing from the screen`() throws {
        let driver = try SampleLibrary().driver()
        let before = driver.screen.text
        let id = try #require(driver.browser.list.selectedRow?.id)
        let lock = StoreError.locked(path: "~/prompts.db")
        driver.send(.answer(.dossier(promptID: id, .failure(lock))))
        driver.send(.answer(.lineage(promptID: id, extent: 1, .failure(lock))))
        #expect(driver.screen.text == before)
    }
}
