import PromptBrowser
import PromptTestSupport
import Testing

struct ScreenTests {
    @Test(arguments: [(160, 50), (120, 40), (100, 30), (80, 24), (60, 50), (40, 12)])
    func firstScreen(width: Int, height: Int) throws {
        let driver = try SampleLibrary().driver(width, height)
        try expectScreen(driver.screen.text, "first-\(width)x\(height)")
    }

    @Test func asciiScreen() throws {
        let driver = try SampleLibrary().driver()
        let screen = driver.screen.ascii()
        try expectScreen(screen.text, "ascii-120x40")
        #expect(screen.text.utf8.allSatisfy { $0 < 0x80 })
    }

    @Test func attributesAloneShowFocusSelectionAndHits() throws {
        let driver = try SampleLibrary().driver(100, 30)
        driver.press(.down, .character("/"))
        driver.type("review")
        driver.press(.enter)
        try expectScreen(driver.screen.text + driver.screen.attributes, "mono-100x30")
    }

    @Test func everyPaneZoomed() throws {
        let driver = try SampleLibrary().driver(80, 24)
        for name in ["prompts", "detail", "lineage", "metrics", "feedback"] {
            driver.press(.character("z"))
            try expectScreen(driver.screen.text, "zoomed-\(name)-80x24")
            driver.press(.character("z"), .tab)
        }
    }

    @Test(arguments: [(120, 40), (80, 24)])
    func help(width: Int, height: Int) throws {
        let driver = try SampleLibrary().driver(width, height)
        driver.press(.character("?"))
        driver.type("rate")
        try expectScreen(driver.screen.text, "help-\(width)x\(height)")
    }

    @Test func searching() throws {
        let driver = try SampleLibrary().driver(80, 24)
        driver.press(.character("/"))
        driver.type("schema")
        try expectScreen(driver.screen.text, "search-80x24")
    }

    @Test func commenting() throws {
        let driver = try SampleLibrary().driver(80, 24)
        driver.press(.character("c"))
        driver.type("Found the missing check, but only when asked twice: worth another variant.")
        try expectScreen(driver.screen.text, "comment-80x24")
    }

    @Test func askingToQuit() throws {
        let driver = try SampleLibrary().driver(80, 24)
        driver.press(.control("c"))
        try expectScreen(driver.screen.text, "quit-80x24")
    }

    @Test func welcome() throws {
        let browser = Browser(
            size: Size(width: 80, height: 24),
            welcomeTo: "/home/ann/.prompt-alchemy/prompts.db",
            reason: "There is no library at /home/ann/.prompt-alchemy/prompts.db yet."
        )
        try expectScreen(Driver(browser, store: nil, now: SampleLibrary.now).screen.text, "welcome-80x24")
    }

    @Test func tooSmall() throws {
        let driver = try SampleLibrary().driver(39, 12)
        #expect(driver.screen.text.contains("needs 40x12"))
        driver.press(.character("q"))
        #expect(driver.terminalEffects == [.quit])
    }
}
