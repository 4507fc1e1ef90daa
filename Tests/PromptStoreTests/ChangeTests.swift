import GRDB
import PromptStore
import Testing

struct ChangeTests {
    private let library: ScratchLibrary

    init() throws {
        library = try ScratchLibrary()
        try library.addPrompt("a")
        try library.addPrompt("b", ["effectiveness_score": 0.8])
    }

    /// Everything that a change may touch except the journal and the moments at which scores were computed.
    private func state() throws -> [String] {
        try library.rows("prompts") + library.rows("user_feedback")
    }

    @Test func aRatingIsARowOfThisRunAndANewScore() throws {
        let outcome = try library.store().make(.rate(promptID: "a", rating: 5))
        #expect(outcome.promptID == "a")
        #expect(outcome.title == "rating 5")
        #expect(outcome.rating == .number(5))
        #expect(outcome.score == .number(0.6))
        #expect(
            try library.rows("user_feedback") == [
                #"[id:1 prompt_id:"a" rating:5 feedback_type:"rating" feedback_text:NULL session_id:"this-session" created_at:"2026-05-04 12:00:00"]"#
            ]
        )
        #expect(try library.sql { try Double.fetchOne($0, sql: "SELECT effectiveness_score FROM prompts") } == 0.6)
    }

    @Test func aSecondRatingOfTheSameRunTakesThePlaceOfTheFirst() throws {
        let store = try library.store()
        _ = try store.make(.rate(promptID: "a", rating: 5))
        #expect(try store.make(.rate(promptID: "a", rating: 1)).score == .number(0.4))
        #expect(try library.rows("user_feedback").count == 1)
        _ = try library.store(session: "another").make(.rate(promptID: "a", rating: 3))
        #expect(try library.rows("user_feedback").count == 2)
    }

    @Test func withdrawingTakesOnlyTheRatingOfThisRun() throws {
        let store = try library.store()
        #expect(throws: StoreError.nothingToWithdraw) { try store.make(.withdraw(promptID: "a")) }
        try library.addRating(2, of: "a", session: "another")
        #expect(throws: StoreError.nothingToWithdraw) { try store.make(.withdraw(promptID: "a")) }
        let before = try state()
        _ = try store.make(.rate(promptID: "a", rating: 5))
        let outcome = try store.make(.withdraw(promptID: "a"))
        #expect(outcome.title == "withdrawal of rating 5")
        #expect(outcome.rating == .number(2))
        #expect(try library.rows("user_feedback") == Array(before.suffix(1)))
    }

    @Test func aCommentIsTrimmedAndChangesNoScore() throws {
        let store = try library.store()
        let outcome = try store.make(.comment(promptID: "b", text: "  two words\n\n"))
        #expect(outcome.rating == .none)
        #expect(outcome.score == .number(0.8))
        #expect(
            try library.rows("user_feedback") == [
                #"[id:1 prompt_id:"b" rating:NULL feedback_type:"comment" feedback_text:"two words" session_id:"this-session" created_at:"2026-05-04 12:00:00"]"#
            ]
        )
        #expect(throws: StoreError.emptyComment) { try store.make(.comment(promptID: "b", text: " \n\t")) }
        #expect(try library.rows("user_feedback").count == 1)
    }

    @Test func aPromptThatIsGoneTakesNoChange() throws {
        let store = try library.store()
        let gone = StoreError.promptGone(id: "gone")
        #expect(throws: gone) { try store.make(.rate(promptID: "gone", rating: 3)) }
        #expect(throws: gone) { try store.make(.comment(promptID: "gone", text: "words")) }
        #expect(throws: gone) { try store.make(.withdraw(promptID: "gone")) }
        _ = try store.make(.rate(promptID: "a", rating: 3))
        try library.execute("DELETE FROM prompts WHERE id = 'a'")
        #expect(throws: StoreError.promptGone(id: "a")) { try store.make(.undo) }
    }

    @Test(arguments: ["pa_journal", "prompts", "user_feedback"])
    func aChangeThatFailsAnywhereLeavesNothing(table: String) throws {
        let store = try library.store()
        _ = try store.make(.rate(promptID: "a", rating: 3))
        // An index in which there is room for one row, and that is taken.
        let condition = table == "prompts" ? "WHERE id = 'a' OR effectiveness_score <> 0.8" : ""
        try library.execute("CREATE UNIQUE INDEX no ON \(table)((1)) \(condition)")
        let tables = ["prompts", "user_feedback", "pa_journal", "pa_scores", "pa_phase_ratings"]
        let before = try tables.flatMap { try library.rows($0) }
        #expect(throws: StoreError.database(path: library.path, detail: "UNIQUE constraint failed: index 'no'")) {
            try store.make(.rate(promptID: "b", rating: 5))
        }
        #expect(try tables.flatMap { try library.rows($0) } == before)
    }

    @Test func changesLeaveEveryOtherColumnAlone() throws {
        try library.execute("UPDATE prompts SET updated_at = 'long ago', tags = x'00ff', usage_count = 'many'")
        let columns =
            "id, content, phase, provider, model, persona, tags, context, embedding, created_at, updated_at, usage_count"
        func others() throws -> [Row] {
            try library.sql { try Row.fetchAll($0, sql: "SELECT \(columns) FROM prompts") }
        }
        let before = try others()
        let store = try library.store()
        _ = try store.make(.rate(promptID: "a", rating: 5))
        _ = try store.make(.comment(promptID: "a", text: "words"))
        _ = try store.make(.undo)
        #expect(try others() == before)
    }

    @Test func aReadOnlyStoreRefusesEveryChange() throws {
        let store = try library.store(isReadOnly: true)
        let changes: [Change] = [
            .rate(promptID: "a", rating: 3), .withdraw(promptID: "a"), .comment(promptID: "a", text: "words"), .undo,
            .redo,
        ]
        for change in changes {
            #expect(throws: StoreError.readOnly(path: library.path)) { try store.make(change) }
        }
    }

    @Test func aCommitOfAnotherProgramIsNoticedOnce() throws {
        let store = try library.store()
        #expect(try !store.hasChanged())
        try library.execute("UPDATE prompts SET usage_count = 1")
        #expect(try store.hasChanged())
        #expect(try !store.hasChanged())
    }

    @Test func aCommitBeforeTheFirstReadIsNoticedToo() throws {
        let store = try library.store()
        try library.execute("UPDATE prompts SET usage_count = 1")
        #expect(try store.dossier(of: "a").detail.id == "a")
        #expect(try store.hasChanged())
    }
}
