import Foundation
import PromptTestSupport
import Testing

struct ShowTests {
    private let directory: TemporaryDirectory
    private let library: Library

    init() throws {
        directory = try TemporaryDirectory()
        library = try Library(at: directory.file("prompts.db"))
    }

    @Test func `in a pipe the text is printed byte by byte as it is stored`() async throws {
        let bytes = Data([0x1B, 0x5B, 0x32, 0x4A, 0xFF, 0x00, 0x0D, 0x0A, 0xE2, 0x80, 0xAE])
        let digits = bytes.map { String(format: "%02x", $0) }.joined()
        try await library.add("odd-1", "CAST(x'\(digits)' AS TEXT)")
        let run = try await Subcommand.run("show", "odd", on: library.path)
        #expect(run.status == 0)
        #expect(run.bytes == bytes)
        #expect(run.errors.isEmpty)
    }

    @Test func `a text of five megabytes is printed whole`() async throws {
        try await library.add("large", "replace(hex(zeroblob(2500000)), '00', 'é')")
        let run = try await Subcommand.run("show", "large", on: library.path)
        #expect(run.bytes.count == 5_000_000)
        #expect(
            try await Subcommand.run("show", "large", "--output", "json", on: library.path).json()["content"]
                as? String == run.output
        )
    }

    @Test func `an id that several begin with is refused with their names, and an unknown one with what to do`()
        async throws
    {
        for number in 1...6 { try await library.add("same-\(number)") }
        let names = "same-1, same-2, same-3, same-4, same-5, …"
        try await Subcommand.expectSentence(
            "begins with “same”: \(names);",
            status: 64,
            ["show", "same"],
            on: library.path
        )
        try await Subcommand.expectSentence("begins with “none”", status: 66, ["show", "none"], on: library.path)
        try await Subcommand.expectSentence("begins with “”", status: 66, ["show", ""], on: library.path)
        try await Subcommand.expectSentence("begins with “^[[2J”", status: 66, ["show", "\u{1B}[2J"], on: library.path)
    }

    @Test func `a library that cannot be opened gets the sentence of the browser`() async throws {
        for file in BadFile.allCases {
            let path = try await file.create(in: directory.path)
            try await Subcommand.expectSentence(file.fact, status: Int32(file.status), ["show", "a"], on: path)
        }
    }

    @Test(arguments: [false, true])
    func `the library stays as it is, byte by byte`(hasLog: Bool) async throws {
        try await library.add("quiet")
        if hasLog { try await library.leaveLog() }
        let before = try library.content()
        #expect(try await Subcommand.run("show", "quiet", on: library.path).output == "some text")
        let json = try await Subcommand.run("show", "quiet", "--output", "json", on: library.path).json()
        #expect(json["usage_count"] as? Int == (hasLog ? 1 : 0))
        #expect(try library.content() == before)
    }

    @Test func `JSON has every key in order, null for what is missing, and odd values as they are`() async throws {
        try await library.add(
            "bare",
            #"'a "quote" \ and' || char(10, 9, 27, 127, 8238, 133) || 'é' || CAST(x'ff' AS TEXT)"#
        )
        _ = try await library.query(
            """
            UPDATE prompts SET effectiveness_score = 0.25, usage_count = 'lots', persona = CAST(x'61ff' AS TEXT),
              tags = 'one, two', phase = 'foo', embedding_dimensions = 9e999, embedding = x'00' WHERE id = 'bare';
            INSERT INTO user_feedback (prompt_id, rating, feedback_text, created_at)
              VALUES ('bare', 4, 'good', '2026-01-03 00:00:00');
            """
        )
        let run = try await Subcommand.run("show", "bare", "--output", "json", on: library.path)
        let expected = #"""
            {
              "content": "a \"quote\" \\ and\n\t\u001b\u007f\u202e\u0085é\#u{FFFD}",
              "context": null,
              "created_at": "2026-01-01 00:00:00",
              "embedding": {
                "bytes": 1,
                "dimensions": 9e999,
                "model": null
              },
              "feedback": [
                {
                  "created_at": "2026-01-03 00:00:00",
                  "rating": 4,
                  "source": "user_feedback",
                  "text": "good"
                }
              ],
              "further": {},
              "further_rows": [],
              "id": "bare",
              "metrics": {
                "mean_rating": 4,
                "mean_tokens": null,
                "median_response_ms": null,
                "ratings": [
                  0,
                  0,
                  0,
                  1,
                  0
                ],
                "runs": 0,
                "success_rate": null
              },
              "model": "gpt",
              "parent_id": null,
              "persona": "a\#u{FFFD}",
              "phase": "foo",
              "provider": "openai",
              "score": 0.25,
              "tags": [
                "one",
                "two"
              ],
              "updated_at": "2026-01-02 00:00:00",
              "usage_count": "lots",
              "variant_of": null,
              "versions": 0
            }

            """#
        #expect(run.output == expected)
        #expect(run.status == 0)
    }

    @Test func `on a terminal the fields come first, and nothing in a text is obeyed`() async throws {
        try await TmuxTerminal.open { terminal in
            let library = try Library(at: terminal.home + "/prompts.db")
            try await library.add("escape", "'first' || char(13, 10) || char(27) || '[31mred' || char(8238, 7)")
            let program = try Program.path()
            try await terminal.shell("clear; '\(program)' show esc --database prompts.db")
            let screen = try await terminal.capture(withStyles: true).filter { !$0.isEmpty }
            #expect(
                screen.prefix(6) == [
                    "id          escape", "phase       solutio", "model       openai / gpt", "score       –",
                    "created     2026-01-01 00:00:00", "first",
                ]
            )
            #expect(screen.dropFirst(6).first == "^[[31mred<202E>^G")
        }
    }
}
