import GRDB
import PromptStore
import Testing

/// Editing and withdrawing what was said, and what keeps a prompt from being undone.
struct FeedbackChangeTests {
    private let library: ScratchLibrary

    init() throws {
        library = try ScratchLibrary()
        try library.addPrompt("a")
    }

    private func content() throws -> [String] { try library.rows("prompts") + library.rows("user_feedback") }

    @Test func anOwnCommentIsEditedAndWithdrawn() throws {
        let store = try library.store()
        _ = try store.make(.comment(promptID: "a", text: "first"))
        let said = try content()
        let entry = try #require(try store.dossier(of: "a").feedback.first)
        #expect(
            try store.make(.editComment(id: entry.id, promptID: "a", text: " second ")).title == "edit of the comment"
        )
        #expect(try store.dossier(of: "a").feedback.map(\.text) == ["second"])
        _ = try store.make(.withdrawFeedback(id: entry.id, promptID: "a"))
        #expect(try store.dossier(of: "a").feedback.isEmpty)
        for _ in 0..<2 { _ = try store.make(.undo) }
        #expect(try content() == said)
    }

    @Test func aWithdrawnRatingTakesItsScoreAlong() throws {
        let store = try library.store()
        let before = try content()
        _ = try store.make(.rate(promptID: "a", rating: 5))
        let entry = try #require(try store.dossier(of: "a").feedback.first)
        #expect(try store.make(.withdrawFeedback(id: entry.id, promptID: "a")).score == .none)
        #expect(try library.rows("user_feedback").isEmpty)
        for _ in 0..<2 { _ = try store.make(.undo) }
        #expect(try content() == before)
    }

    @Test func whatOthersSaidStays() throws {
        _ = try library.store(session: "other").make(.comment(promptID: "a", text: "words"))
        let before = try content()
        let store = try library.store()
        #expect(throws: StoreError.notOwnFeedback) {
            try store.make(.editComment(id: 1, promptID: "a", text: "mine"))
        }
        #expect(throws: StoreError.notOwnFeedback) { try store.make(.withdrawFeedback(id: 1, promptID: "a")) }
        #expect(throws: StoreError.notOwnFeedback) { try store.make(.withdrawFeedback(id: 9, promptID: "a")) }
        #expect(try content() == before)
    }

    @Test func aNewPromptOnWhichSomethingHangsIsNotTakenBack() throws {
        let store = try library.store()
        let id = try store.make(.add(NewPrompt(content: "new"))).promptID
        _ = try library.store(session: "other").make(.comment(promptID: id, text: "words"))
        let before = try content()
        #expect(throws: StoreError.changedSince(what: "the new prompt")) { try store.make(.undo) }
        #expect(try content() == before)
    }

    @Test func aDeletionIsNotMadeAgainOverWhatWasSaidSince() throws {
        let store = try library.store()
        _ = try store.make(.rate(promptID: "a", rating: 5))
        _ = try store.make(.delete(promptIDs: ["a"]))
        _ = try store.make(.undo)
        _ = try library.store(session: "other").make(.comment(promptID: "a", text: "words"))
        #expect(throws: StoreError.changedSince(what: "the deletion")) { try store.make(.redo) }
        #expect(try library.rows("prompts").count == 1)
    }

    @Test func withoutATextThereIsNoPrompt() throws {
        let store = try library.store()
        #expect(throws: StoreError.emptyText) { try store.make(.add(NewPrompt(content: ""))) }
        #expect(throws: StoreError.emptyText) { try store.make(.edit(promptID: "a", text: "", reason: nil)) }
        #expect(throws: StoreError.promptGone(id: "b")) {
            try store.make(.add(NewPrompt(content: "x", parentID: "b")))
        }
    }
}
