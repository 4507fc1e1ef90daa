import Foundation
import GRDB
import PromptTestSupport
import Testing

@testable import PromptStore

/// What happens to the file itself.
struct FileTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? Int)
    }

    private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

    /// Reads in every way there is.
    private func browse(_ store: PromptStore) throws {
        let cancellation = Cancellation()
        for key in PromptOrder.Key.allCases {
            for search in ["", "text"] {
                for anchor in [PageRequest.Anchor.start, .end, .around(id: "a")] {
                    let request = PageRequest(
                        order: PromptOrder(key),
                        query: PromptQuery(literally: search),
                        anchor: anchor,
                        limit: 5
                    )
                    #expect(try !store.page(request, cancellation: cancellation).rows.isEmpty)
                }
            }
        }
        #expect(try store.dossier(of: "a").detail.id == "a")
        #expect(try !store.lineage(of: "a", extent: 1, cancellation: cancellation).rows.isEmpty)
        #expect(try store.count(query: PromptQuery(literally: "text"), cancellation: cancellation) > 0)
        _ = try store.hasChanged()
    }

    /// A library whose last commits are in the WAL only, as a crashed program leaves it.
    private func libraryWithWAL() throws -> String {
        let original = directory.file("original.db")
        let path = directory.file("crashed.db")
        try PromptStore.create(at: original)
        let queue = try DatabaseQueue(path: original)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
        try queue.write { try ScratchLibrary.addPrompt("a", in: $0) }
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: original + suffix, toPath: path + suffix)
        }
        try queue.close()
        return path
    }

    @Test func aNewLibraryIsItsOwnersAlone() throws {
        let path = directory.file("deep/er/prompts.db")
        try PromptStore.create(at: path)
        #expect(try mode(path) == 0o600)
        #expect(try mode(directory.file("deep/er")) == 0o700)
        #expect(try mode(directory.file("deep")) == 0o700)
        _ = try PromptStore(path: path)
    }

    @Test func aFileThatIsThereIsLeftAlone() throws {
        let path = directory.file("notes.txt")
        try "mine".write(toFile: path, atomically: false, encoding: .utf8)
        let error = #expect(throws: StoreError.self) { try PromptStore.create(at: path) }
        #expect(error == .alreadyExists(path: path))
        #expect(try bytes(path) == Data("mine".utf8))
    }

    @Test func anEmptyFileBecomesALibrary() throws {
        let path = directory.file("empty.db")
        try Data().write(to: URL(fileURLWithPath: path))
        try PromptStore.create(at: path)
        #expect(try PromptStore(path: path).count(query: .all, cancellation: Cancellation()) == 0)
    }

    @Test func whyALibraryCannotBeMadeIsSaid() throws {
        let file = directory.file("file")
        try "mine".write(toFile: file, atomically: false, encoding: .utf8)
        let reason = "Not a directory"
        #expect(throws: StoreError.inputOutput(path: file + "/sub", detail: reason)) {
            try PromptStore.create(at: file + "/sub/prompts.db")
        }
        #expect(throws: StoreError.inputOutput(path: file, detail: reason)) {
            try PromptStore.create(at: file + "/prompts.db")
        }
        #expect(throws: StoreError.directory(path: directory.path)) { try PromptStore.create(at: directory.path) }
    }

    @Test(arguments: [
        (EACCES, StoreError.noPermission(path: "/l")), (EPERM, .noPermission(path: "/l")),
        (EROFS, .readOnly(path: "/l")), (ENOSPC, .diskFull(path: "/l")), (EDQUOT, .diskFull(path: "/l")),
        (EIO, .inputOutput(path: "/l", detail: "Input/output error")),
    ])
    func whatTheSystemRefusesIsAFact(code: Int32, error: StoreError) {
        #expect(StoreError(systemCode: code, path: "/l") == error)
    }

    @Test(.enabled(if: geteuid() != 0, "No mode stops root"))
    func aDirectoryThatMayNotBeWrittenIsNamed() throws {
        #expect(chmod(directory.path, 0o500) == 0)
        defer { chmod(directory.path, 0o700) }
        #expect(throws: StoreError.noPermission(path: directory.path)) {
            try PromptStore.create(at: directory.file("prompts.db"))
        }
        #expect(throws: StoreError.noPermission(path: directory.file("new"))) {
            try PromptStore.create(at: directory.file("new/prompts.db"))
        }
    }

    @Test(arguments: [true, false])
    func readingLeavesEveryByte(isReadOnly: Bool) throws {
        let library = try ScratchLibrary()
        try library.addPrompt("a")
        let before = try bytes(library.path)
        try browse(library.store(isReadOnly: isReadOnly))
        #expect(try bytes(library.path) == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: library.directory.path) == ["prompts.db"])
    }

    @Test(arguments: [true, false])
    func readingLeavesEveryByteOfAWALToo(isReadOnly: Bool) throws {
        let path = try libraryWithWAL()
        let before = try bytes(path)
        let log = try bytes(path + "-wal")
        #expect(!log.isEmpty)
        try browse(try PromptStore(path: path, isReadOnly: isReadOnly))
        #expect(try bytes(path) == before)
        #expect(try bytes(path + "-wal") == log)
    }

    @Test func openingLeavesTheJournalModeToTheFirstWrite() throws {
        let library = try ScratchLibrary()
        try library.addPrompt("a")
        func mode() throws -> String? {
            let queue = try DatabaseQueue(path: library.path)
            return try queue.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
        }
        let store = try library.store()
        try browse(store)
        #expect(try mode() == "delete")
        _ = try store.make(.rate(promptID: "a", rating: 3))
        #expect(try mode() == "wal")
    }

    @Test func aLibraryWithoutIndexesOfOursReadsAndChangesAllTheSame() throws {
        let library = try ScratchLibrary()
        try library.addPrompt("a")
        try library.addPrompt("b", ["parent_id": "a"])
        try library.sql { database in
            let indexes = try String.fetchAll(
                database,
                sql: "SELECT name FROM sqlite_schema WHERE type = 'index' AND name NOT LIKE 'sqlite_%'"
            )
            for index in indexes { try database.execute(sql: "DROP INDEX \(index)") }
        }
        let store = try library.store()
        try browse(store)
        #expect(try store.lineage(of: "a", extent: 1, cancellation: Cancellation()).rows.count == 2)
        #expect(try store.make(.rate(promptID: "a", rating: 5)).score == .number(0.6))
        try browse(store)
    }

    @Test func aPathMayHoldWhatAURIMayNot() throws {
        let path = directory.file("a b?c#d%20é.db")
        try PromptStore.create(at: path)
        #expect(try PromptStore(path: path, isReadOnly: true).count(query: .all, cancellation: Cancellation()) == 0)
        let queue = try DatabaseQueue(path: Connections.immutableURI(path))
        #expect(try queue.read { try $0.tableExists("prompts") })
    }
}
