import Testing

struct PasteTests {
    @Test func `pasted text is never taken for commands`() async throws {
        try await TmuxTerminal.open { terminal in
            let library = try Library(at: terminal.home + "/prompts.db")
            let before = try await library.query("SELECT count(*), max(id) FROM user_feedback")
            try await terminal.browse("--database", "prompts.db")
            try await terminal.paste("j5cq\ny5u")
            try await terminal.waitFor("Pasted text was ignored")
            // A key that follows comes after whatever the text has done.
            try await terminal.send("j")
            try await terminal.waitFor("│▸ ★★★·· .64 coag Review a pull request")
            #expect(try await library.query("SELECT count(*), max(id) FROM user_feedback") == before)
        }
    }

    @Test func `text pasted into a search is searched for`() async throws {
        try await TmuxTerminal.open { terminal in
            _ = try Library(at: terminal.home + "/prompts.db")
            try await terminal.browse("--database", "prompts.db")
            try await terminal.send("/")
            try await terminal.waitFor("Enter keeps · Esc restores")
            try await terminal.paste("a schema\nmigration")
            try await terminal.waitFor("/a schema migration")
            try await terminal.waitFor("“a schema migration”")
        }
    }
}
