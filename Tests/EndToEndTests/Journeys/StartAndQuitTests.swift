import Testing

struct StartAndQuitTests {
    @Test func `looks around, reads the help, and leaves the shell as it was`() async throws {
        try await TmuxTerminal.open(width: 120, height: 40) { terminal in
            _ = try Library(at: terminal.home + "/prompts.db")
            try await terminal.shell("echo earlier words")
            try await terminal.browse("--database", "prompts.db")
            let first = try await terminal.waitFor("▸ ★★★★· .81 coag Review a pull request, with a risk")
            #expect(!first.contains { $0.contains("earlier words") })

            try await terminal.send("j", "Down", "j")
            try await terminal.waitFor("│▸ ★★★★★ .83 coag Turn a question into SQL")
            try await terminal.waitFor("#sql")

            // Moving scrolls the text where Detail has the focus, and leaves the list alone.
            try await terminal.send("Tab", "z")
            try await terminal.waitForEnd(of: "─ Prompts ─")
            try await terminal.waitFor("─ Detail ─")
            try await terminal.send("z")
            try await terminal.waitFor("─ Prompts ─")

            try await terminal.send("?")
            try await terminal.waitFor("─ Help ─")
            try await terminal.sendLiteral("whole")
            try await terminal.waitFor("Give the pane the whole screen")
            try await terminal.waitForEnd(of: "Rate the prompt 1 star")
            try await terminal.send("Escape")
            try await terminal.waitForEnd(of: "─ Help ─")

            try await terminal.send("q")
            try await terminal.waitForPrompt()
            let last = try await terminal.capture()
            #expect(last.contains("earlier words"))
            #expect(!last.contains { $0.contains("Prompts") })
            #expect(try await terminal.state("#{alternate_on}#{cursor_flag}#{mouse_any_flag}") == "010")
        }
    }

    @Test func `asks before Ctrl-C quits, and takes anything but yes for no`() async throws {
        try await TmuxTerminal.open { terminal in
            _ = try Library(at: terminal.home + "/prompts.db")
            try await terminal.browse("--database", "prompts.db")
            try await terminal.send("C-c")
            try await terminal.waitFor("Quit prompt-alchemy?")
            try await terminal.send("Enter")
            try await terminal.waitForEnd(of: "Quit prompt-alchemy?")
            try await terminal.send("C-c")
            try await terminal.waitFor("Quit prompt-alchemy?")
            try await terminal.send("y")
            try await terminal.waitForPrompt()
        }
    }
}
