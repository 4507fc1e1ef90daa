import Foundation
import GRDB
import PromptTestSupport
import Testing

@testable import PromptStore

/// A backup is whole, verified and its owner's alone, or it is not there.
struct BackupTests {
    private let library: ScratchLibrary

    init() throws {
        library = try ScratchLibrary()
        try library.addPrompt("a")
    }

    private var backups: String { library.dataDirectory + "/backups" }
    private var files: [String] { (try? FileManager.default.contentsOfDirectory(atPath: backups)) ?? [] }

    private func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? Int)
    }

    @Test func `a backup has all of the library, is its owner's alone, and is listed`() throws {
        // A change that is in the log only.
        _ = try library.store().make(.rate(promptID: "a", rating: 4))
        let report = try library.perform(.backup(to: nil), isReadOnly: true)
        #expect(report.outcome == .done)
        let backup = try #require(library.maintenance().backups().first)
        #expect(report.value("backup") == .text(backup.path))
        #expect(backup.reason == .asked && backup.isOfThisLibrary && backup.libraryName == "prompts")
        #expect(backup.madeAt.seconds == ScratchLibrary.now)
        #expect(files == [(backup.path as NSString).lastPathComponent])
        #expect(try mode(backup.path) == 0o600)
        #expect(try mode(backups) == 0o700)
        let shell = OtherProgram(backup.path)
        #expect(try shell.run("PRAGMA journal_mode; SELECT prompt_id, rating FROM user_feedback") == "delete\na|4")
    }

    @Test func `a second one in the same second has another name`() throws {
        _ = try library.perform(.backup(to: nil))
        _ = try library.perform(.backup(to: nil))
        #expect(library.maintenance().backups().count == 2)
    }

    @Test func `a file that is there is left alone`() throws {
        let target = library.directory.file("mine.db")
        try "mine".write(toFile: target, atomically: true, encoding: .utf8)
        #expect(throws: StoreError.fileExists(path: target)) { try library.perform(.backup(to: target)) }
        #expect(try String(contentsOfFile: target, encoding: .utf8) == "mine")
    }

    @Test func `a symbolic link is not followed`() throws {
        let (target, link) = (library.directory.file("elsewhere.db"), library.directory.file("link.db"))
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
        #expect(throws: StoreError.fileExists(path: link)) { try library.perform(.backup(to: link)) }
        try FileManager.default.createSymbolicLink(atPath: library.path + "2.partial", withDestinationPath: target)
        _ = try library.perform(.backup(to: library.path + "2"))
        #expect(!FileManager.default.fileExists(atPath: target))
    }

    @Test(arguments: ["Copying", "Checking the copy"])
    func `one that is cancelled is not there`(stage: String) throws {
        try library.sql { database in
            for number in 0..<40 {
                let text = String(repeating: "x", count: 200_000)
                try ScratchLibrary.addPrompt("p\(number)", ["content": text], in: database)
            }
        }
        #expect(throws: StoreError.cancelled) { try library.perform(.backup(to: nil), cancelledAt: stage) }
        #expect(files.isEmpty)
    }

    @Test func `a damaged library has no backup that calls itself one`() throws {
        for number in 0..<200 { try library.addPrompt("p\(number)") }
        try library.damage()
        #expect(throws: StoreError.corrupt(path: library.path)) { try library.perform(.backup(to: nil)) }
        #expect(files.isEmpty)
    }

    @Test func `names say of what, when and why, and others are none`() throws {
        var name = BackupName(library: "/a/my-prompts.db", reason: .migration, madeAt: ScratchLibrary.now)
        name.number = 3
        #expect(name.file.hasSuffix("-20260504T120000Z-migration-3.db"))
        #expect(name.file.hasPrefix("my-prompts-"))
        #expect(BackupName(file: name.file) == name)
        #expect(BackupName(library: "/b/my-prompts.db", reason: .migration, madeAt: 0).pathHash != name.pathHash)
        for other in ["prompts.db", "a-b-c-d.db", "x-12345678-20261124T053401Z-asked.db.partial", "-.db", ".db"] {
            #expect(BackupName(file: other) == nil, "\(other)")
        }
    }
}
