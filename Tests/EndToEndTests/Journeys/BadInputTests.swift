import Foundation
import Testing

struct BadInputTests {
    @Test(arguments: BadFile.allCases)
    func `a file that cannot be opened gets one sentence, and stays as it is`(file: BadFile) async throws {
        try await TmuxTerminal.open { terminal in
            let path = try await file.create(in: terminal.home)
            let before = file == .fifo ? [:] : try? Library(empty: path).bytes()
            // Where there is no library, one that must not write has nothing to offer.
            let flags = file == .missing ? " --read-only" : ""
            try await Self.expectSentence(file.fact, status: file.status, "--database \(path)\(flags)", in: terminal)
            #expect((file == .fifo ? [:] : try? Library(empty: path).bytes()) == before)
        }
    }

    @Test func `a file without permission gets one sentence`() async throws {
        try await TmuxTerminal.open { terminal in
            let library = try Library(at: terminal.home + "/prompts.db")
            chmod(library.path, 0)
            if geteuid() == 0 {
                // To root nothing is forbidden.
                try await terminal.browse("--database", "prompts.db")
            } else {
                try await Self.expectSentence("no permission", status: 77, "--database prompts.db", in: terminal)
            }
        }
    }

    @Test(arguments: [
        ("TERM=nonsense", "no description of the terminal “nonsense”"), ("-u TERM", "TERM is not set"),
        ("TERM=", "TERM is not set"), ("TERM=dumb", "of the type “dumb” cannot place its cursor"),
    ])
    func `a terminal that cannot be used gets one sentence`(environment: String, sentence: String) async throws {
        try await TmuxTerminal.open { terminal in
            _ = try Library(at: terminal.home + "/prompts.db")
            let modes = try await terminal.modes()
            try await Self.expectSentence(sentence, status: 1, "--database prompts.db", environment, in: terminal)
            #expect(try await terminal.modes() == modes)
        }
    }

    @Test(arguments: ["--demo", "--database prompts.db"])
    func `without a terminal it says so, and leaves nothing behind`(arguments: String) async throws {
        try await TmuxTerminal.open { terminal in
            _ = try Library(at: terminal.home + "/prompts.db")
            for redirection in ["</dev/null", "| cat; exit \"$(cat status)\""] {
                let program = "{ '\(try Program.path())' \(arguments) 2>errors; echo $? >status; }"
                try await terminal.shell("(\(program) \(redirection)) >output")
                #expect(try Self.text("status", terminal) == "1\n")
                #expect(try Self.text("output", terminal) == "")
                let fact =
                    "needs a terminal for its input and output; in a pipe, use prompt-alchemy search, show, lineage, history, rate, add, tag or delete instead."
                Self.expectSentence(fact, try Self.text("errors", terminal))
            }
            let left = try FileManager.default.contentsOfDirectory(atPath: terminal.home)
            #expect(!left.contains { $0.contains("demo") })
        }
    }

    @Test(arguments: ["--datbase x", "browse x", "--database", "--frobnicate"])
    func `a slip in the arguments is answered with the usage`(arguments: String) async throws {
        try await TmuxTerminal.open { terminal in
            try await terminal.shell("'\(try Program.path())' \(arguments) >output 2>errors; echo $? >status")
            #expect(try Self.text("status", terminal) == "64\n")
            #expect(try Self.text("output", terminal) == "")
            #expect(try Self.text("errors", terminal).contains("Usage: prompt-alchemy"))
        }
    }

    /// Runs the program with its output on the terminal, which has to stay clean.
    private static func expectSentence(
        _ fact: String,
        status: Int,
        _ arguments: String,
        _ environment: String = "",
        in terminal: TmuxTerminal
    ) async throws {
        let command = "env \(environment) '\(try Program.path())' \(arguments) 2>errors; echo $? >status"
        try await terminal.shell("clear; " + command)
        #expect(try text("status", terminal) == "\(status)\n")
        expectSentence(fact, try text("errors", terminal))
        #expect(try await terminal.capture().filter { !$0.isEmpty } == ["shell[0]$"])
    }

    private static func expectSentence(_ fact: String, _ errors: String) {
        #expect(errors.contains(fact), "\(errors)")
        #expect(errors.hasPrefix("prompt-alchemy: ") && errors.hasSuffix("\n"), "\(errors)")
        #expect(errors.split(separator: "\n", omittingEmptySubsequences: false).count == 2, "\(errors)")
    }

    private static func text(_ file: String, _ terminal: TmuxTerminal) throws -> String {
        try String(contentsOfFile: terminal.home + "/" + file, encoding: .utf8)
    }
}
