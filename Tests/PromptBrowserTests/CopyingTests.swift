import PromptTestSupport
import Testing

@testable import PromptBrowser

struct CopyingTests {
    private let sample: SampleLibrary
    private let driver: Driver

    init() throws {
        sample = try SampleLibrary()
        driver = sample.driver()
    }

    private var lastCopy: (bytes: [UInt8], what: Copied)? {
        guard case .copy(let bytes, let what)? = driver.terminalEffects.last else { return nil }
        return (bytes, what)
    }

    @Test func `the whole text is copied, byte by byte, however long it is`() throws {
        let id = try #require(driver.browser.subject)
        let other = OtherProgram(sample.path)
        try other.run(
            "UPDATE prompts SET content = replace(hex(zeroblob(1000000)), '00', 'é') || x'FF' WHERE id = '\(id)'"
        )
        driver.press(.character("y"))
        let copied = try #require(lastCopy)
        #expect(copied.bytes.count == 2_000_001 && copied.bytes.last == 0xFF)
        #expect(copied.what == .text(promptID: id, bytes: 2_000_001))
    }

    @Test(arguments: [true, false])
    func `a copied text counts as a use where that is wanted, and undo takes it back`(isWanted: Bool) throws {
        var preferences = Preferences()
        preferences.countsUses = isWanted
        let driver = sample.driver(preferences: preferences)
        let id = try #require(driver.browser.subject)
        let other = OtherProgram(sample.path)
        func uses() throws -> Int? { Int(try other.run("SELECT usage_count FROM prompts WHERE id = '\(id)'")) }
        let before = try #require(try uses())
        driver.send(.answer(.copied(.text(promptID: id, bytes: 5), .refused(by: "xclip"))))
        #expect(try uses() == before)
        driver.send(.answer(.copied(.text(promptID: id, bytes: 5), .taken(by: "xclip"))))
        #expect(try uses() == before + (isWanted ? 1 : 0))
        #expect(driver.screen.text.lastLines(1).contains("Copied the text (5 B) with xclip."))
        driver.type("u")
        #expect(try uses() == before)
    }

    @Test func `a command is copied that prints the prompt`() throws {
        let id = try #require(driver.browser.subject)
        driver.press(.character("Y"))
        let copied = try #require(lastCopy)
        #expect(String(decoding: copied.bytes, as: UTF8.self) == "prompt-alchemy show \(id)")
    }

    @Test(arguments: [
        (CopyOutcome.taken(by: "wl-copy"), "Copied the text (1.2 kB) with wl-copy."),
        (
            .takenByTmux,
            "Gave the text (1.2 kB) to tmux, which can paste it; the terminal has it too if set-clipboard lets it through."
        ),
        (.sent, "Sent the text (1.2 kB) to the terminal by OSC 52; whether it took it, only it knows."),
        (.refused(by: "xclip"), "xclip did not take the text (1.2 kB): nothing is copied."),
    ])
    func `no more is said than can be known`(outcome: CopyOutcome, sentence: String) {
        driver.send(.answer(.copied(.text(promptID: "a", bytes: 1234), outcome)))
        #expect(driver.screen.text.lastLines(2).contains(sentence), "\(driver.screen.text)")
    }

    @Test func `what is too long for the terminal is not copied, and another way is named`() {
        driver.send(.answer(.copied(.text(promptID: "a", bytes: 80_000), .tooLong(limit: 74_994))))
        let text = driver.screen.text.lastLines(2)
        #expect(text.contains("Terminals take 75.0 kB by OSC 52, and the text (80.0 kB) is longer: nothing is copied."))
        #expect(text.contains("use Y to copy a command that prints it."))
    }

    @Test(arguments: [
        ("abc-1.2_3", "abc-1.2_3"), ("", "''"), ("a b", "'a b'"), ("it's", #"'it'\''s'"#), ("$x;`y`", "'$x;`y`'"),
        ("é", "'é'"),
    ])
    func `a shell takes a word for one`(word: String, quoted: String) {
        #expect(ShellWord.quoted(word) == quoted)
    }
}
