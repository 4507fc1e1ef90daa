import Foundation
import Testing

struct RememberingTests {
    @Test func `opening again shows the same prompt in the same order`() async throws {
        try await TmuxTerminal.open(width: 120, height: 40) { terminal in
            _ = try Library(at: terminal.home + "/prompts.db")
            try await terminal.browse("--data-dir", ".")
            try await terminal.waitFor("▸ ★★★★· .81")
            try await terminal.send("s", "s")
            try await terminal.waitFor(" by score ")
            try await terminal.send("g")
            try await terminal.waitFor("the first row") { $0.indices.contains(2) && $0[2].hasPrefix("│▸") }
            try await terminal.send("j", "j", "j")
            let row = try await terminal.waitFor("the fourth row") { $0.indices.contains(5) && $0[5].contains("│▸") }[5]
            try await terminal.send("q")
            try await terminal.waitForPrompt()
            #expect(try await terminal.shell("test $(stat -c %a browser-state.yaml) = 600") == 0)

            try await terminal.browse("--data-dir", ".", until: " by score ")
            try await terminal.waitFor("the same row") { screen in
                screen.contains { $0.hasPrefix(row.prefix(40)) }
            }
            try await terminal.send("q")
            try await terminal.waitForPrompt()
        }
    }

    @Test func `a broken memory is said to be forgotten`() async throws {
        try await TmuxTerminal.open(width: 120, height: 40) { terminal in
            _ = try Library(at: terminal.home + "/prompts.db")
            try "][".write(toFile: terminal.home + "/browser-state.yaml", atomically: true, encoding: .utf8)
            try await terminal.browse("--data-dir", ".", until: "▸ ★★★★· .81")
            try await terminal.waitFor("browser-state.yaml is not as this program writes it")
            try await terminal.send("q")
            try await terminal.waitForPrompt()
        }
    }
}
