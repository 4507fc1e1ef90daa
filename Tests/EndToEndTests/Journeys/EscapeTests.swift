import Testing

struct EscapeTests {
    @Test func `Esc closes an overlay at once`() async throws {
        try await TmuxTerminal.open { terminal in
            _ = try Library(at: terminal.home + "/prompts.db")
            try await terminal.browse("--database", "prompts.db")
            var fastest = Duration.seconds(100)
            // The best of some: a busy machine may be slow at any one of them.
            for _ in 1...5 {
                try await terminal.send("?")
                try await terminal.waitFor("─ Help ─")
                let start = ContinuousClock.now
                try await terminal.send("Escape")
                try await terminal.waitForEnd(of: "─ Help ─")
                fastest = min(fastest, ContinuousClock.now - start)
            }
            // ncurses by itself waits a second for what may follow.
            #expect(fastest < .milliseconds(600))
        }
    }
}
