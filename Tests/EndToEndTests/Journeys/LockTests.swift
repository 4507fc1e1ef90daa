import Foundation
import Testing

struct LockTests {
    @Test func `a library locked by another program is refused at once, with the status that says to try again`()
        async throws
    {
        try await TmuxTerminal.open { terminal in
            let library = try Library(at: terminal.home + "/prompts.db")
            try await terminal.openAnother { other in
                try await Self.lock(library, in: other)
                try await terminal.shell("'\(try Program.path())' --database prompts.db 2>errors; echo $? >status")
                #expect(try String(contentsOfFile: terminal.home + "/status", encoding: .utf8) == "75\n")
                let errors = try String(contentsOfFile: terminal.home + "/errors", encoding: .utf8)
                #expect(errors.contains("prompts.db is locked by sqlite3 (pid "))
                #expect(
                    errors.hasSuffix(" s; nothing was changed, finish what it is doing or end it, then try again.\n")
                )
            }
        }
    }

    @Test func `a rating that has to wait is kept, and saved when the lock is gone`() async throws {
        try await TmuxTerminal.open(width: 240) { terminal in
            let library = try Library(at: terminal.home + "/prompts.db")
            let newest = try await library.query("SELECT max(id) FROM user_feedback")
            try await terminal.browse("--database", "prompts.db")
            try await terminal.openAnother { other in
                try await Self.lock(library, in: other)
                try await terminal.send("2")
                try await terminal.waitFor("1 change kept in prompts.db.pending until sqlite3 (pid ")
                let kept = try await terminal.waitFor("│▸ ★★···⧗.81").joined(separator: "\n")
                // What was read before the lock is as good as ever.
                #expect(kept.contains("#pull-request") && kept.contains("▸coag .81"), "\(kept)")
                #expect(kept.contains("1 pending ● live"))
                try await other.type("ROLLBACK;")
                try await other.type("SELECT 'released' || ' now';")
                try await other.waitFor("released now")
            }
            try await terminal.waitFor("The change that was kept is saved.")
            try await terminal.waitFor("│▸ ★★··· ")
            #expect(try await library.query("SELECT rating FROM user_feedback WHERE id > \(newest)") == "2")
        }
    }

    /// Keeps everybody else out of the library for as long as the terminal is open.
    private static func lock(_ library: Library, in terminal: TmuxTerminal) async throws {
        try await terminal.type("sqlite3 '\(library.path)'")
        try await terminal.waitFor("sqlite>")
        try await terminal.type("BEGIN EXCLUSIVE; SELECT 'locked' || ' now';")
        try await terminal.waitFor("locked now")
    }
}
