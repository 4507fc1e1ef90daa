import GRDB
import PromptTestSupport
import Testing

@testable import PromptStore

/// Large files whose times are of several kinds, or whose order has no index.
struct TimeOrderTests {
    private let directory: TemporaryDirectory
    private let path: String
    private let sample = SampleLibrary(seed: 5, count: 6000)

    init() throws {
        directory = try TemporaryDirectory()
        path = directory.file("prompts.db")
    }

    private func store() throws -> PromptStore { try PromptStore(path: path, isReadOnly: true) }

    private func page(_ store: PromptStore, _ order: PromptOrder, _ anchor: PageRequest.Anchor = .start) throws
        -> PromptPage
    {
        try store.page(PageRequest(order: order, anchor: anchor, limit: 50), cancellation: Cancellation())
    }

    private func ids(_ page: PromptPage) -> [String] { page.rows.map(\.id) }

    private func expected(_ order: PromptOrder, in generation: Generation) -> [String] {
        sample.sorted(order, in: generation).map { sample.prompts[$0].id }
    }

    @Test(arguments: [Generation.s1, .s2, .documented])
    func mixedTimesAreInOrderOnceTheyAreReady(generation: Generation) throws {
        try sample.store(in: generation, at: path, times: .mixed)
        let store = try store()
        let newest = PromptOrder(.created)
        let early = try page(store, newest)
        #expect(ids(early).count == 50)
        #expect(try store.prepare(.order(.created), cancellation: Cancellation()))
        let all = expected(newest, in: generation)
        #expect(try ids(page(store, newest)) == Array(all.prefix(50)))
        // A place that was read before still is one.
        for row in [early.rows[3], early.rows[40]] {
            let index = try #require(all.firstIndex(of: row.id))
            #expect(try ids(page(store, newest, .after(row.cursor))) == Array(all[(index + 1)...].prefix(50)))
            #expect(try ids(page(store, newest, .from(row.cursor))).first == row.id)
            #expect(try ids(page(store, newest, .before(row.cursor))) == Array(all[..<index].suffix(50)))
        }
        #expect(try !store.prepare(.order(.created), cancellation: Cancellation()))
    }

    @Test func whereTimesAreAlikeTheIndexIsFollowed() throws {
        try sample.store(in: .s2, at: path)
        let store = try store()
        #expect(try !store.prepare(.order(.created), cancellation: Cancellation()))
        #expect(
            try ids(page(store, PromptOrder(.created))) == Array(expected(PromptOrder(.created), in: .s2).prefix(50))
        )
        #expect(try store.connections.read(.list) { try !$0.tableExists("pa_by_created") })
        // Until another kind comes in.
        try OtherProgram(path).run(
            "INSERT INTO prompts (id, content, content_hash, created_at, updated_at) VALUES ('new', '', '', '2020-01-01', 0)"
        )
        _ = try page(store, PromptOrder(.created))
        #expect(try store.prepare(.order(.created), cancellation: Cancellation()))
        #expect(try ids(page(store, PromptOrder(.created, isDescending: false))).first == "new")
    }

    @Test(arguments: [PromptOrder.Key.updated, .usage])
    func anOrderWithoutAnIndexIsMadeByTheFirstPage(key: PromptOrder.Key) throws {
        try sample.store(in: .s2, at: path)
        let store = try store()
        let cancelled = Cancellation()
        cancelled.cancel()
        let request = PageRequest(order: PromptOrder(key), anchor: .start, limit: 50)
        #expect(throws: StoreError.cancelled) { try store.page(request, cancellation: cancelled) }
        #expect(try ids(page(store, PromptOrder(key))) == Array(expected(PromptOrder(key), in: .s2).prefix(50)))
    }

    @Test func whatOtherProgramsDoIsFollowed() throws {
        try sample.store(in: .s2, at: path)
        let store = try store()
        let order = PromptOrder(.updated)
        _ = try page(store, order)
        let other = OtherProgram(path)
        try other.run(
            "INSERT INTO prompts (id, content, content_hash, created_at, updated_at) VALUES ('new', '', '', 0, 3000000000)"
        )
        #expect(try ids(page(store, order)).first == "new")
        let old = try #require(expected(order, in: .s2).last)
        try other.run(
            "DELETE FROM prompts WHERE id = 'new'; UPDATE prompts SET updated_at = 2900000000 WHERE id = '\(old)'"
        )
        #expect(try ids(page(store, order)).first != "new")
        #expect(try store.prepare(.order(.updated), cancellation: Cancellation()))
        #expect(try ids(page(store, order)).first == old)
    }

    @Test func pagesAreReadAlongTheTable() throws {
        try sample.store(in: .s2, at: path)
        let store = try store()
        _ = try page(store, PromptOrder(.updated))
        for comparison in PageQuery.Comparison.allCases {
            for segment in [0, 1] where segment == 0 || comparison != .beyond {
                var query = PageQuery(
                    order: PromptOrder(.updated),
                    segment: segment,
                    isBackward: false,
                    comparison: comparison,
                    condition: QueryCondition.sample
                )
                query.isByTable = true
                let plan = try store.connections.read(.list) { database in
                    let statement = try database.makeStatement(sql: "EXPLAIN QUERY PLAN " + query.sql)
                    statement.setUncheckedArguments(StatementArguments())
                    return try Row.fetchAll(statement).filter { $0["parent"] == 0 }.map { $0["detail"] as String }
                }
                #expect(plan.first?.hasPrefix("SEARCH k USING ") == true, "\(plan)")
                #expect(plan.first?.contains("INDEX pa_by_updated_value (value") == true, "\(plan)")
                #expect(plan.contains("SEARCH t USING INTEGER PRIMARY KEY (rowid=?)"), "\(plan)")
                #expect(!plan.contains { $0.hasPrefix("USE TEMP") }, "\(plan)")
            }
        }
    }
}
