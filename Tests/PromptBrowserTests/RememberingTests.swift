import PromptStore
import PromptTestSupport
import Testing

@testable import PromptBrowser

struct RememberingTests {
    private let sample: SampleLibrary

    init() throws { sample = try SampleLibrary() }

    private func driver(_ remembered: Remembered?) -> Driver {
        var info = LibraryInfo(name: "~/prompts.db", isReadOnly: false, isDemo: false)
        info.path = sample.path
        info.remembered = remembered
        let browser = Browser(size: Size(width: 120, height: 40), library: info)
        return Driver(browser, store: sample.store, now: SampleLibrary.now)
    }

    @Test func `opening again shows the same`() throws {
        let first = driver(nil)
        first.press(.character("s"), .character("s"), .character("/"))
        first.type("review")
        first.press(.enter, .down, .down, .character("<"), .tab, .tab)
        let second = driver(try #require(first.browser.remembered).state)
        #expect(second.browser.list.selectedRow?.id == first.browser.list.selectedRow?.id)
        #expect(second.screen.text.line(1) == first.screen.text.line(1))
        #expect(second.browser.remembered?.state == first.browser.remembered?.state)
        #expect(second.browser.found == first.browser.found)
    }

    @Test func `a zoomed pane and a prompt far down come back`() throws {
        let first = driver(nil)
        first.press(.character("G"), .enter)
        let second = driver(try #require(first.browser.remembered).state)
        #expect(second.screen.text == first.screen.text)
    }

    @Test func `where the prompt is gone the list begins at its start`() {
        var state = Remembered()
        state.selected = "gone"
        let driver = driver(state)
        #expect(driver.screen.text == self.driver(nil).screen.text)
    }

    @Test func `it is kept once it has been quiet for two seconds`() {
        var browser = driver(nil).browser
        let now = SampleLibrary.now
        _ = browser.handle(.key(.down), at: now)
        #expect(browser.handle(.key(.down), at: now + 1).allSatisfy { !$0.keeps })
        #expect(browser.nextDeadline.map { $0 <= now + 2 } == true)
        #expect(browser.handle(.tick, at: now + 2.1).contains { $0.keeps })
        #expect(browser.handle(.tick, at: now + 9).allSatisfy { !$0.keeps })
    }

    @Test func `nothing is kept of a library that is thrown away`() {
        #expect(sample.driver().browser.remembered == nil)
    }
}

extension Effect {
    fileprivate var keeps: Bool {
        guard case .remember = self else { return false }
        return true
    }
}
