import Foundation
import GRDB
import Testing

@testable import PromptStore

struct UndoTests {
    private let library: ScratchLibrary

    init() throws {
        library = try ScratchLibrary()
        try library.addPrompt("a", ["effectiveness_score": 0.8])
        try library.addPrompt("b")
    }

    private func content() throws -> [String] { try library.rows("prompts") + library.rows("user_feedback") }

    /// The id of a process that has ended.
    private func endedProcess() throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "exit 0"]
        try process.run()
        process.waitUntilExit()
        return process.processIdentifier
    }

    @Test func undoAndRedoGoBackAndForthThroughEverything() throws {
        let store = try library.store()
        let changes: [Change] = [
            .rate(promptID: "a", rating: 5), .rate(promptID: "a", rating: 2), .comment(promptID: "b", text: "words"),
            .withdraw(promptID: "a"), .rate(promptID: "b", rating: 4),
        ]
        var states = [try content()]
        for change in changes {
            _ = try store.make(change)
            states.append(try content())
        }
        for state in states.dropLast().reversed() {
            _ = try store.make(.undo)
            #expect(try content() == state)
        }
        #expect(throws: StoreError.nothingToUndo) { try store.make(.undo) }
        for state in states.dropFirst() {
            _ = try store.make(.redo)
            #expect(try content() == state)
        }
        #expect(throws: StoreError.nothingToRedo) { try store.make(.redo) }
    }

    @Test func undoPutsBackTheScoreThatWasThereHoweverOldItIs() throws {
        try library.addRating(5, of: "a", session: "earlier", daysAgo: 400)
        let before = try content()
        _ = try library.store().make(.rate(promptID: "a", rating: 1))
        let rated = try content()
        let later = try library.store(now: ScratchLibrary.now + 90 * 86_400)
        #expect(try later.make(.undo).score == .number(0.8))
        #expect(try content() == before)
        _ = try later.make(.redo)
        #expect(try content() == rated)
    }

    @Test func undoComputesTheScoreAnewWhereItHasBecomeAnother() throws {
        let store = try library.store()
        _ = try store.make(.rate(promptID: "b", rating: 5))
        _ = try library.store(session: "other").make(.rate(promptID: "b", rating: 1))
        // What one rating of 1 makes of the prior 0.5.
        #expect(try store.make(.undo).score == .number(0.4))
    }

    @Test func aCommentLeavesTheScoreAsItIs() throws {
        try library.addRating(5, of: "a", session: "earlier")
        #expect(try library.store().make(.comment(promptID: "a", text: "words")).score == .number(0.8))
        #expect(try library.store().make(.undo).score == .number(0.8))
    }

    @Test func aNewChangeEndsRedoing() throws {
        let store = try library.store()
        _ = try store.make(.rate(promptID: "a", rating: 5))
        _ = try store.make(.undo)
        _ = try store.make(.comment(promptID: "a", text: "words"))
        #expect(throws: StoreError.nothingToRedo) { try store.make(.redo) }
        #expect(try store.make(.undo).title == "comment")
        #expect(throws: StoreError.nothingToUndo) { try store.make(.undo) }
    }

    @Test func theJournalHoldsTheInverseOfAChange() throws {
        let store = try library.store()
        _ = try store.make(.rate(promptID: "a", rating: 5))
        _ = try store.make(.rate(promptID: "a", rating: 2))
        let entries = try library.sql { try Row.fetchAll($0, sql: "SELECT * FROM pa_journal ORDER BY id") }
        #expect(entries.map { $0["title"] as String } == ["rating 5", "rating 2"])
        #expect(entries.map { $0["prompt_id"] as String } == ["a", "a"])
        #expect(entries.map { $0["session_id"] as String } == ["this-session", "this-session"])
        #expect(entries.map { $0["made_at"] as String } == Array(repeating: "2026-05-04 12:00:00", count: 2))
        let changes = try library.sql { database in
            try Row.fetchAll(database, sql: "SELECT entry_id, prompt_id, change FROM pa_journal_rows ORDER BY id")
        }
        #expect(changes.map { $0["entry_id"] as Int } == [1, 1, 1, 2, 2, 2])
        #expect(changes.map { $0["prompt_id"] as String } == Array(repeating: "a", count: 6))
        let rows = changes.compactMap { $0["change"] as RowChange? }
        #expect(
            rows.map(\.table) == ["user_feedback", "prompts", "pa_scores", "user_feedback", "prompts", "pa_scores"]
        )
        #expect(rows[0].before == nil)
        #expect(rows[0].after?["rating"] == .integer(5))
        #expect(rows[3].before?["rating"] == .integer(5))
        #expect(rows[3].after?["rating"] == .integer(2))
        #expect(rows[1].before?["effectiveness_score"] == .real(0.8))
    }

    @Test(arguments: [
        "UPDATE user_feedback SET rating = 1", "UPDATE user_feedback SET rating = NULL",
        "UPDATE user_feedback SET feedback_text = 'mine'", "UPDATE user_feedback SET created_at = 'now'",
        "UPDATE user_feedback SET session_id = 'mine'", "DELETE FROM user_feedback",
        "UPDATE user_feedback SET prompt_id = 'b'",
    ])
    func whatSomethingElseHasChangedIsNotReverted(statement: String) throws {
        let store = try library.store()
        _ = try store.make(.rate(promptID: "a", rating: 5))
        try library.execute(statement)
        let before = try content()
        let error = #expect(throws: StoreError.self) { try store.make(.undo) }
        #expect(error == .changedSince(what: "the rating 5"))
        #expect(error?.sentence == "Not reverted: the rating 5 has been changed since by something else.")
        #expect(try content() == before)
    }

    @Test(arguments: ["9", "1e300", "4.5", "'five'", "x'05'"])
    func aRatingThatHasBecomeNoneIsNotReverted(value: String) throws {
        let store = try library.store()
        _ = try store.make(.rate(promptID: "a", rating: 4))
        try library.sql { database in
            try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
            try database.execute(sql: "UPDATE user_feedback SET rating = \(value)")
        }
        let before = try content()
        #expect(throws: StoreError.changedSince(what: "the rating 4")) { try store.make(.undo) }
        #expect(try content() == before)
    }

    @Test func anUndoneRatingComesBackUnderItsOwnIDThoughOthersHaveWritten() throws {
        let store = try library.store()
        _ = try store.make(.rate(promptID: "a", rating: 5))
        _ = try store.make(.undo)
        try library.addRating(3, of: "a", session: "another")
        _ = try store.make(.redo)
        #expect(try library.sql { try Int.fetchAll($0, sql: "SELECT id FROM user_feedback ORDER BY id") } == [1, 2])
    }

    @Test func ownChangesAreUndoneFirstThenThoseOfARunThatHasEnded() throws {
        _ = try library.store(session: "earlier").make(.rate(promptID: "a", rating: 1))
        _ = try library.store(session: "earlier").make(.comment(promptID: "a", text: "words"))
        let ended = try endedProcess()
        try library.execute("UPDATE pa_journal SET process_id = ?", [ended])
        let store = try library.store()
        _ = try store.make(.rate(promptID: "b", rating: 4))
        #expect(try (0..<3).map { _ in try store.make(.undo).title } == ["rating 4", "comment", "rating 1"])
        #expect(throws: StoreError.nothingToUndo) { try store.make(.undo) }
        #expect(try (0..<3).map { _ in try store.make(.redo).title } == ["rating 1", "comment", "rating 4"])
        // What it has made again is this run's own.
        #expect(try library.store().make(.undo).title == "rating 4")
    }

    @Test func theChangesOfARunThatGoesOnAreItsOwn() throws {
        let other = try library.store(session: "other")
        _ = try other.make(.rate(promptID: "a", rating: 1))
        let store = try library.store()
        #expect(throws: StoreError.nothingToUndo) { try store.make(.undo) }
        #expect(try other.make(.undo).title == "rating 1")
        #expect(throws: StoreError.nothingToRedo) { try store.make(.redo) }
        #expect(try other.make(.redo).title == "rating 1")
    }

    @Test func theJournalForgetsWhatIsOlderThanTenThousandChanges() throws {
        let store = try library.store()
        _ = try store.make(.rate(promptID: "a", rating: 1))
        _ = try store.make(.rate(promptID: "a", rating: 2))
        try library.execute("UPDATE sqlite_sequence SET seq = 10001 WHERE name = 'pa_journal'")
        _ = try store.make(.rate(promptID: "a", rating: 3))
        let ids = try library.sql { try Int.fetchAll($0, sql: "SELECT id FROM pa_journal ORDER BY id") }
        #expect(ids == [10_002])
        _ = try store.make(.undo)
        #expect(throws: StoreError.nothingToUndo) { try store.make(.undo) }
    }

    @Test func theJournalForgetsWhatIsOlderThanFiftyMegabytesOfChanges() throws {
        let store = try library.store()
        _ = try store.make(.rate(promptID: "a", rating: 1))
        try library.execute(
            """
            INSERT INTO pa_journal (session_id, process_id, made_at, title, prompt_id, prompt_count, bytes)
            SELECT 'other', 1, 'then', 'comment', 'a', 1, 13000000 FROM prompts CROSS JOIN prompts
            """
        )
        _ = try store.make(.rate(promptID: "a", rating: 2))
        #expect(try library.sql { try Int.fetchAll($0, sql: "SELECT id FROM pa_journal") } == Array(1...6))
        _ = try store.make(.comment(promptID: "a", text: String(repeating: "word ", count: 2000)))
        #expect(try library.sql { try Int.fetchAll($0, sql: "SELECT id FROM pa_journal") } == Array(3...7))
    }
}
