import GRDB
import PromptStore
import Testing

/// Pages of the list against the same rows sorted in memory.
struct PageTests {
    static let orders = PromptOrder.Key.allCases.flatMap { key in
        [true, false].map { PromptOrder(key, isDescending: $0) }
    }
    static let searches = ["", "apple", "%", "nowhere"]

    private let library: ListLibrary
    private let store: PromptStore

    init() throws {
        library = try ListLibrary()
        store = try library.scratch.store()
    }

    private func page(
        _ order: PromptOrder,
        _ anchor: PageRequest.Anchor,
        search: String = "",
        limit: Int
    ) throws -> PromptPage {
        let request = PageRequest(order: order, query: PromptQuery(literally: search), anchor: anchor, limit: limit)
        return try store.page(request, cancellation: Cancellation())
    }

    @Test(arguments: orders, searches)
    func forwardsEveryRowComesOnceInOrder(order: PromptOrder, search: String) throws {
        let expected = try library.sorted(order, search: search)
        for limit in [1, 7, 1000] {
            var found: [String] = []
            var current = try page(order, .start, search: search, limit: limit)
            #expect(current.reachesStart)
            while let last = current.rows.last, found.count <= expected.count {
                found += current.rows.map(\.id)
                #expect(current.rows.count <= limit)
                #expect(current.reachesEnd == (current.rows.count < limit))
                current = try page(order, .after(last.cursor), search: search, limit: limit)
                #expect(!current.reachesStart)
            }
            #expect(found == expected)
            #expect(current.reachesEnd)
        }
    }

    @Test(arguments: orders, searches)
    func aRowIsFoundByItsNumberWithHalfAPageBeforeIt(order: PromptOrder, search: String) throws {
        let expected = try library.sorted(order, search: search)
        for number in [0, 1, 5, expected.count / 2, expected.count - 1, expected.count, 1_000_000] where number >= 0 {
            let found = try page(order, .row(number), search: search, limit: 10)
            let selected = min(number, max(0, expected.count - 1))
            let first = max(0, selected - 5)
            #expect(found.rows.map(\.id) == Array(expected.dropFirst(first).prefix(10)), "\(number)")
            #expect(found.reachesStart == (selected < 5) || expected.isEmpty)
        }
    }

    @Test(arguments: orders, searches)
    func backwardsEveryRowComesOnceInOrder(order: PromptOrder, search: String) throws {
        let expected = try library.sorted(order, search: search)
        for limit in [1, 7, 1000] {
            var found: [String] = []
            var current = try page(order, .end, search: search, limit: limit)
            #expect(current.reachesEnd)
            while let first = current.rows.first, found.count <= expected.count {
                found = current.rows.map(\.id) + found
                #expect(current.reachesStart == (current.rows.count < limit))
                current = try page(order, .before(first.cursor), search: search, limit: limit)
                #expect(!current.reachesEnd)
            }
            #expect(found == expected)
            #expect(current.reachesStart)
        }
    }

    @Test(arguments: orders)
    func fromARowAndAroundARow(order: PromptOrder) throws {
        let expected = try library.sorted(order)
        let rows = try page(order, .start, limit: 1000).rows
        for (index, row) in rows.enumerated() {
            let from = try page(order, .from(row.cursor), limit: 5)
            #expect(from.rows.map(\.id) == Array(expected[index...].prefix(5)))
            let around = try page(order, .around(id: row.id), limit: 6)
            #expect(around.rows.map(\.id) == Array(expected[max(0, index - 3)...].prefix(6)))
            #expect(around.rows.contains(row))
            #expect(try page(order, .around(id: row.id), limit: 1).rows == [row])
        }
        #expect(throws: StoreError.promptGone(id: "none")) { try page(order, .around(id: "none"), limit: 5) }
    }

    @Test(arguments: orders)
    func rowsThatComeAndGoBetweenPagesDisturbNoOther(order: PromptOrder) throws {
        let first = try page(order, .start, limit: 20)
        let last = try #require(first.rows.last)
        let known = try library.sorted(order)
        try library.scratch.sql { database in
            // The row the next page starts from, one before it and one after it; and new ones on either side.
            let gone = [last.id, first.rows[3].id, known[30]]
            for id in gone {
                try database.execute(sql: "DELETE FROM user_feedback WHERE prompt_id = ?", arguments: [id])
                try database.execute(sql: "DELETE FROM prompts WHERE id = ?", arguments: [id])
            }
            for (id, source) in [("new1", first.rows[5].id), ("new2", known[31])] {
                try ListLibrary.copy(source, to: id, in: database)
            }
        }
        let expected = try library.sorted(order)
        let next = try page(order, .after(last.cursor), limit: 1000)
        let before = try page(order, .before(last.cursor), limit: 1000)
        #expect(before.rows.map(\.id) + next.rows.map(\.id) == expected)
        #expect(try page(order, .from(last.cursor), limit: 1000).rows == next.rows)
    }

    @Test func rowsCarryWhatTheListShows() throws {
        let scratch = try ScratchLibrary()
        let text = "\n## " + String(repeating: "é", count: 100) + "\nmore"
        try scratch.addPrompt("a", ["content": text, "effectiveness_score": 0.7, "phase": "foo"])
        try scratch.addRating(2, of: "a", session: "x", daysAgo: 1)
        try scratch.addRating(4, of: "a", session: "y", daysAgo: 2)
        let request = PageRequest(order: PromptOrder(.created), anchor: .start, limit: 10)
        let row = try #require(try scratch.store().page(request, cancellation: Cancellation()).rows.first)
        #expect(row.title == String(repeating: "é", count: 100))
        #expect(row.phase == "foo")
        #expect(row.score == .number(0.7))
        #expect(row.rating == .number(2))
    }

    @Test func theCountIsThatOfTheRows() throws {
        for search in Self.searches {
            let count = try library.sorted(PromptOrder(.created), search: search).count
            #expect(try store.count(query: PromptQuery(literally: search), cancellation: Cancellation()) == count)
        }
    }

    @Test func aCancelledReadSaysSo() throws {
        let cancellation = Cancellation()
        cancellation.cancel()
        let request = PageRequest(order: PromptOrder(.created), anchor: .start, limit: 10)
        #expect(throws: StoreError.cancelled) { try store.page(request, cancellation: cancellation) }
        #expect(try !store.page(request, cancellation: Cancellation()).rows.isEmpty)
    }
}
