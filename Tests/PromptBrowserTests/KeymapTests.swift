import PromptTestSupport
import Testing

@testable import PromptBrowser

struct KeymapTests {
    @Test func `every key of the table round-trips through its name`() {
        let printable = (0x20..<0x7F).compactMap(Unicode.Scalar.init).map { Key.character(Character($0)) }
        let sent = "abcdefgklnopqrstuvwxyz".map { Key.control($0) }
        let others: [Key] = [
            .enter, .tab, .backTab, .escape, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp,
            .pageDown, .character("ü"), .character("日"),
        ]
        for key in printable + sent + others + CommandTable.entries.flatMap(\.keys) {
            #expect(Key(named: key.name) == key)
        }
    }

    @Test func `keys have names that can be typed, in either case`() {
        #expect(Key(named: "Down") == .down)
        #expect(Key(named: "pgup") == .pageUp)
        #expect(Key(named: "ctrl-D") == .control("d"))
        #expect(Key(named: "Space") == .character(" "))
        #expect(Key(named: "J") == .character("J"))
    }

    @Test(arguments: ["", "Ctrl-h", "Ctrl-i", "Ctrl-j", "Ctrl-m", "Ctrl-1", "Ctrl-", "F1", "jj", "\u{1B}", "Hyper-x"])
    func `what no terminal sends is no key`(name: String) {
        #expect(Key(named: name) == nil)
    }

    @Test func `commands have names of small letters, digits and hyphens, each its own`() {
        let names = CommandTable.entries.map(\.command.name)
        #expect(names.contains("half-page-down") && names.contains("rate-5") && names.contains("quit"))
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" } })
    }

    @Test func `a key goes to the command that a person gives it`() throws {
        var keymap = Keymap()
        try keymap.bind(.down, to: [.character("n"), .character("q")])
        #expect(keymap.command(for: .character("n"), in: .detail) == .down)
        #expect(keymap.command(for: .character("j"), in: .prompts) == nil)
        #expect(keymap.keys(of: .nextHit).isEmpty)
        #expect(keymap.unreachable == [.quit])
        for pane in Pane.allCases {
            let keys = keymap.entries.filter { $0.panes.contains(pane) }.flatMap(\.keys)
            #expect(Set(keys).count == keys.count, "\(pane)")
        }
    }

    @Test func `one key is not given to two commands that work in the same pane`() throws {
        var keymap = Keymap()
        try keymap.bind(.down, to: [.character("x")])
        #expect(throws: Keymap.Refusal.taken(.character("x"), by: .down)) {
            try keymap.bind(.up, to: [.up, .character("x")])
        }
        #expect(keymap.keys(of: .up) == Keymap().keys(of: .up))
    }

    @Test func `two keys can be exchanged`() throws {
        var keymap = Keymap()
        try keymap.bind(.down, to: [.character("k")])
        try keymap.bind(.up, to: [.character("j")])
        #expect(keymap.command(for: .character("k"), in: .prompts) == .down)
        #expect(keymap.command(for: .character("j"), in: .prompts) == .up)
    }

    @Test func `footer, palette and sentences name the keys that work now`() throws {
        let sample = try SampleLibrary()
        var preferences = Preferences()
        for (stars, key) in zip(1...5, "!§$%&") {
            try preferences.keymap.bind(.rate(stars), to: [.character(key)])
        }
        try preferences.keymap.bind(.search, to: [.control("f")])
        try preferences.keymap.bind(.palette, to: [.control("x")])
        let driver = sample.driver(preferences: preferences)
        #expect(driver.screen.text.lastLine.contains(" !§$%& rate "))
        #expect(driver.screen.text.lastLine.contains(" Ctrl-f search "))
        driver.press(.character("n"))
        #expect(driver.screen.text.lastLine.contains("press Ctrl-f to begin one"))
        driver.press(.character("&"))
        #expect(driver.screen.text.lastLine.contains("Rated ★★★★★"))
        driver.press(.control("x"))
        driver.type("rate the prompt 3")
        #expect(driver.screen.text.contains("$             Rate the prompt 3 stars"))
    }

    @Test func `redrawing and suspending work under every overlay with the keys they have`() throws {
        var preferences = Preferences()
        try preferences.keymap.bind(.suspend, to: [.control("o")])
        let driver = try SampleLibrary().driver(preferences: preferences)
        driver.press(.character("/"), .control("o"), .control("z"))
        #expect(driver.terminalEffects == [.suspend])
    }

    @Test func `what is wrong with the preferences is said until a key is pressed`() throws {
        var preferences = Preferences()
        preferences.complaint = "config.yaml, line 3, column 1: there is no setting “kyes”; did you mean keys?"
        let driver = try SampleLibrary().driver(preferences: preferences)
        #expect(driver.screen.text.contains("line 3, column 1: there is no setting"))
        driver.press(.down)
        #expect(!driver.screen.text.contains("line 3"))
    }
}
