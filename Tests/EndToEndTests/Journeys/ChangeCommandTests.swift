import Foundation
import PromptStore
import PromptTestSupport
import Testing

/// `add`, `tag` and `delete`, and editing in an editor.
struct ChangeCommandTests {
    private let directory: TemporaryDirectory
    private let library: Library

    init() async throws {
        directory = try TemporaryDirectory()
        library = try Library(at: directory.file("prompts.db"))
        try await library.add("change-me")
    }

    private func add(_ text: String, _ words: String..., to path: String) async throws -> ChildProcess {
        let file = directory.file("text")
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        return try await ChildProcess.run([Program.path(), "add"] + words + ["--database", path], input: file)
    }

    @Test func `a text is added exactly, and a missing library made for it`() async throws {
        let path = directory.file("new/prompts.db")
        let text = "  Two lines\nand no end\u{7}\u{1B} "
        let run = try await add(text, "--phase", "solutio", "--tags", "a, b", to: path)
        #expect(run.status == 0, "\(run.errors)")
        let id = run.output.trimmingCharacters(in: .newlines)
        let store = try PromptStore(path: path)
        #expect(try store.editableText(of: id) == text)
        let detail = try store.dossier(of: id).detail
        #expect(detail.phase == "solutio" && detail.tagList == ["a", "b"])
        let child = try await add("child", "--parent", String(id.prefix(8)), "--output", "json", to: path)
        let childID = try #require(try child.json()["id"] as? String)
        #expect(try store.dossier(of: childID).detail.parentID == id)
    }

    @Test func `nothing, bytes that are not text and a wrong phase are refused`() async throws {
        let before = try library.bytes()
        let empty = try await add("", to: library.path)
        #expect(empty.status == 1 && empty.errors.contains("A prompt needs a text"))
        let phase = try await add("x", "--phase", "foo", to: library.path)
        #expect(phase.status == 64)
        let file = directory.file("bytes")
        try Data([0xFF, 0xFE]).write(to: URL(fileURLWithPath: file))
        let odd = try await ChildProcess.run([Program.path(), "add", "--database", library.path], input: file)
        #expect(odd.status == 65 && odd.errors.contains("not UTF-8"))
        #expect(try library.bytes() == before)
    }

    @Test func `tags are given and taken`() async throws {
        let run = try await Subcommand.run("tag", "change", "--add", "a,b,c", on: library.path)
        #expect(run.output == "change-me: a, b, c\n")
        let words = ["tag", "change-me", "--add", "d", "--remove", "a,b", "--output", "json"]
        let json = try await ChildProcess.run([Program.path()] + words + ["--database", library.path]).json()
        #expect(json["tags"] as? [String] == ["c", "d"])
        #expect(try await library.query("SELECT tags FROM prompts WHERE id = 'change-me'") == "c,d")
    }

    @Test func `a prompt is deleted only with a yes, and can be brought back`() async throws {
        try await Subcommand.expectSentence("say so with --yes", status: 1, ["delete", "change-me"], on: library.path)
        let run = try await Subcommand.run("delete", "change-me", "--yes", on: library.path)
        #expect(run.output == "Deleted change-me; press u in the browser to bring it back.\n")
        #expect(try await library.query("SELECT count(*) FROM prompts WHERE id = 'change-me'") == "0")
        #expect(try PromptStore(path: library.path).make(.undo).title == "deletion")
        #expect(try await library.query("SELECT count(*) FROM prompts WHERE id = 'change-me'") == "1")
    }

    @Test func `a text is edited in the editor that was chosen`() async throws {
        try await TmuxTerminal.open(variables: ["EDITOR": "sh editor"]) { terminal in
            // It asks, as a person's editor does, on the terminal that it was given.
            let editor = """
                ls -l "$1" | cut -c1-10
                printf 'Editing: '
                read -r line
                printf '%s\\n' "$line" >"$1"

                """
            try editor.write(toFile: terminal.home + "/editor", atomically: true, encoding: .utf8)
            let library = try Library(at: terminal.home + "/prompts.db")
            try await library.add("edit-me", "'First text'")
            _ = try await library.query("UPDATE prompts SET created_at = '2999-01-01 00:00:00' WHERE id = 'edit-me'")
            try await terminal.browse("--database", "prompts.db")
            try await terminal.waitFor("First text")
            try await terminal.send("e")
            try await terminal.waitFor("-rw-------")
            try await terminal.waitFor("Editing:")
            try await terminal.type("Second text")
            try await terminal.waitFor("Why this change?")
            try await terminal.type("better")
            try await terminal.waitFor("New text saved")
            #expect(try await library.query("SELECT content FROM prompts WHERE id = 'edit-me'") == "Second text")
            let history = "SELECT updated_content, update_reason FROM enhancement_history WHERE prompt_id = 'edit-me'"
            #expect(try await library.query(history) == "First text|original\nSecond text|better")
            let left = try FileManager.default.contentsOfDirectory(atPath: terminal.home)
            #expect(!left.contains { $0.hasPrefix("prompt-alchemy-") })
        }
    }
}
