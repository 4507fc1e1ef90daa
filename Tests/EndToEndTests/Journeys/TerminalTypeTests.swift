import Testing

struct TerminalTypeTests {
    @Test(arguments: [
        "xterm-256color", "xterm", "screen", "screen-256color", "tmux-256color", "linux", "vt100", "vt220",
    ])
    func `starts, draws and ends on a terminal of this type`(type: String) async throws {
        try await TmuxTerminal.open(variables: ["TERM": type]) { terminal in
            _ = try Library(at: terminal.home + "/prompts.db")
            let modes = try await terminal.modes()
            try await terminal.browse("--database", "prompts.db")
            try await terminal.send("j")
            try await terminal.waitFor("│▸ ★★★·· .64 coag Review a pull request")
            try await terminal.send("q")
            try await terminal.waitForPrompt()
            #expect(try await terminal.modes() == modes)
        }
    }

    @Test func `there are colours, and none with NO_COLOR`() async throws {
        let colour = try Regex(#"\u{1B}\[([0-9;]*;)?(3[0-8]|4[0-8]|9[0-7]|10[0-7])(;[0-9;]*)?m"#)
        for (variables, isColoured) in [([:], true), (["NO_COLOR": "1"], false)] {
            try await TmuxTerminal.open(variables: variables) { terminal in
                _ = try Library(at: terminal.home + "/prompts.db")
                try await terminal.browse("--database", "prompts.db")
                try await terminal.waitFor("▸coag .81")
                let screen = try await terminal.capture(withStyles: true).joined(separator: "\n")
                #expect(screen.contains(colour) == isColoured)
                // Without colours something else has to show what is selected.
                #expect(screen.contains("\u{1B}["))
            }
        }
    }

    @Test(arguments: [
        ["LC_ALL": "C"], ["LC_ALL": "nonexistent"], ["LANG": "de_DE.ISO-8859-1"],
        ["LANG": "C.UTF-8", "LC_CTYPE": "POSIX"],
    ])
    func `draws with ASCII alone where the locale has no more`(variables: [String: String]) async throws {
        try await TmuxTerminal.open(variables: variables) { terminal in
            _ = try Library(at: terminal.home + "/prompts.db")
            try await terminal.browse("--database", "prompts.db", until: "live")
            try await Self.expectASCII(terminal)
        }
    }

    @Test func `draws with ASCII alone where it is told to`() async throws {
        try await TmuxTerminal.open { terminal in
            _ = try Library(at: terminal.home + "/prompts.db")
            try await terminal.browse("--database", "prompts.db", "--ascii", until: "live")
            try await Self.expectASCII(terminal)
        }
    }

    @Test func `takes a terminal for one of today where no locale is set`() async throws {
        try await TmuxTerminal.open(variables: ["LANG": ""]) { terminal in
            _ = try Library(at: terminal.home + "/prompts.db")
            try await terminal.browse("--database", "prompts.db")
            try await terminal.waitFor("┌─ Prompts ─")
        }
    }

    private static func expectASCII(_ terminal: TmuxTerminal) async throws {
        // Without an ASCII picture of its own, ncurses would draw question marks, which are ASCII as well.
        try await terminal.waitFor("+- Prompts -")
        // The second of these pages has writing in it that is far from ASCII.
        for key in ["j", "NPage", "?"] {
            try await terminal.send(key)
            let screen = try await terminal.waitFor(key == "?" ? "Help" : "Prompts").joined(separator: "\n")
            #expect(screen.utf8.allSatisfy { $0 < 0x80 }, "\(screen)")
        }
    }
}
