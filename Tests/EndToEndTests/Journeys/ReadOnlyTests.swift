import Testing

struct ReadOnlyTests {
    @Test func `a library opened for reading only stays as it is, byte by byte`() async throws {
        try await TmuxTerminal.open { terminal in
            let library = try Library(at: terminal.home + "/prompts.db")
            let before = try library.bytes()
            try await terminal.browse("--database", "prompts.db", "--read-only")
            try await terminal.waitFor("read-only ● live")
            for key in ["5", "0", "c", "u", "C-r"] {
                try await terminal.send(key)
                try await terminal.waitFor("That cannot be done: the library is open for reading only.")
                try await terminal.send("j")
                try await terminal.waitForEnd(of: "That cannot be done")
            }
            try await terminal.send("/")
            try await terminal.sendLiteral("schema")
            try await terminal.waitFor("“schema” 23")
            try await terminal.send("Escape", "q")
            try await terminal.waitForPrompt()
            #expect(try library.bytes() == before)
        }
    }
}
