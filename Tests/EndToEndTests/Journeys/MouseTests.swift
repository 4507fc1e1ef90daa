import Foundation
import Testing

struct MouseTests {
    @Test func `clicks and the wheel work where they are wanted, and the terminal gets its mouse back`() async throws {
        try await TmuxTerminal.open(width: 120, height: 40) { terminal in
            _ = try Library(at: terminal.home + "/prompts.db")
            try await terminal.browse("--database", "prompts.db", "--mouse")
            #expect(try await terminal.state("#{mouse_any_flag}#{mouse_sgr_flag}") == "11")
            try await terminal.sendLiteral("\u{1B}[<0;10;6M\u{1B}[<0;10;6m")
            try await terminal.waitFor("the click's row") { $0.indices.contains(5) && $0[5].hasPrefix("│▸") }
            try await terminal.sendLiteral("\u{1B}[<65;10;6M")
            try await terminal.waitFor("three rows on") { $0.indices.contains(8) && $0[8].hasPrefix("│▸") }
            try await terminal.send("C-z")
            try await terminal.waitFor("the shell's mouse") { _ in
                try await terminal.state("#{mouse_any_flag}") == "0"
            }
            try await terminal.type("fg")
            try await terminal.waitFor("● live")
            #expect(try await terminal.state("#{mouse_any_flag}") == "1")
            try await terminal.send("q")
            try await terminal.waitForPrompt()
            #expect(try await terminal.state("#{mouse_any_flag}#{mouse_sgr_flag}") == "00")
        }
    }

    @Test func `the terminal gets its mouse back after a crash`() async throws {
        try await TmuxTerminal.open { terminal in
            _ = try Library(at: terminal.home + "/prompts.db")
            let process = try await terminal.browse("--database", "prompts.db", "--mouse")
            kill(process, SIGSEGV)
            try await terminal.waitForPrompt(status: 139)
            #expect(try await terminal.state("#{mouse_any_flag}#{mouse_sgr_flag}") == "00")
        }
    }

    @Test func `without being asked the mouse is left alone`() async throws {
        try await TmuxTerminal.open { terminal in
            _ = try Library(at: terminal.home + "/prompts.db")
            try await terminal.browse("--database", "prompts.db")
            #expect(try await terminal.state("#{mouse_any_flag}") == "0")
            try await terminal.send("q")
            try await terminal.waitForPrompt()
        }
    }
}
