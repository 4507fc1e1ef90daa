import Foundation
import Testing

/// Maintenance from the menu.
struct MaintenanceScreenTests {
    @Test func `a backup that is started from the menu is announced, listed and there`() async throws {
        try await TmuxTerminal.open(width: 120, height: 40) { terminal in
            _ = try Library(at: terminal.home + "/prompts.db")
            try await terminal.browse("--database", "prompts.db")
            try await terminal.waitFor("▸ ★★★★· .81 coag Review a pull request, with a risk")
            try await terminal.send("m")
            try await terminal.waitFor("there is no backup of this library yet")
            try await terminal.send("j", "Enter")
            try await terminal.waitFor("The file to make; empty: one in the directory of backups.")
            try await terminal.send("Enter")
            try await terminal.waitFor("Nothing is advisable now.")
            let backups = terminal.home + "/.prompt-alchemy/backups"
            let files = try FileManager.default.contentsOfDirectory(atPath: backups)
            #expect(files.count == 1 && files.allSatisfy { $0.hasSuffix("-asked.db") })
            try await terminal.send("q", "q")
            try await terminal.waitForPrompt()
        }
    }
}
