import Foundation
import PromptTestSupport
import Testing

/// A library with a trigger that deletes all prompts on any insert.
struct ForeignObjectTests {
    private static let trap = """
        CREATE TRIGGER trap AFTER INSERT ON user_feedback BEGIN DELETE FROM prompts; END;
        CREATE TRIGGER pa_trap AFTER INSERT ON prompts BEGIN DELETE FROM prompts; END;
        """

    @Test func `on the command line it is refused by name, unless it is allowed by name`() async throws {
        let directory = try TemporaryDirectory()
        let library = try Library(at: directory.file("prompts.db"))
        try await library.add("rate-me")
        _ = try await library.query(Self.trap)
        let before = try library.bytes()
        let rating = ["rate", "rate-me", "4", "--comment", "words"]
        let fact = "trigger “trap” (after insert on user_feedback), trigger “pa_trap” (after insert on prompts)"
        try await Subcommand.expectSentence(fact, status: 1, rating, on: library.path)
        #expect(try library.bytes() == before)
        #expect(try await Subcommand.run("show", "rate-me", on: library.path).status == 0)
        let run = try await Subcommand.run("rate", "rate-me", "4", "--allow-triggers", on: library.path)
        #expect(run.status == 0 && run.output.hasPrefix("Rated rate-me ★★★★·, saved"), "\(run.errors)")
        #expect(try await library.query("SELECT count(*) FROM prompts") == "407")
    }

    @Test func `in the browser it is named, and the first change waits for a yes`() async throws {
        try await TmuxTerminal.open(width: 140) { terminal in
            let library = try Library(at: terminal.home + "/prompts.db")
            _ = try await library.query(Self.trap)
            try await terminal.browse(
                "--database",
                "prompts.db",
                until: "trigger “trap” (after insert on user_feedback)"
            )
            try await terminal.send("2")
            try await terminal.waitFor("Change the library all the same?")
            try await terminal.send("Enter")
            try await terminal.waitFor("Nothing was changed.")
            try await terminal.waitFor("│▸ ★★★★· .81")
            try await terminal.send("2")
            try await terminal.waitFor("Change the library all the same?")
            try await terminal.send("y")
            try await terminal.waitFor("Rated ★★···, saved")
            try await terminal.send("j", "5")
            try await terminal.waitFor("Rated ★★★★★, saved")
            #expect(try await library.query("SELECT count(*) FROM prompts") == "406")
        }
    }
}
