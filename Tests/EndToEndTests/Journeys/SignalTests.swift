import Foundation
import Testing

struct SignalTests {
    @Test(arguments: [
        SIGSEGV, SIGILL, SIGABRT, SIGBUS, SIGFPE, SIGTRAP, SIGHUP, SIGQUIT, SIGTERM, SIGINT, SIGPIPE,
    ])
    func `whatever kills it, the terminal is whole`(signal: Int32) async throws {
        try await TmuxTerminal.open { terminal in
            _ = try Library(at: terminal.home + "/prompts.db")
            // Modes that no program would choose by itself: restoring means these, not sane ones.
            try await terminal.shell("ulimit -c 0; stty -ixon intr ^G erase ^H; echo earlier words")
            let modes = try await terminal.modes()
            let process = try await terminal.browse("--database", "prompts.db")
            #expect(try await terminal.state("#{alternate_on}") == "1")

            kill(process, signal)
            try await terminal.waitForPrompt(status: 128 + Int(signal))
            // Where Swift's backtrace is printed below it, it has scrolled away.
            let history = try await terminal.captureHistory()
            #expect(history.contains("earlier words"), "\(history.joined(separator: "\n"))")
            let state = "#{alternate_on} #{cursor_flag} #{keypad_cursor_flag} #{keypad_flag} #{mouse_any_flag}"
            #expect(try await terminal.state(state) == "0 1 0 0 0")
            #expect(try await terminal.modes() == modes)

            // Were bracketed paste still on, the brackets would be in the file.
            try await terminal.type("cat >pasted; echo >done")
            try await terminal.waitForFile("pasted")
            try await terminal.paste("words")
            try await terminal.send("Enter", "C-d")
            try await terminal.waitForFile("done")
            #expect(try String(contentsOfFile: terminal.home + "/pasted", encoding: .utf8) == "words\n")
        }
    }

    @Test func `a terminal with only one screen is cleared, of what it shows and of no more`() async throws {
        try await TmuxTerminal.open(variables: ["TERM": "vt100"]) { terminal in
            _ = try Library(at: terminal.home + "/prompts.db")
            let process = try await terminal.browse("--database", "prompts.db")
            kill(process, SIGPIPE)
            try await terminal.waitForPrompt(status: 128 + Int(SIGPIPE))
            let screen = try await terminal.capture()
            #expect(!screen.contains { $0.contains("│") || $0.contains("$<") }, "\(screen)")
        }
    }
}
