import GRDB
import PromptStore
import Testing

struct BulkChangeTests {
    private let library: ScratchLibrary

    init() throws {
        library = try ScratchLibrary()
        try library.sql { database in
            for number in 1...300 {
                try ScratchLibrary.addPrompt(
                    "p\(number)",
                    ["phase": number % 2 == 0 ? "solutio" : "coagulatio"],
                    in: database
                )
            }
        }
    }

    private var all: [String] { (1...300).map { "p\($0)" } }

    private func content() throws -> [String] { try library.rows("prompts") + library.rows("user_feedback") }

    private func count(_ table: String) throws -> Int? {
        try library.sql { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") }
    }

    @Test func manyPromptsAreRatedAndUndoneAsOneChange() throws {
        let store = try library.store()
        let before = try content()
        let outcome = try store.make(.rate(promptIDs: all, rating: 4))
        #expect(outcome.title == "rating 4 of 300 prompts")
        #expect(outcome.promptCount == 300)
        #expect(try count("user_feedback") == 300)
        #expect(try count("pa_journal") == 1)
        let rated = try content()
        #expect(try store.make(.undo).promptCount == 300)
        #expect(try content() == before)
        #expect(try store.make(.redo).title == "rating 4 of 300 prompts")
        #expect(try content() == rated)
    }

    @Test func manyRatingsAreWithdrawnWhereThereAreSome() throws {
        let store = try library.store()
        _ = try store.make(.rate(promptIDs: ["p1", "p2", "p3"], rating: 5))
        let rated = try content()
        let outcome = try store.make(.withdraw(promptIDs: all))
        #expect(outcome.title == "withdrawal of the ratings of 3 prompts")
        #expect(outcome.promptCount == 3)
        #expect(try count("user_feedback") == 0)
        _ = try store.make(.undo)
        #expect(try content() == rated)
    }

    @Test func promptsThatAreGoneArePassedOver() throws {
        let store = try library.store()
        #expect(try store.make(.rate(promptIDs: ["gone", "p1", "lost"], rating: 2)).promptCount == 1)
        #expect(throws: StoreError.promptGone(id: "gone")) {
            try store.make(.rate(promptIDs: ["gone", "lost"], rating: 2))
        }
        #expect(try count("pa_journal") == 1)
    }

    @Test func aChangedRowAmongManyKeepsTheWholeFromBeingUndone() throws {
        let store = try library.store()
        _ = try store.make(.rate(promptIDs: all, rating: 4))
        try library.execute("UPDATE user_feedback SET rating = 1 WHERE prompt_id = 'p150'")
        let before = try content()
        #expect(throws: StoreError.changedSince(what: "the rating 4 of 300 prompts")) { try store.make(.undo) }
        #expect(try content() == before)
    }

    @Test func whatTheJournalForgetsLeavesNoRowsBehind() throws {
        let store = try library.store()
        _ = try store.make(.rate(promptIDs: all, rating: 4))
        _ = try store.make(.undo)
        _ = try store.make(.rate(promptID: "p1", rating: 3))
        #expect(try count("pa_journal") == 1)
        #expect(try count("pa_journal_rows") == 3)
    }
}
