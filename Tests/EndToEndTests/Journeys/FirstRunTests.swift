import Foundation
import Testing

struct FirstRunTests {
    @Test func `without a library it offers a demo, and comes back to the shell from it`() async throws {
        try await TmuxTerminal.open { terminal in
            try await terminal.browse(until: "There is no library at")
            try await terminal.waitFor("n  create an empty library there")
            try await terminal.send("d")
            try await terminal.waitFor("demo, thrown away at the end")
            try await terminal.waitFor("Review a pull request")
            try await terminal.send("q")
            try await terminal.waitForPrompt()
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: terminal.home).sorted() == [
                    "browse", "number", "tmux-\(getuid())",
                ]
            )
        }
    }

    @Test func `without a library it creates one, readable by its owner alone`() async throws {
        try await TmuxTerminal.open { terminal in
            try await terminal.browse(until: "There is no library at")
            try await terminal.send("n")
            try await terminal.waitFor("There are no prompts in this library yet.")
            let path = terminal.home + "/.prompt-alchemy/prompts.db"
            #expect(try await Library(empty: path).query("SELECT count(*) FROM prompts") == "0")
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            try await terminal.send("q")
            try await terminal.waitForPrompt()
        }
    }

    @Test func `without a library it opens another that is named`() async throws {
        try await TmuxTerminal.open { terminal in
            _ = try Library(at: terminal.home + "/other.db")
            try await terminal.browse("--data-dir", "nowhere", until: "There is no library at")
            try await terminal.send("o")
            try await terminal.waitFor("Path:")
            try await terminal.sendLiteral("~/othre.db")
            try await terminal.send("Enter")
            try await terminal.waitFor("There is no library at \(terminal.home)/othre.db")
            try await terminal.send("BSpace", "BSpace", "BSpace", "BSpace", "BSpace")
            try await terminal.sendLiteral("er.db")
            try await terminal.waitFor("Path: ~/other.db")
            try await terminal.send("Enter")
            try await terminal.waitFor("406 prompts")
            #expect(!FileManager.default.fileExists(atPath: terminal.home + "/nowhere"))
        }
    }

    @Test func `without a library it quits, and has made nothing`() async throws {
        try await TmuxTerminal.open { terminal in
            try await terminal.browse("--database", "new/prompts.db", until: "There is no library at")
            try await terminal.send("q")
            try await terminal.waitForPrompt()
            #expect(!FileManager.default.fileExists(atPath: terminal.home + "/new"))
        }
    }

    @Test func `an empty file is offered as a new library`() async throws {
        try await TmuxTerminal.open { terminal in
            let path = terminal.home + "/empty.db"
            try Data().write(to: URL(fileURLWithPath: path))
            try await terminal.browse("--database", "empty.db", until: "empty; it can become a new library")
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)).isEmpty)
            try await terminal.send("n")
            try await terminal.waitFor("There are no prompts in this library yet.")
            #expect(try await Library(empty: path).query("SELECT count(*) FROM prompts") == "0")
        }
    }

    @Test func `the data directory is taken from the environment`() async throws {
        try await TmuxTerminal.open { terminal in
            try FileManager.default.createDirectory(
                atPath: terminal.home + "/elsewhere",
                withIntermediateDirectories: false
            )
            _ = try Library(at: terminal.home + "/elsewhere/prompts.db")
            try await terminal.shell("PROMPT_ALCHEMY_DATA_DIR=~/elsewhere; export PROMPT_ALCHEMY_DATA_DIR")
            try await terminal.browse()
            try await terminal.waitFor("~/elsewhere/prompts.db  406 prompts")
        }
    }
}
