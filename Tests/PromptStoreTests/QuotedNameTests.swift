import Testing

@testable import PromptStore

/// Tables and columns of a file may be called anything; a name with quotes in it is a name like any other.
struct QuotedNameTests {
    private let library: ScratchLibrary
    private let table = "notes\"; DROP TABLE prompts; --"

    init() throws {
        library = try ScratchLibrary()
        try library.execute("ALTER TABLE prompts ADD COLUMN \"a \"\"mood\"\"\" TEXT")
        try library.execute("CREATE TABLE \(table.quotedName) (prompt_id TEXT, \"the \"\"note\"\"\" TEXT)")
        try library.addPrompt("a")
        try library.execute("UPDATE prompts SET \"a \"\"mood\"\"\" = 'good'")
        try library.execute("INSERT INTO \(table.quotedName) VALUES ('a', 'remember')")
    }

    @Test func quotesInsideAreDoubled() {
        #expect("a\"b".quotedName == "\"a\"\"b\"")
        #expect("plain".quotedName == "\"plain\"")
    }

    @Test func itIsShown() throws {
        let detail = try library.store().dossier(of: "a").detail
        #expect(detail.further.contains { $0.name == "a \"mood\"" && $0.value == "good" })
    }

    @Test func itsRowsAreDeletedWithTheirPromptAndComeBack() throws {
        let store = try library.store()
        let before = try library.rows(table.quotedName)
        _ = try store.make(.delete(promptIDs: ["a"]))
        #expect(try library.rows(table.quotedName) == [])
        _ = try store.make(.undo)
        #expect(try library.rows(table.quotedName) == before)
        #expect(try library.rows("prompts").count == 1)
    }

    @Test(arguments: [MaintenanceTask.statistics, .integrityCheck(isQuick: false)])
    func maintenanceCountsItIn(task: MaintenanceTask) throws {
        let report = try library.store().perform(task, cancellation: Cancellation()) { _ in }
        #expect(report.outcome != .damage, "\(report)")
    }
}
