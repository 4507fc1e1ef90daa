import PromptTestSupport
import Testing

@testable import PromptBrowser

struct MouseTests {
    private let driver: Driver

    init() throws { driver = try SampleLibrary().driver() }

    private func click(x: Int, y: Int) {
        driver.send(.mouse(Mouse(.press, x: x, y: y)))
        driver.send(.mouse(Mouse(.release, x: x, y: y)))
    }

    @Test func `a click selects a row, and gives its pane the focus`() {
        driver.press(.tab)
        click(x: 10, y: 6)
        #expect(driver.browser.list.selected == 4)
        #expect(driver.browser.wishes.focus == .prompts)
        click(x: 70, y: 5)
        #expect(driver.browser.wishes.focus == .detail)
        #expect(driver.browser.list.selected == 4)
    }

    @Test func `the wheel scrolls the pane under the pointer and leaves the focus`() {
        driver.send(.mouse(Mouse(.wheelDown, x: 10, y: 20)))
        #expect(driver.browser.list.selected == 3)
        let before = driver.screen.text
        driver.send(.mouse(Mouse(.wheelDown, x: 70, y: 5)))
        #expect(driver.screen.text != before)
        #expect(driver.browser.list.selected == 3)
        #expect(driver.browser.wishes.focus == .prompts)
    }

    @Test func `the border of the list can be dragged`() throws {
        let width = try #require(driver.browser.layout?.slots.first?.rect.width)
        driver.send(.mouse(Mouse(.press, x: width, y: 12)))
        driver.send(.mouse(Mouse(.drag, x: width + 10, y: 13)))
        driver.send(.mouse(Mouse(.release, x: width + 10, y: 13)))
        let wider = try #require(driver.browser.layout?.slots.first?.rect.width)
        #expect(abs(wider - width - 11) <= 1)
        driver.send(.mouse(Mouse(.drag, x: 30, y: 13)))
        #expect(driver.browser.layout?.slots.first?.rect.width == wider)
    }

    @Test func `a click on a hint runs it`() throws {
        let line = String(driver.screen.text.lastLine)
        let place = try #require(line.range(of: "? help")).lowerBound
        click(x: line.distance(from: line.startIndex, to: place) + 3, y: 39)
        #expect(driver.screen.text.contains(" Help "))
        driver.send(.mouse(Mouse(.wheelDown, x: 60, y: 20)))
        driver.press(.enter)
        #expect(driver.browser.overlays.isEmpty)
    }

    @Test func `clicks where nothing is do nothing`() {
        let before = driver.screen.text
        for (x, y) in [(0, 0), (119, 39), (500, 500), (1, 39)] { click(x: x, y: y) }
        #expect(driver.screen.text == before)
    }
}
