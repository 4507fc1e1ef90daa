import GRDB
import PromptTestSupport
import Testing

@testable import PromptStore

/// Families in files without an index for them.
struct ChildrenTableTests {
    private let directory: TemporaryDirectory
    private let path: String

    init() throws {
        directory = try TemporaryDirectory()
        path = directory.file("prompts.db")
    }

    private func lineage(_ store: PromptStore, _ id: String) throws -> Lineage {
        try store.lineage(of: id, extent: 1, cancellation: Cancellation())
    }

    private func ids(_ lineage: Lineage) -> [String] {
        lineage.rows.map { if case .prompt(let prompt) = $0.content { prompt.id } else { "\($0.content)" } }
    }

    /// Prompts of which each tenth has a child that comes much later.
    private func fill(_ count: Int) throws {
        try Generation.documented.create(at: path)
        try OtherProgram(path).run(
            """
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < \(count - 1))
            INSERT INTO prompts (id, content, phase, provider, model, parent_id)
            SELECT 'p' || i, 'text', 'solutio', 'openai', 'o1', CASE WHEN i >= 3000 THEN 'p' || (i - 3000) END FROM n
            """
        )
    }

    @Test func aLargeFileHasItsPathAtOnceAndTheRestWhenItIsReady() throws {
        try fill(7000)
        let store = try PromptStore(path: path, isReadOnly: true)
        let early = try lineage(store, "p3010")
        #expect(ids(early) == ["p10", "p3010"])
        #expect(early.isWithoutChildren)
        #expect(try store.prepare(.lineage, cancellation: Cancellation()))
        let whole = try lineage(store, "p3010")
        #expect(ids(whole) == ["p10", "p3010", "p6010"])
        #expect(!whole.isWithoutChildren)
        #expect(try !store.prepare(.lineage, cancellation: Cancellation()))
    }

    @Test func whatIsCancelledIsKept() throws {
        try fill(7000)
        let store = try PromptStore(path: path, isReadOnly: true)
        let cancelled = Cancellation()
        cancelled.cancel()
        for _ in 0..<3 {
            #expect(throws: StoreError.cancelled) { try store.prepare(.lineage, cancellation: cancelled) }
        }
        #expect(try store.prepare(.lineage, cancellation: cancelled))
        #expect(try ids(lineage(store, "p3010")) == ["p10", "p3010", "p6010"])
    }

    @Test func whatOtherProgramsDoIsFollowed() throws {
        try fill(7000)
        let store = try PromptStore(path: path, isReadOnly: true)
        #expect(try store.prepare(.lineage, cancellation: Cancellation()))
        let other = OtherProgram(path)
        try other.run(
            "INSERT INTO prompts (id, content, phase, provider, model, parent_id) VALUES ('new', '', '', '', '', 'p6010')"
        )
        #expect(try ids(lineage(store, "p3010")) == ["p10", "p3010", "p6010", "new"])
        try other.run("DELETE FROM prompts WHERE id = 'new'; UPDATE prompts SET parent_id = 'p6011' WHERE id = 'p6010'")
        #expect(try ids(lineage(store, "p3010")) == ["p10", "p3010"])
        // An older prompt that has changed is found by the next round.
        #expect(try store.prepare(.lineage, cancellation: Cancellation()))
        #expect(try ids(lineage(store, "p6011")) == ["p11", "p3011", "p6011", "p6010"])
    }

    @Test func aSmallFileIsReadyAtOnce() throws {
        try fill(4000)
        let store = try PromptStore(path: path, isReadOnly: true)
        #expect(try ids(lineage(store, "p10")) == ["p10", "p3010"])
    }

    @Test func whereThereAreIndexesNothingIsMade() throws {
        try PromptStore.create(at: path)
        let store = try PromptStore(path: path, isReadOnly: true)
        #expect(try !store.prepare(.lineage, cancellation: Cancellation()))
        #expect(try store.connections.read(.lineage) { try !$0.tableExists("pa_children") })
    }

    @Test func childrenAreReadAlongTheTable() throws {
        try fill(4000)
        let store = try PromptStore(path: path, isReadOnly: true)
        _ = try lineage(store, "p10")
        let plan = try store.connections.read(.lineage) { database in
            let statement = try database.makeStatement(sql: "EXPLAIN QUERY PLAN " + LineageQueries.childrenByTable)
            statement.setUncheckedArguments(["id": "", "limit": 1])
            return try Row.fetchAll(statement).map { $0["detail"] as String }
        }
        #expect(plan == ["SEARCH c USING PRIMARY KEY (ancestor=?)", "SEARCH p USING INTEGER PRIMARY KEY (rowid=?)"])
    }
}
