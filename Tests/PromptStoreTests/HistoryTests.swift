import Testing

@testable import PromptStore

struct HistoryTests {
    private let library: ScratchLibrary

    init() throws {
        library = try ScratchLibrary()
        try library.addPrompt("a", ["content": "As it is", "updated_at": "2026-05-02 10:00:00"])
    }

    private func history() throws -> PromptHistory {
        try library.store().history(of: "a", cancellation: Cancellation())
    }

    private func add(_ count: Int, _ content: String, of id: String = "a") throws {
        try library.execute(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
            INSERT INTO enhancement_history (prompt_id, updated_content, update_reason, updated_by, created_at)
            SELECT ?, ?, 'reason ' || i, 'ann', '2026-05-01 10:00:00' FROM n
            """,
            [count, id, content]
        )
    }

    @Test func `the text as it is comes first and then the one written last`() throws {
        try library.addPrompt("b")
        try add(2, "Older")
        try add(1, "Of another", of: "b")
        let versions = try history().versions
        #expect(versions.map(\.content) == ["As it is", "Older", "Older"])
        #expect(versions.map(\.reason) == [nil, "reason 2", "reason 1"])
        #expect(versions[0].row == nil && versions[0].createdAt == Timestamp(text: "2026-05-02 10:00:00"))
        #expect(versions[1].author == "ann" && versions[1].contentBytes == 5)
        #expect(try !history().isCut)
    }

    @Test func `no more versions are read than are said to be`() throws {
        try add(200, "Older")
        #expect(try history().versions.count == 201)
        #expect(try !history().isCut)
        try add(1, "Newest")
        let history = try history()
        #expect(history.versions.count == 201 && history.isCut)
        #expect(history.versions[1].content == "Newest")
    }

    @Test func `long texts are cut and many of them are not all read`() throws {
        try add(40, String(repeating: "x", count: PromptDetail.longestText + 1))
        let history = try history()
        #expect(history.isCut)
        #expect(history.versions.count == 1 + PromptHistory.mostText / PromptDetail.longestText)
        #expect(history.versions[1].content.utf8.count == PromptDetail.longestText)
        #expect(history.versions[1].contentBytes == PromptDetail.longestText + 1)
    }

    @Test func `a prompt that is gone has no history`() throws {
        #expect(throws: StoreError.promptGone(id: "gone")) {
            try library.store().history(of: "gone", cancellation: Cancellation())
        }
    }
}
