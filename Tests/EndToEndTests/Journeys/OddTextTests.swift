import Foundation
import Testing

struct OddTextTests {
    @Test func `borders stay aligned beside every writing of the demo library`() async throws {
        try await TmuxTerminal.open(width: 120, height: 40) { terminal in
            _ = try Library(at: terminal.home + "/prompts.db")
            try await terminal.browse("--database", "prompts.db")
            for text in [
                "段落", "cafe\u{301}", "Family calendar", "revenue", "اكتب", "Draw the arch", "日本語", "log file is full",
                "תרגם", "travel notes", "ช่วย", "zero-width", "회의록", "welcome line", "Reis",
            ] {
                try await terminal.send("/")
                try await terminal.waitFor("Enter keeps")
                try await terminal.paste(text)
                try await terminal.waitFor("a prompt found") { screen in
                    screen.contains { $0.contains("“") } && screen.contains { $0.hasPrefix("│▸") }
                }
                let columns = try await Self.borders(of: terminal)
                let screen = try await terminal.capture().joined(separator: "\n")
                #expect(columns.count == 36)
                for (row, columns) in columns.enumerated() {
                    #expect(columns == Self.expected, "line \(row + 2) of:\n\(screen)")
                }
                try await terminal.send("Escape")
                try await terminal.waitForEnd(of: "Enter keeps")
            }
        }
    }

    /// Where the list's right border and the last cell of a line are, as tmux counts cells.
    private struct Columns: Equatable {
        var list: Int
        var last: Int
    }

    private static let expected = Columns(list: 54, last: 119)

    /// What tmux's own cursor says when it goes along the lines of the list.
    private static func borders(of terminal: TmuxTerminal) async throws -> [Columns] {
        var script = "copy-mode\nsend -X top-line\nsend -X cursor-down\n"
        for _ in 2...37 {
            script += """
                send -X cursor-down
                send -X start-of-line
                send -X jump-forward '│'
                display -p '#{copy_cursor_x}'
                send -X end-of-line
                send -X cursor-left
                display -p '#{copy_cursor_x}'
                send -X start-of-line

                """
        }
        try (script + "send -X cancel\n").write(toFile: terminal.home + "/walk", atomically: true, encoding: .utf8)
        let numbers = try await terminal.tmux("source-file", terminal.home + "/walk").split(separator: "\n").map {
            Int($0)
        }
        return stride(from: 0, to: numbers.count - 1, by: 2).map {
            Columns(list: numbers[$0] ?? -1, last: numbers[$0 + 1] ?? -1)
        }
    }
}
