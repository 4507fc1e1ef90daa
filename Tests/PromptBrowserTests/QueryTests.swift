import PromptStore
import PromptTestSupport
import Testing

@testable import PromptBrowser

/// Searching with a query, and what becomes of one that means nothing.
struct QueryTests {
    private let sample: SampleLibrary
    private let driver: Driver

    init() throws {
        sample = try SampleLibrary()
        driver = sample.driver(80, 24)
    }

    @Test func whatMeansNothingIsUnderlinedAndSaidAndTheLastResultStays() throws {
        driver.press(.character("/"))
        driver.type("schema")
        let rows = driver.browser.list.rows
        driver.send(.paste(" phse:x"))
        #expect(driver.browser.list.rows == rows && driver.browser.list.query.text == "schema")
        let underlined = driver.screen.cells.filter { $0.style.attributes.contains(.underline) }
        #expect(underlined.map(\.text).joined() == "phse:")
        #expect(driver.screen.text.contains("There is no field “phse:”"))
        try expectScreen(driver.screen.text, "query-error-80x24")
    }

    @Test func enterKeepsOnlyWhatMeansSomething() {
        driver.press(.character("/"))
        driver.type("phase:")
        driver.press(.enter)
        #expect(driver.browser.overlays.count == 1)
        driver.type("solutio")
        driver.press(.enter)
        #expect(driver.browser.overlays.isEmpty)
        #expect(driver.screen.text.line(1).contains("“phase:solutio” "))
        #expect(driver.browser.list.rows.allSatisfy { $0.phase == "solutio" })
        driver.press(.escape)
        #expect(driver.browser.list.query.isEmpty)
    }

    @Test func anOrderInAQueryLastsAsLongAsTheQuery() {
        driver.press(.character("/"))
        driver.type("schema sort:score")
        #expect(driver.browser.list.shownOrder == PromptOrder(.score))
        #expect(driver.screen.text.line(1).contains("“schema” 23 by score"))
        driver.press(.enter, .escape)
        #expect(driver.browser.list.shownOrder == PromptOrder(.created))
    }

    @Test func anyPartOfTheProgramCanNarrowTheList() throws {
        var browser = driver.browser
        let effects = browser.narrow(to: try PromptQuery("phase:solutio tag:sql"))
        #expect(effects.contains(.countFound(try PromptQuery("phase:solutio tag:sql"))))
        #expect(browser.list.query.conjuncts.count == 2)
    }
}
