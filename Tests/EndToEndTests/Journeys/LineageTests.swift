import Testing

struct LineageTests {
    @Test func `moving in the lineage shows that prompt, and Enter takes the list there`() async throws {
        try await TmuxTerminal.open(width: 120, height: 40) { terminal in
            _ = try Library(at: terminal.home + "/prompts.db")
            try await terminal.browse("--database", "prompts.db")
            try await terminal.waitFor("└─▸coag .81")
            try await terminal.send("Tab", "Tab")
            try await terminal.waitFor("Enter open")
            try await terminal.send("g")
            // Detail follows, the list waits.
            let moved = try await terminal.waitFor("review PR diff. only real problems")
            #expect(moved.contains { $0.hasPrefix("│▸ ★★★★· .81 coag Review a pull request") })
            try await terminal.send("Enter")
            try await terminal.waitFor("the list at the topmost ancestor") { screen in
                screen.contains { $0.hasPrefix("│▸") && $0.contains("prim review PR diff. only real") }
            }
        }
    }
}
