import Foundation
import PromptTestSupport
import Testing

struct LineageCommandTests {
    private let directory: TemporaryDirectory
    private let library: Library

    init() async throws {
        directory = try TemporaryDirectory()
        library = try Library(at: directory.file("prompts.db"))
        try await library.add("f-top", "'top'", parent: "f-gone")
        try await library.add("f-left", "'left' || char(27) || '[2J'", parent: "f-top")
        try await library.add("f-leaf", "''", parent: "f-left")
        try await library.add("f-right", "'right'", parent: "f-top")
        try await library.add("f-other", "'other'")
        _ = try await library.query(
            "UPDATE prompts SET variant_of = 'f-top', effectiveness_score = 0.714 WHERE id = 'f-other'"
        )
    }

    @Test func `the tree is drawn with the branches of the browser, and nothing in it is obeyed`() async throws {
        let run = try await Subcommand.run("lineage", "f-lef", on: library.path)
        let expected = """
             not in this library: f-gone
            └─ f-top  solutio  –  top
              ├─▸f-left  solutio  –  left^[[2J
              │ └─ f-leaf  solutio  –  (no text)
              ├─ f-right  solutio  –  right
              └╌ f-other  solutio  0.71  variant  other

            """
        #expect(run.output == expected)
        #expect(run.status == 0 && run.errors.isEmpty)
    }

    @Test func `loops end, and what is left out is said to be`() async throws {
        try await library.add("round", parent: "round")
        #expect(
            try await Subcommand.run("lineage", "round", on: library.path).output == """
                 loops back to round
                └─▸round  solutio  –  some text
                  └─ loops back to round

                """
        )
        _ = try await library.query(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 150)
            INSERT INTO prompts (id, content, phase, provider, model, parent_id)
              SELECT 'wide' || i, 'x', 'solutio', 'openai', 'gpt', 'f-leaf' FROM n
            """
        )
        let lines = try await Subcommand.run("lineage", "f-leaf", on: library.path).output.split(separator: "\n")
        #expect(lines.filter { $0.contains("wide") }.count == 100)
        #expect(lines.contains { $0.hasSuffix("└─ more…") })
    }

    @Test func `JSON has a row for every line`() async throws {
        let json = try await Subcommand.run("lineage", "f-left", "--output", "json", on: library.path).json()
        let rows = try #require(json["rows"] as? [[String: Any]])
        let keys = ["depth", "id", "is_on_path", "is_selected", "kind", "phase", "relation", "score", "title"]
        #expect(rows.allSatisfy { $0.keys.sorted() == keys })
        #expect(rows.map { $0["id"] as? String } == ["f-gone", "f-top", "f-left", "f-leaf", "f-right", "f-other"])
        #expect(rows.map { $0["depth"] as? Int } == [0, 1, 2, 3, 2, 2])
        #expect(rows.map { $0["kind"] as? String } == ["missing"] + Array(repeating: "prompt", count: 5))
        #expect(rows.map { $0["relation"] as? String } == ["root", "child", "child", "child", "child", "variant"])
        #expect(rows.map { $0["is_selected"] as? Bool } == [false, false, true, false, false, false])
        #expect(rows.map { $0["is_on_path"] as? Bool } == [true, true, true, false, false, false])
        #expect(rows.map { $0["title"] as? String } == [nil, "top", "left\u{1B}[2J", "", "right", "other"])
        #expect(rows.map { $0["score"] as? Double } == [nil, nil, nil, nil, nil, 0.714])
        #expect(rows.first?["title"] is NSNull && rows.last?["phase"] as? String == "solutio")
    }

    @Test(arguments: [false, true])
    func `the library stays as it is, byte by byte`(hasLog: Bool) async throws {
        if hasLog { try await library.leaveLog() }
        let before = try library.content()
        for format in ["text", "json"] {
            #expect(try await Subcommand.run("lineage", "f-top", "--output", format, on: library.path).status == 0)
        }
        #expect(try library.content() == before)
    }

    @Test func `what is no single prompt is refused`() async throws {
        try await Subcommand.expectSentence(
            "f-left, f-other, f-right, f-top",
            status: 64,
            ["lineage", "f-"],
            on: library.path
        )
        try await Subcommand.expectSentence("begins with “none”", status: 66, ["lineage", "none"], on: library.path)
        let missing = directory.file("none.db")
        try await Subcommand.expectSentence("There is no library at", status: 66, ["lineage", "a"], on: missing)
    }
}
