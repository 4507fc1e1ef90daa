import Foundation
import GRDB
import PromptTestSupport
import Testing

@testable import PromptStore

/// A lock is named: whose it is, and for how long.
struct LockHolderTests {
    private let library: ScratchLibrary

    init() throws {
        library = try ScratchLibrary()
        try library.addPrompt("a")
    }

    /// What a rating is answered with.
    private func refusal(_ store: PromptStore) -> StoreError? {
        #expect(throws: StoreError.self) { try store.make(.rate(promptID: "a", rating: 3)) }
    }

    @Test(arguments: LockingProgram.Lock.allCases, [true, false])
    func theProgramThatHasTheLockIsNamed(lock: LockingProgram.Lock, isWAL: Bool) throws {
        let store = try library.store()
        if isWAL { _ = try store.make(.rate(promptID: "a", rating: 1)) }
        let shell = try LockingProgram(library.path, lock)
        for _ in 1...2 {
            guard case .locked(library.path, .some(let holder)) = refusal(store) else {
                Issue.record("The holder of the lock is not named.")
                return
            }
            #expect(holder.program == "sqlite3")
            #expect(holder.processID == shell.processID)
            #expect(!holder.isThisProcess)
        }
        try shell.release()
        #expect(try store.make(.rate(promptID: "a", rating: 3)).rating == .number(3))
    }

    @Test func aReaderThatKeepsUsOutIsNamedToo() throws {
        let store = try library.store()
        let shell = try LockingProgram(library.path, .immediate)
        try shell.run("COMMIT; BEGIN; SELECT count(*) FROM prompts;")
        guard case .locked(_, .some(let holder)) = refusal(store) else {
            Issue.record("The holder of the lock is not named.")
            return
        }
        #expect(holder.processID == shell.processID)
        try shell.release()
    }

    @Test func aTaskOfOursIsSaidToBeOne() throws {
        let store = try library.store()
        _ = try store.make(.rate(promptID: "a", rating: 1))
        let queue = try DatabaseQueue(path: library.path)
        try queue.writeWithoutTransaction { database in
            try database.inTransaction(.immediate) {
                guard case .locked(_, .some(let holder)) = refusal(store) else {
                    Issue.record("The holder of the lock is not named.")
                    return .rollback
                }
                #expect(holder.isThisProcess)
                return .rollback
            }
        }
    }

    @Test func howLongItIsSeenIsCountedFromTheFirstTime() throws {
        let watch = LockWatch(path: library.path)
        let start = ContinuousClock.now
        #expect(watch.holder(waitingSince: start) == nil)
        let shell = try LockingProgram(library.path)
        #expect(watch.holder(waitingSince: start, now: start + .seconds(5))?.seconds == 5)
        #expect(watch.holder(waitingSince: start + .seconds(10), now: start + .seconds(12))?.seconds == 12)
        try shell.release()
        #expect(watch.holder(waitingSince: start, now: start + .seconds(13)) == nil)
        let other = try LockingProgram(library.path)
        #expect(watch.holder(waitingSince: start + .seconds(20), now: start + .seconds(21))?.seconds == 1)
        try other.release()
    }
}

/// What is made of the system's list of locks.
struct LockTableTests {
    private let database = FileIdentity(listed: "fe:00:10")
    private let index = FileIdentity(listed: "fe:00:12")

    private func blocking(_ lines: String..., hasIndex: Bool = true) throws -> LockTable.Lock? {
        try LockTable(lines.joined(separator: "\n")).blocking(
            database: #require(database),
            index: hasIndex ? index : nil,
            ownProcessID: 1
        )
    }

    @Test func writersAreTold() throws {
        let reserved = "1: POSIX  ADVISORY  WRITE 7 fe:00:10 1073741825 1073741825"
        let wal = "2: POSIX  ADVISORY  WRITE 8 fe:00:12 120 120"
        #expect(try blocking(reserved)?.processID == 7)
        #expect(try blocking(wal)?.processID == 8)
        #expect(try blocking("1: POSIX  ADVISORY  WRITE 7 fe:00:10 0 EOF")?.processID == 7)
    }

    @Test func whoeverIsInNobodysWayIsNot() throws {
        #expect(try blocking("1: POSIX  ADVISORY  READ 7 fe:00:10 1073741826 1073742335") == nil)
        #expect(try blocking("1: POSIX  ADVISORY  READ 7 fe:00:12 128 128") == nil)
        #expect(try blocking("1: POSIX  ADVISORY  WRITE 7 fe:00:12 123 123") == nil)
        #expect(try blocking("1: POSIX  ADVISORY  WRITE 7 fe:01:10 1073741825 1073741825") == nil)
        #expect(try blocking("1: FLOCK  ADVISORY  WRITE 7 fe:00:10 0 EOF") == nil)
        #expect(try blocking("1: -> POSIX  ADVISORY  WRITE 7 fe:00:10 1073741825 1073741825") == nil)
        #expect(try blocking("nonsense", "") == nil)
    }

    @Test func withoutAWALAReaderIsInTheWayOfAWriter() throws {
        let reader = "1: POSIX  ADVISORY  READ 7 fe:00:10 1073741826 1073742335"
        #expect(try blocking(reader, hasIndex: false)?.processID == 7)
    }

    @Test func anotherProcessIsNamedBeforeOurOwn() throws {
        let own = "1: POSIX  ADVISORY  WRITE 1 fe:00:10 1073741825 1073741825"
        let other = "2: POSIX  ADVISORY  WRITE 7 fe:00:12 120 120"
        #expect(try blocking(own, other)?.processID == 7)
        #expect(try blocking(own)?.processID == 1)
    }

    @Test func aLockOfAnOpenFileIsTracedToItsProcess() throws {
        let directory = try TemporaryDirectory()
        let path = directory.file("locked")
        let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        defer { close(descriptor) }
        var lock = flock()
        lock.l_type = Int16(F_WRLCK)
        // F_OFD_SETLK, which Swift does not import.
        #expect(withUnsafeMutablePointer(to: &lock) { fcntl(descriptor, 37, $0) } == 0)
        let file = try #require(FileIdentity(path: path))
        #expect(LockTable.current().locks.contains { $0.file == file && $0.processID < 1 })
        #expect(ProcessFile.holder(ofOpenFileLockOn: file) == Int(getpid()))
    }
}
