import Testing

struct ResizeTests {
    @Test func `a storm of resizes ends with the right screen`() async throws {
        try await TmuxTerminal.open(width: 100, height: 30) { terminal in
            _ = try Library(at: terminal.home + "/prompts.db")
            try await terminal.browse("--database", "prompts.db")
            try await terminal.send("j", "j")
            let before = Self.list(try await terminal.waitFor("│▸ ★★··· .58 solu Could you help me review"))

            let sizes = [(40, 12), (30, 8), (160, 50), (80, 24), (101, 31), (39, 50), (200, 12), (60, 50)]
            for index in 0..<20 {
                let (width, height) = sizes[index % sizes.count]
                try await terminal.resize(width, height)
            }
            try await terminal.resize(30, 8)
            try await terminal.waitFor("needs 40x12")
            try await terminal.resize(40, 12)
            try await terminal.waitFor("┌─ Prompts Det Lin Met Fee ────────────┐")
            try await terminal.resize(160, 50)
            let wide = try await terminal.waitFor("─ Feedback ─")
            #expect(wide.count == 50)
            try await terminal.resize(100, 30)
            try await terminal.waitFor("the list as it was") { Self.list($0) == before }
            try await terminal.send("j")
            try await terminal.waitFor("│▸ ★★★★★ .83 coag Turn a question into SQL")
        }
    }

    /// The list alone; in the other panes are ages, which change every minute.
    private static func list(_ screen: [String]) -> [String] {
        screen.filter { $0.hasPrefix("│") }.map { String($0.listRow) }
    }
}
