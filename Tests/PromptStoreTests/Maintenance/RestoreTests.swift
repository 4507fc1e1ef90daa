import Foundation
import GRDB
import PromptTestSupport
import Testing

@testable import PromptStore

/// What a backup holds gets into the library as one change, and out of it again as well.
struct RestoreTests {
    private let library: ScratchLibrary

    init() throws {
        library = try ScratchLibrary()
        try library.addPrompt("old")
    }

    private func backup() throws -> String {
        _ = try library.perform(.backup(to: nil))
        return try #require(library.maintenance().backups().first { $0.reason == .asked }).path
    }

    private func ids() throws -> String {
        try OtherProgram(library.path).run("SELECT group_concat(id) FROM (SELECT id FROM prompts ORDER BY id)")
    }

    @Test func `it replaces what there is, keeps it, and is undone by restoring that`() throws {
        let backup = try backup()
        try library.execute("DELETE FROM prompts")
        try library.addPrompt("new")
        let report = try library.perform(.restore(from: backup))
        #expect(try ids() == "old")
        let former = try #require(library.maintenance().backups().first { $0.reason == .restore }).path
        #expect(report.headline.contains(former))
        #expect(report.value("backup of what was there") == .text(former))
        _ = try library.perform(.restore(from: former))
        #expect(try ids() == "new")
        #expect(try OtherProgram(library.path).run("PRAGMA integrity_check") == "ok")
    }

    @Test func `a browser and another program that have it open see it and go on`() throws {
        let backup = try backup()
        let store = try library.store()
        try library.addPrompt("new")
        _ = try store.make(.rate(promptID: "new", rating: 4))
        let other = try DatabaseQueue(path: library.path)
        #expect(try other.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM prompts") } == 2)
        _ = try store.hasChanged()
        _ = try store.perform(.restore(from: backup), cancellation: Cancellation()) { _ in }
        #expect(try store.hasChanged())
        #expect(try other.read { try String.fetchAll($0, sql: "SELECT id FROM prompts") } == ["old"])
        // The backup has none of our tables.
        #expect(try store.make(.rate(promptID: "old", rating: 5)).rating == .number(5))
        try other.writeWithoutTransaction {
            try $0.execute(sql: "INSERT INTO user_feedback (prompt_id) VALUES ('old')")
        }
    }

    @Test func `the log of the former library is not replayed`() throws {
        let backup = try backup()
        // A program that is killed leaves its log.
        let other = try DatabaseQueue(path: library.path)
        try other.writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0")
        }
        try other.write { try ScratchLibrary.addPrompt("logged", in: $0) }
        _ = try library.perform(.restore(from: backup))
        try other.close()
        #expect(try ids() == "old")
        #expect(FileRoom.bytes(of: library.path + "-wal") == 0)
    }

    @Test func `what is no whole library is refused, and nothing happens`() throws {
        let backup = try backup()
        for number in 0..<300 { try library.addPrompt("p\(number)") }
        let damaged = library.directory.file("damaged.db")
        _ = try library.perform(.backup(to: damaged))
        try ScratchLibrary.damage(damaged)
        let before = try ids()
        #expect(throws: StoreError.corrupt(path: damaged)) { try library.perform(.restore(from: damaged)) }
        let absent = library.directory.file("absent.db")
        #expect(throws: StoreError.missing(path: absent)) { try library.perform(.restore(from: absent)) }
        #expect(throws: StoreError.cancelled) { try library.perform(.restore(from: backup), cancelledAt: "Restoring") }
        #expect(try ids() == before)
    }

    @Test func `a library that is missing is made`() throws {
        let backup = try backup()
        let path = library.directory.file("new/prompts.db")
        let maintenance = Maintenance(path: path, isReadOnly: false, dataDirectory: library.dataDirectory)
        _ = try maintenance.perform(.restore(from: backup), cancellation: Cancellation()) { _ in }
        #expect(try OtherProgram(path).run("SELECT id FROM prompts") == "old")
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func `what is left of a damaged library is kept`() throws {
        for number in 0..<300 { try library.addPrompt("p\(number)") }
        let backup = try backup()
        try library.damage()
        let report = try library.perform(.restore(from: backup))
        guard case .text(let former) = report.value("backup of what was there") else {
            return #expect(Bool(false), "\(report)")
        }
        #expect(FileRoom.exists(former))
        #expect(try OtherProgram(library.path).run("SELECT count(*) FROM prompts; PRAGMA integrity_check") == "301\nok")
    }

    @Test func `what is no database any more gets another name`() throws {
        let backup = try backup()
        try Data(repeating: 0xA5, count: 5000).write(to: URL(fileURLWithPath: library.path))
        let report = try library.perform(.restore(from: backup))
        guard case .text(let former) = report.value("backup of what was there") else {
            return #expect(Bool(false), "\(report)")
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: former)).count == 5000)
        #expect(try ids() == "old")
    }

    @Test func `a file of other pages is restored, too`() throws {
        let other = library.directory.file("other.db")
        _ = try OtherProgram(library.path).run("VACUUM INTO '\(other)'")
        _ = try OtherProgram(other).run("PRAGMA page_size = 1024; VACUUM; DELETE FROM prompts")
        _ = try library.store().make(.rate(promptID: "old", rating: 2))
        _ = try library.perform(.restore(from: other))
        #expect(try OtherProgram(library.path).run("PRAGMA page_size; SELECT count(*) FROM prompts") == "1024\n0")
    }
}
