import Testing

struct SuspendTests {
    @Test func `Ctrl-Z gives the shell back whole, and fg the screen`() async throws {
        try await TmuxTerminal.open { terminal in
            _ = try Library(at: terminal.home + "/prompts.db")
            try await terminal.shell("stty -ixon intr ^G; echo earlier words")
            let modes = try await terminal.modes()
            try await terminal.browse("--database", "prompts.db")
            try await terminal.send("j")
            try await terminal.waitFor("│▸ ★★★·· .64 coag Review a pull request")

            for _ in 1...2 {
                try await terminal.send("C-z")
                try await terminal.waitForPrompt(status: 148)
                #expect(try await terminal.capture().contains("earlier words"))
                #expect(try await terminal.state("#{alternate_on}#{cursor_flag}") == "01")
                #expect(try await terminal.modes() == modes)

                try await terminal.type("fg")
                try await terminal.waitFor("│▸ ★★★·· .64 coag Review a pull request")
                #expect(try await terminal.state("#{alternate_on}") == "1")
            }
            try await terminal.send("j")
            try await terminal.waitFor("│▸ ★★··· .58 solu Could you help")
            try await terminal.send("q")
            try await terminal.waitForPrompt()
            #expect(try await terminal.modes() == modes)
        }
    }
}
