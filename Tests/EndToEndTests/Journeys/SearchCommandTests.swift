import Foundation
import PromptTestSupport
import Testing

struct SearchCommandTests {
    private let directory: TemporaryDirectory
    private let library: Library

    init() async throws {
        directory = try TemporaryDirectory()
        library = try Library(at: directory.file("prompts.db"))
        _ = try await library.query(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 250)
            INSERT INTO prompts (id, content, phase, provider, model, created_at, updated_at, usage_count, effectiveness_score)
              SELECT printf('s%03d', i), 'needle 100% ' || i, 'solutio', 'openai', 'gpt',
                datetime('2020-01-01', i || ' hours'), datetime('2021-01-01', -i || ' hours'), i * 7 % 251, i / 1000.0
              FROM n;
            INSERT INTO user_feedback (prompt_id, rating) VALUES ('s007', 5), ('s009', 2);
            """
        )
    }

    /// The ids that are listed.
    private func found(_ words: String...) async throws -> [String] {
        let run = try await ChildProcess.run([Program.path(), "search"] + words + ["--database", library.path])
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        return run.output.split(separator: "\n").map { String($0.prefix { $0 != " " }) }
    }

    private func name(_ number: Int) -> String { "s" + String(format: "%03d", number) }

    @Test func `a line has id, rating, score, phase and title, and nothing in it is obeyed`() async throws {
        try await library.add("odd", "'needle' || char(27) || '[2J' || char(10) || 'more'")
        let run = try await Subcommand.run("search", "NEEDLE", "--limit", "2", on: library.path)
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(
            run.output == """
                odd  ·····  –  solutio  needle^[[2J
                s250  ·····  0.25  solutio  needle 100% 250

                """
        )
        #expect(
            try await Subcommand.run("search", "100% 7", "--sort", "rating", on: library.path).output
                .hasPrefix("s007  ★★★★★  0.01  solutio  needle 100% 7\n")
        )
    }

    @Test func `twenty are listed, or as many as are asked for, over any number of pages`() async throws {
        #expect(try await found("needle") == (231...250).reversed().map(name))
        #expect(try await found("needle", "--limit", "1") == ["s250"])
        #expect(try await found("needle", "--limit", "230") == (21...250).reversed().map(name))
        #expect(try await found("needle", "--limit", "9999") == (1...250).reversed().map(name))
        #expect(try await found("\"100% 25\"") == ["s250", "s025"])
        #expect(try await found("", "--limit", "9999").count > 600)
    }

    @Test func `they are listed by what is asked for, in either direction`() async throws {
        #expect(try await found("needle", "--sort", "created", "--reverse").prefix(2) == ["s001", "s002"])
        #expect(try await found("needle", "--sort", "updated").prefix(2) == ["s001", "s002"])
        #expect(try await found("needle", "--sort", "score").prefix(2) == ["s250", "s249"])
        #expect(try await found("needle", "--sort", "score", "--reverse").prefix(2) == ["s001", "s002"])
        #expect(try await found("needle", "--sort", "rating", "--limit", "250").prefix(2) == ["s007", "s009"])
        #expect(try await found("needle", "--sort", "rating", "--reverse").prefix(2) == ["s009", "s007"])
        let byUsage = (1...250).sorted { $0 * 7 % 251 > $1 * 7 % 251 }.map(name)
        #expect(try await found("needle", "--sort", "usage", "--limit", "250") == byUsage)
    }

    @Test func `where nothing is found, the status is 1 and the list empty`() async throws {
        let sentence = "No prompt matches “nosuch%thing”; leave some of it out, or try other words."
        try await Subcommand.expectSentence(sentence, status: 1, ["search", "nosuch%thing"], on: library.path)
        let run = try await Subcommand.run("search", "nosuch%thing", "--output", "json", on: library.path)
        #expect(run.status == 1)
        #expect(run.output == "{\n  \"prompts\": []\n}\n")
    }

    @Test func `JSON has what a line has`() async throws {
        _ = try await library.query("UPDATE prompts SET effectiveness_score = 'good' WHERE id = 's009'")
        let words = ["needle 100%", "--sort", "rating", "--limit", "3", "--output", "json"]
        let run = try await ChildProcess.run([Program.path(), "search"] + words + ["--database", library.path])
        let prompts = try #require(run.json()["prompts"] as? [[String: Any]])
        #expect(prompts.allSatisfy { $0.keys.sorted() == ["id", "phase", "rating", "score", "title"] })
        #expect(prompts.prefix(2).map { $0["id"] as? String } == ["s007", "s009"])
        #expect(prompts.prefix(2).map { $0["rating"] as? Int } == [5, 2])
        #expect(prompts.first?["score"] as? Double == 0.007 && prompts.first?["phase"] as? String == "solutio")
        #expect(prompts.dropFirst().first?["score"] as? String == "good")
        #expect(prompts.last?["rating"] is NSNull)
    }

    @Test func `fields in the query and options beside it narrow the list`() async throws {
        try await library.add("other", "'needle of another kind'")
        _ = try await library.query(
            "UPDATE prompts SET tags = 'api, web', phase = 'coagulatio', created_at = '2024-06-01' WHERE id = 'other'"
        )
        #expect(try await found("needle tag:web -phase:solutio") == ["other"])
        #expect(try await found("needle", "--tags", "API,web", "--phase", "coagulatio") == ["other"])
        #expect(try await found("needle", "--since", "2024-01-01", "--before", "2024-06-02") == ["other"])
        #expect(try await found("needle score:>=0.249 sort:score+") == ["s249", "s250"])
        #expect(try await found("needle (rating:>4 OR rating:2)", "--provider", "openai") == ["s009", "s007"])
    }

    @Test func `a query that means nothing is shown with the place where it does not`() async throws {
        let words = ["search", "简 phse:a tag:b", "--database", library.path]
        let run = try await ChildProcess.run([Program.path()] + words)
        #expect(run.status == 64 && run.bytes.isEmpty)
        let lines = run.errors.split(separator: "\n")
        #expect(lines.first?.hasPrefix("prompt-alchemy: There is no field “phse:”; there are phase: ") == true)
        #expect(lines.dropFirst() == ["  简 phse:a tag:b", "     ^^^^^"])
    }

    @Test(arguments: [false, true])
    func `the library stays as it is, byte by byte`(hasLog: Bool) async throws {
        if hasLog { try await library.leaveLog() }
        let before = try library.content()
        for sort in ["created", "updated", "score", "rating", "usage"] {
            #expect(try await found("needle", "--sort", sort, "--limit", "120").count == 120)
        }
        #expect(try library.content() == before)
    }

    @Test(arguments: [
        ([], "Missing expected argument"), (["x", "--limit", "0"], "from 1 on"),
        (["x", "--limit", "many"], "is invalid"),
        (["x", "--sort", "size"], "is invalid"), (["x", "--output", "xml"], "is invalid"),
        (["x", "--since", "soon"], "is invalid"),
    ])
    func `a slip is answered with the usage`(words: [String], fact: String) async throws {
        let run = try await ChildProcess.run([Program.path(), "search"] + words + ["--database", library.path])
        #expect(run.status == 64 && run.bytes.isEmpty)
        #expect(run.errors.contains(fact) && run.errors.contains("Usage: prompt-alchemy search"), "\(run.errors)")
    }

    @Test func `on a terminal a prompt takes one line, whatever its title`() async throws {
        try await TmuxTerminal.open(width: 60) { terminal in
            let library = try Library(at: terminal.home + "/prompts.db")
            try await library.add("wide", "'haystack ' || replace(hex(zeroblob(90)), '00', '文')")
            try await library.add("child", "'haystack and some more than fits into sixty cells'", parent: "wide")
            for command in ["search haystack", "lineage wide"] {
                try await terminal.shell("clear; '\(try Program.path())' \(command) --database prompts.db")
                let screen = try await terminal.capture().filter { !$0.isEmpty }
                #expect(screen.count == 3, "\(screen)")
                #expect(screen.contains { $0.contains("wide") && $0.contains("haystack 文") && $0.hasSuffix("文…") })
                #expect(screen.contains { $0.contains("child") && $0.count == 60 && $0.hasSuffix("…") }, "\(screen)")
            }
        }
    }

    @Test func `output that has no place to go is said to have none`() async throws {
        let command = "'\(try Program.path())' search needle --database '\(library.path)' >/dev/full"
        let run = try await ChildProcess.run(["sh", "-c", command])
        #expect(run.status == 73)
        #expect(
            run.errors == "prompt-alchemy: The output could not be written; make room where it goes, and try again.\n"
        )
    }

    @Test func `without a library there is a sentence`() async throws {
        let missing = directory.file("none.db")
        try await Subcommand.expectSentence("There is no library at", status: 66, ["search", "a"], on: missing)
        #expect(!FileManager.default.fileExists(atPath: missing))
    }
}
