import Testing

struct TwoProcessesTests {
    @Test func `what another process rates appears by itself, and the selection stays`() async throws {
        try await TmuxTerminal.open { terminal in
            let library = try Library(at: terminal.home + "/prompts.db")
            try await terminal.browse("--database", "prompts.db")
            try await terminal.send("j", "j")
            try await terminal.waitFor("│▸ ★★··· .58 solu Could you help me review")
            _ = try await library.query(
                """
                INSERT INTO user_feedback(prompt_id, rating, feedback_type, session_id, created_at)
                SELECT id, 1, 'rating', 'another', datetime('now', '+1 minute') FROM prompts
                WHERE content LIKE '# Turn a question into SQL, with row counts%' LIMIT 1
                """
            )
            let start = ContinuousClock.now
            let screen = try await terminal.waitFor("│  ★···· .83 coag Turn a question into SQL")
            // It looks every 0.8 seconds; a busy machine takes its time on top of that.
            #expect(ContinuousClock.now - start < .seconds(5))
            #expect(screen.contains { $0.hasPrefix("│▸ ★★··· .58 solu Could you help me review") })
        }
    }

    @Test func `what another process adds is announced, and the list stays where it is`() async throws {
        try await TmuxTerminal.open { terminal in
            let library = try Library(at: terminal.home + "/prompts.db")
            try await terminal.browse("--database", "prompts.db")
            try await terminal.send("G")
            let before = try await terminal.waitFor("the last row selected") {
                $0.count == 30 && $0[27].hasPrefix("│▸")
            }
            let selected = before[27].listRow
            _ = try await library.query(
                "INSERT INTO prompts(id, content, phase, provider, model, created_at) "
                    + "VALUES ('new-one', 'Something quite new', 'prima-materia', 'openai', 'o1', datetime('now', '+1 minute'))"
            )
            let announced = try await terminal.waitFor("+1 new")
            #expect(announced[27].listRow == selected)
            #expect(announced.contains { $0.contains("407 prompts") })
            try await terminal.send("g")
            try await terminal.waitFor("prim Something quite new")
            try await terminal.waitForEnd(of: "+1 new")
        }
    }

    @Test func `two browsers on one file see each other's ratings`() async throws {
        try await TmuxTerminal.open { one in
            let library = try Library(at: one.home + "/prompts.db")
            try await one.browse("--database", library.path)
            try await one.openAnother { other in
                try await other.browse("--database", library.path)
                for (rater, reader, stars) in [(one, other, 1), (other, one, 3)] {
                    try await rater.send("\(stars)")
                    let drawn = String(repeating: "★", count: stars) + String(repeating: "·", count: 5 - stars)
                    try await rater.waitFor("Rated \(drawn), saved")
                    try await reader.waitFor("│▸ \(drawn)")
                }
            }
        }
    }
}
