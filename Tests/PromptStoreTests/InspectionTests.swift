import Foundation
import GRDB
import PromptTestSupport
import Testing

@testable import PromptStore

/// What is not a library, and what it is found to be; looking at it changes nothing.
struct InspectionTests {
    private let directory: TemporaryDirectory
    private let path: String

    init() throws {
        directory = try TemporaryDirectory()
        path = directory.file("prompts.db")
    }

    private func write(_ bytes: some Sequence<UInt8>) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    private func bytes() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

    /// What opening says, for reading and for writing; the file stays as it is.
    private func expectRefusal(_ error: StoreError, sourceLocation: SourceLocation = #_sourceLocation) {
        let before = try? bytes()
        for isReadOnly in [true, false] {
            #expect(throws: error, sourceLocation: sourceLocation) {
                try PromptStore(path: path, isReadOnly: isReadOnly)
            }
        }
        #expect((try? bytes()) == before, sourceLocation: sourceLocation)
    }

    private func makeDatabase(_ sql: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }

    /// A library of several pages.
    private func makeLibrary() throws {
        try PromptStore.create(at: path)
        let queue = try DatabaseQueue(path: path)
        try queue.write { database in
            for number in 0..<200 {
                let text = String(repeating: "text ", count: 200)
                try ScratchLibrary.addPrompt("p\(number)", ["content": text], in: database)
            }
        }
        try queue.close()
    }

    @Test func aFileThatIsNotThereIsMissing() { expectRefusal(.missing(path: path)) }

    @Test func underAFileThereIsNoLibrary() throws {
        try write([])
        let under = path + "/prompts.db"
        #expect(throws: StoreError.missing(path: under)) { try PromptStore(path: under) }
    }

    @Test func aFileOfZeroBytesIsEmpty() throws {
        try write([])
        expectRefusal(.empty(path: path))
    }

    @Test func aDatabaseWithoutTablesIsEmptyAndCanBeMadeALibrary() throws {
        try makeDatabase("PRAGMA user_version = 1")
        expectRefusal(.empty(path: path))
        try PromptStore.create(at: path)
        #expect(try PromptStore(path: path).count(query: .all, cancellation: Cancellation()) == 0)
    }

    @Test func aDirectoryIsNoLibrary() throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        expectRefusal(.directory(path: path))
    }

    @Test(.timeLimit(.minutes(1))) func aPipeIsNotEvenOpened() throws {
        #expect(mkfifo(path, 0o600) == 0)
        #expect(throws: StoreError.notRegular(path: path)) { try PromptStore(path: path) }
        #expect(throws: StoreError.notRegular(path: "/dev/null")) { try PromptStore(path: "/dev/null") }
    }

    @Test(.enabled(if: geteuid() != 0, "No mode stops root"))
    func aFileThatMayNotBeReadIsSaidToBeSo() throws {
        try makeLibrary()
        #expect(chmod(path, 0) == 0)
        expectRefusal(.noPermission(path: path))
    }

    @Test(arguments: [ResultCode.SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH])
    func whatSQLiteMayNotOpenIsAMatterOfPermission(code: ResultCode) {
        #expect(StoreError(DatabaseError(resultCode: code), path: path) == .noPermission(path: path))
    }

    @Test(arguments: [
        "PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n", "BEGIN TRANSACTION;", "-- a dump\n",
        "\n  create table prompts (id);", "INSERT INTO prompts VALUES (1);", "BEGIN;\n",
    ])
    func aDumpIsSQLText(text: String) throws {
        try write((text + String(repeating: "-- more\n", count: 100)).utf8)
        expectRefusal(.sqlText(path: path))
    }

    @Test(arguments: ["{\"prompts\": []}", "[1]", "\n\t {\n"])
    func jsonIsToldFromOtherText(text: String) throws {
        try write((text + String(repeating: " ", count: 600)).utf8)
        expectRefusal(.jsonText(path: path))
    }

    @Test func aTextOfTwoBytesIsEnoughToTell() throws {
        try write("{}".utf8)
        expectRefusal(.jsonText(path: path))
        try write("--".utf8)
        expectRefusal(.sqlText(path: path))
        try write("xy".utf8)
        expectRefusal(.notSQLite(path: path))
    }

    @Test func randomOrEncryptedBytesAreNoDatabase() throws {
        var random = DemoRandom(seed: 1)
        try write((0..<8192).map { _ in UInt8(truncatingIfNeeded: random.below(256)) })
        expectRefusal(.notSQLite(path: path))
    }

    @Test func aDatabaseThatIsCutOffSaysHowMuchOfItIsThere() throws {
        try makeLibrary()
        let whole = try bytes()
        try write(whole.prefix(whole.count / 2))
        expectRefusal(.truncated(path: path, expectedBytes: whole.count, actualBytes: whole.count / 2))
        try write(whole.prefix(whole.count - 1))
        expectRefusal(.truncated(path: path, expectedBytes: whole.count, actualBytes: whole.count - 1))
    }

    @Test func withADestroyedHeaderItIsNoDatabase() throws {
        try makeLibrary()
        var damaged = try bytes()
        damaged.replaceSubrange(0..<16, with: Data(repeating: 7, count: 16))
        try write(damaged)
        expectRefusal(.notSQLite(path: path))
    }

    @Test func aDestroyedFirstPageIsDamage() throws {
        try makeLibrary()
        var damaged = try bytes()
        damaged.replaceSubrange(100..<4096, with: Data(repeating: 0xEE, count: 3996))
        try write(damaged)
        expectRefusal(.corrupt(path: path))
    }

    @Test func destroyedPagesAreFoundWhereTheyAreRead() throws {
        try makeLibrary()
        var damaged = try bytes()
        damaged.replaceSubrange(163_840..<damaged.count, with: Data(repeating: 0xEE, count: damaged.count - 163_840))
        try write(damaged)
        let store = try PromptStore(path: path)
        let request = PageRequest(
            order: PromptOrder(.created),
            query: PromptQuery(literally: "text"),
            anchor: .start,
            limit: 1000
        )
        #expect(throws: StoreError.corrupt(path: path)) { try store.page(request, cancellation: Cancellation()) }
    }

    @Test func anotherApplicationsDatabaseIsNamedByItsTables() throws {
        try makeDatabase("CREATE TABLE moz_places (id, url); CREATE TABLE moz_hosts (id)")
        expectRefusal(.otherApplication(path: path, tables: ["moz_places", "moz_hosts"]))
    }

    @Test func promptsWithoutTextAndIDAreAnotherApplications() throws {
        try makeDatabase("CREATE TABLE prompts (question, answer)")
        expectRefusal(.otherApplication(path: path, tables: ["prompts"]))
    }

    @Test func tablesAndColumnsThatAreUnknownDoNoHarm() throws {
        try PromptStore.create(at: path)
        try makeDatabase("ALTER TABLE prompts ADD COLUMN mood TEXT; CREATE TABLE notes (text)")
        #expect(try PromptStore(path: path).count(query: .all, cancellation: Cancellation()) == 0)
    }

    @Test func aNewerLibraryOpensForReadingOnly() throws {
        try PromptStore.create(at: path)
        try makeDatabase("INSERT INTO pa_migrations (name) VALUES ('0009-moods')")
        #expect(throws: StoreError.newer(path: path, step: "0009-moods")) { try PromptStore(path: path) }
        #expect(try PromptStore(path: path, isReadOnly: true).count(query: .all, cancellation: Cancellation()) == 0)
    }
}
