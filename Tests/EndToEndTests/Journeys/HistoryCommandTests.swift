import Foundation
import PromptTestSupport
import Testing

struct HistoryCommandTests {
    private let directory: TemporaryDirectory
    private let library: Library

    init() async throws {
        directory = try TemporaryDirectory()
        library = try Library(at: directory.file("prompts.db"))
        try await library.add("h-one", "'now'")
        _ = try await library.query(
            """
            UPDATE prompts SET updated_at = '2026-01-03 00:00:00' WHERE id = 'h-one';
            INSERT INTO enhancement_history (id, prompt_id, updated_content, update_reason, updated_by, created_at)
            VALUES (9001, 'h-one', 'first', 'original', NULL, '2026-01-01 00:00:00'),
              (9002, 'h-one', 'second é', 'shorter' || char(27) || '[2J', 'mira', '2026-01-02 00:00:00')
            """
        )
    }

    @Test func `the versions are listed newest first, and nothing in them is obeyed`() async throws {
        let before = try library.bytes()
        let run = try await Subcommand.run("history", "h-", on: library.path)
        #expect(
            run.output == """
                now  2026-01-03 00:00:00  3 B  \("")
                9002  2026-01-02 00:00:00  9 B  mira: shorter^[[2J
                9001  2026-01-01 00:00:00  5 B  original

                """
        )
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(try library.bytes() == before)
    }

    @Test func `JSON has the texts`() async throws {
        let json = try await Subcommand.run("history", "h-one", "--output", "json", on: library.path).json()
        let versions = try #require(json["versions"] as? [[String: Any]])
        #expect(versions.map { $0["content"] as? String } == ["now", "second é", "first"])
        #expect(versions.map { $0["row"] as? Int } == [nil, 9002, 9001])
        #expect(versions.map { $0["author"] as? String } == [nil, "mira", nil])
        #expect(json["is_cut"] as? Bool == false)
    }

    @Test func `a prompt that is not one gets its sentence`() async throws {
        try await Subcommand.expectSentence("absent", status: 66, ["history", "absent"], on: library.path)
    }
}
