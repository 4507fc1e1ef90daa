import Testing

struct SearchTests {
    @Test func `a search narrows the list while it is typed, Enter keeps it, and Esc restores what was`() async throws {
        try await TmuxTerminal.open { terminal in
            _ = try Library(at: terminal.home + "/prompts.db")
            try await terminal.browse("--database", "prompts.db")
            try await terminal.send("/")
            try await terminal.waitFor("Enter keeps · Esc restores")
            try await terminal.sendLiteral("sche")
            try await terminal.waitFor("“sche”")
            try await terminal.waitForEnd(of: "too salty")
            try await terminal.sendLiteral("ma")
            try await terminal.waitFor("“schema” 23")

            try await terminal.send("Enter")
            try await terminal.waitForEnd(of: "Enter keeps · Esc restores")
            try await terminal.send("Down")
            let kept = try await terminal.waitFor("│▸ ★★★★· .75 coag Plan a schema migration")
            #expect(kept.contains { $0.contains("“schema” 23") })

            try await terminal.send("/")
            try await terminal.waitFor("Enter keeps · Esc restores")
            try await terminal.sendLiteral(" zzz")
            try await terminal.waitFor("No prompt matches “schema zzz”.")
            try await terminal.send("Escape")
            try await terminal.waitFor("“schema” 23")
            try await terminal.waitFor("│▸ ★★★★· .75 coag Plan a schema migration")

            try await terminal.send("Escape")
            try await terminal.waitForEnd(of: "“schema”")
            try await terminal.waitFor("│▸ ★★★★· .75 coag Plan a schema migration")
            try await terminal.waitFor("too salty")
        }
    }
}
