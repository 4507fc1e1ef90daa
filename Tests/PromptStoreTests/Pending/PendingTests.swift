import Dispatch
import Foundation
import GRDB
import PromptTestSupport
import Testing

@testable import PromptStore

/// Changes that cannot be made at once are on the disk before they are acknowledged, and are made once.
struct PendingTests {
    private let library: ScratchLibrary
    private let store: PromptStore

    init() throws {
        library = try ScratchLibrary()
        try library.addPrompt("a")
        try library.addPrompt("b")
        store = try library.store()
        // The file has its final layout before anything is locked.
        _ = try store.make(.rate(promptID: "b", rating: 1))
    }

    private func feedback(of id: String = "a") throws -> [String] {
        try library.sql { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM user_feedback WHERE prompt_id = ? ORDER BY id",
                arguments: [id]
            )
            .map {
                "\($0["rating"] as Int? ?? 0) \($0["feedback_text"] as String? ?? "-") \($0["session_id"] as String)"
            }
        }
    }

    private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

    /// Hands changes in while another program has the lock.
    private func keep(_ changes: Change...) throws {
        let shell = try LockingProgram(library.path)
        for change in changes {
            guard case .kept(let holder) = try store.submit(change) else {
                Issue.record("The change is not kept.")
                return
            }
            #expect(holder?.processID == shell.processID)
        }
        #expect(try store.settle().remaining == changes.count)
        try shell.release()
    }

    @Test func whatIsKeptIsOnTheDiskForItsOwnerAloneAndNotInTheLibrary() throws {
        try keep(.rate(promptID: "a", rating: 2))
        let attributes = try FileManager.default.attributesOfItem(atPath: store.pendingPath)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try bytes(store.pendingPath).last == UInt8(ascii: "\n"))
        #expect(try feedback() == [])
        #expect(try store.examination().hasPendingChanges)
    }

    @Test func whatIsKeptIsMadeInItsOrderWhenTheLockIsGone() throws {
        try keep(
            .rate(promptID: "a", rating: 2),
            .comment(promptID: "a", text: "words"),
            .rate(promptID: "a", rating: 4)
        )
        let settlement = try store.settle()
        #expect(settlement.landed.count == 3 && settlement.remaining == 0 && settlement.refused.isEmpty)
        #expect(try feedback() == ["4 - this-session", "0 words this-session"])
        #expect(!store.hasPendingChanges)
        #expect(try store.settle() == Settlement())
        #expect(try store.make(.undo).title == "rating 4")
    }

    @Test func anotherRunMakesItForTheRunThatIsGone() throws {
        try keep(.rate(promptID: "a", rating: 2))
        #expect(try library.store(session: "another").settle().landed == [Change.rate(promptID: "a", rating: 2)])
        #expect(try feedback() == ["2 - this-session"])
    }

    @Test func whoDiesBetweenTheCommitAndTheEndOfTheFileMakesNothingTwice() throws {
        try keep(.comment(promptID: "a", text: "first"), .comment(promptID: "a", text: "second"))
        let file = try bytes(store.pendingPath)
        _ = try store.settle()
        try file.write(to: URL(fileURLWithPath: store.pendingPath))
        #expect(try library.store(session: "another").settle().landed == [])
        #expect(try feedback() == ["0 first this-session", "0 second this-session"])
        #expect(!store.hasPendingChanges)
    }

    @Test func twoThatSettleAtOnceMakeItOnce() throws {
        try keep(.comment(promptID: "a", text: "first"), .comment(promptID: "a", text: "second"))
        let stores = try (0..<4).map { try library.store(session: "run \($0)") }
        DispatchQueue.concurrentPerform(iterations: stores.count) { index in
            // Who does not get the lock in time leaves it to the others.
            _ = try? stores[index].settle()
        }
        _ = try store.settle()
        #expect(try feedback() == ["0 first this-session", "0 second this-session"])
    }

    @Test func aLineThatWasWrittenInPartIsNoneAndTheOthersCount() throws {
        try keep(.comment(promptID: "a", text: "first"))
        let line = try bytes(store.pendingPath)
        try (line + line.prefix(line.count / 2)).write(to: URL(fileURLWithPath: store.pendingPath))
        let settlement = try store.settle()
        #expect(settlement.landed.count == 1 && settlement.refused.isEmpty)
        #expect(try feedback() == ["0 first this-session"])
    }

    @Test func afterALineThatWasWrittenInPartComesANewOne() throws {
        try Data("0123456789abcdef {\"key".utf8).write(to: URL(fileURLWithPath: store.pendingPath))
        #expect(try store.submit(.comment(promptID: "a", text: "first")) == .kept(nil))
        let settlement = try store.settle()
        #expect(settlement.landed.count == 1 && settlement.refused == ["This line is not whole."])
        #expect(try feedback() == ["0 first this-session"])
        #expect(try String(decoding: bytes(store.refusedPath), as: UTF8.self).contains("0123456789abcdef"))
    }

    @Test func whatNoLongerFitsIsPutAsideWithTheReason() throws {
        try keep(.rate(promptID: "a", rating: 2), .comment(promptID: "b", text: "words"))
        try library.execute("DELETE FROM prompts WHERE id = 'a'")
        let settlement = try store.settle()
        #expect(settlement.landed == [.comment(promptID: "b", text: "words")])
        #expect(settlement.refused == [StoreError.promptGone(id: "a").sentence])
        let aside = try String(decoding: bytes(store.refusedPath), as: UTF8.self)
        #expect(aside.contains("Prompt a is no longer in the library") && aside.contains("rate"))
        #expect(!store.hasPendingChanges)
    }

    @Test func aFileThatIsNotOursIsLeftAlone() throws {
        let victim = library.directory.file("victim")
        try Data("precious".utf8).write(to: URL(fileURLWithPath: victim))
        try FileManager.default.createSymbolicLink(atPath: store.pendingPath, withDestinationPath: victim)
        #expect(throws: StoreError.self) { try store.submit(.rate(promptID: "a", rating: 2)) }
        #expect(throws: StoreError.self) { try store.settle() }
        #expect(try bytes(victim) == Data("precious".utf8))
    }

    @Test func aLibraryForReadingOnlyKeepsNothing() throws {
        let reader = try library.store(isReadOnly: true)
        #expect(throws: StoreError.readOnly(path: library.path)) { try reader.submit(.rate(promptID: "a", rating: 2)) }
        #expect(!reader.hasPendingChanges)
    }
}
