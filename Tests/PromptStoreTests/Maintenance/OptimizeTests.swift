import Foundation
import GRDB
import PromptTestSupport
import Synchronization
import Testing

@testable import PromptStore

/// Rebuilding a library changes how it is stored and nothing of what it holds, whoever works on it meanwhile.
struct OptimizeTests {
    private let library: ScratchLibrary

    init() throws {
        library = try ScratchLibrary()
        try library.sql { database in
            try DemoLibrary(now: Int(ScratchLibrary.now)).insert(into: database)
            try database.execute(sql: "CREATE TABLE notes (text); INSERT INTO notes VALUES ('a'), ('b'), ('c')")
            try database.execute(sql: "DELETE FROM notes WHERE text = 'b'; DROP INDEX pa_prompts_usage_count")
            try database.execute(sql: "DELETE FROM prompts WHERE rowid % 2 = 0")
        }
    }

    /// All rows of all tables but those that maintenance writes, with their rowids.
    private func content() throws -> [String] {
        try library.sql { database in
            let tables = try String.fetchAll(
                database,
                sql: """
                    SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_stat%'
                    AND name NOT LIKE 'pa%' ORDER BY name
                    """
            )
            return try tables.flatMap { table in
                try Row.fetchAll(database, sql: "SELECT rowid, * FROM \(table) ORDER BY rowid").map {
                    table + $0.description
                }
            }
        }
    }

    @Test(arguments: [MaintenanceTask.optimize, .compact])
    func `it makes the file smaller and keeps every row under its number`(task: MaintenanceTask) throws {
        let before = try content()
        let report = try library.perform(task)
        guard case .bytes(let old) = report.value("bytes before"), case .bytes(let new) = report.value("bytes after")
        else { return #expect(Bool(false), "\(report)") }
        #expect(new < old)
        #expect(FileRoom.bytes(of: library.path) < old)
        #expect(FileRoom.bytes(of: library.path + "-wal") == 0)
        #expect(try content() == before)
        #expect(report.outcome == .done)
        #expect(try library.rows("pa_tasks").count == 1)
    }

    @Test func `it makes the indexes of ours that are missing, and no other change to the layout`() throws {
        let sql =
            "SELECT sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' AND name NOT LIKE '%pa_tasks%' ORDER BY name"
        _ = try library.store().make(
            .rate(promptID: library.sql { try String.fetchOne($0, sql: "SELECT id FROM prompts") } ?? "", rating: 3)
        )
        let before = try library.sql { try String?.fetchAll($0, sql: sql) }
        let report = try library.perform(.optimize)
        let after = try library.sql { try String?.fetchAll($0, sql: sql) }
        #expect(report.value("indexes made") == .count(1))
        #expect(Set(after).subtracting(before) == ["CREATE INDEX pa_prompts_usage_count ON prompts(usage_count)"])
        #expect(after.count == before.count + 1)
    }

    @Test(arguments: Generation.allCases)
    func `files of every generation are rebuilt`(generation: Generation) throws {
        let path = library.directory.file("old.db")
        try generation.create(at: path)
        let maintenance = Maintenance(path: path, isReadOnly: false, dataDirectory: library.dataDirectory)
        _ = try maintenance.perform(.optimize, cancellation: Cancellation()) { _ in }
        #expect(try OtherProgram(path).run("PRAGMA integrity_check") == "ok")
    }

    @Test func `what somebody writes meanwhile is kept`() throws {
        let path = library.path
        let isFirst = Atomic<Bool>(true)
        let notes = Mutex<[String]>([])
        let report = try library.maintenance().perform(.optimize, cancellation: Cancellation()) { event in
            switch event {
            case .progress(let progress) where progress.stage == "Checking the copy":
                guard isFirst.exchange(false, ordering: .relaxed) else { return }
                _ = try? OtherProgram(path).run("INSERT INTO notes VALUES ('meanwhile')")
            case .progress: break
            case .note(let note): notes.withLock { $0.append(note.text) }
            }
        }
        #expect(report.outcome == .done)
        #expect(try library.rows("notes").contains { $0.contains("meanwhile") })
        #expect(notes.withLock { $0.contains { $0.hasPrefix("Somebody has written meanwhile") } })
    }

    @Test func `nobody can write while it is put back, and afterwards all see it`() throws {
        let store = try library.store()
        let path = library.path
        let refusals = Mutex<[String]>([])
        _ = try store.hasChanged()
        _ = try library.maintenance().perform(.optimize, cancellation: Cancellation()) { event in
            guard case .progress(let progress) = event, progress.stage == "Putting it back" else { return }
            do {
                _ = try OtherProgram(path).run("PRAGMA busy_timeout = 0; INSERT INTO notes VALUES ('late')")
            } catch {
                refusals.withLock { $0.append("\(error)") }
            }
        }
        #expect(refusals.withLock { $0.first?.contains("locked") } == true)
        #expect(try store.hasChanged())
        let count = try store.count(query: .all, cancellation: Cancellation())
        #expect(try library.sql { try Int.fetchOne($0, sql: "SELECT count(*) FROM prompts") } == count)
    }

    @Test(arguments: ["Writing a compact copy", "Making indexes", "Checking the copy", "Putting it back"])
    func `cancelled at any stage it leaves the library as it was`(stage: String) throws {
        let before = try content()
        #expect(throws: StoreError.cancelled) { try library.perform(.optimize, cancelledAt: stage) }
        #expect(try content() == before)
        #expect(try OtherProgram(library.path).run("PRAGMA integrity_check") == "ok")
        let files = try FileManager.default.contentsOfDirectory(atPath: library.directory.path)
        #expect(!files.contains { $0.contains("compact") })
    }

    @Test func `a library that somebody has locked stays as it is`() throws {
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: library.path, configuration: configuration)
        try other.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA journal_mode = WAL; BEGIN IMMEDIATE")
        }
        let error = #expect(throws: StoreError.self) { try library.perform(.optimize) }
        guard case .locked(library.path, _) = error else { return #expect(Bool(false), "\(error as Any)") }
        for task in [MaintenanceTask.optimize, .analyze, .rescore] {
            #expect(throws: StoreError.cancelled) {
                try library.perform(task, cancelledAt: "Waiting for another program")
            }
        }
        try other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
    }

    @Test func `nothing that writes is done to a library that is read-only`() throws {
        for task in [MaintenanceTask.optimize, .compact, .analyze, .rescore, .restore(from: library.path)] {
            #expect(throws: StoreError.readOnly(path: library.path)) { try library.perform(task, isReadOnly: true) }
        }
    }

    @Test func `too small a disk is refused before anything happens`() throws {
        guard let disk = try SmallDisk(bytes: 3_000_000) else { return }
        let path = disk.path + "/prompts.db"
        try PromptStore.create(at: path)
        _ = try OtherProgram(path).run(
            "INSERT INTO prompts (id, content, phase, provider, model) VALUES ('a', zeroblob(1500000), 'p', 'p', 'm')"
        )
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        let maintenance = Maintenance(path: path, isReadOnly: false, dataDirectory: disk.path)
        let error = #expect(throws: StoreError.self) {
            try maintenance.perform(.optimize, cancellation: Cancellation()) { _ in }
        }
        guard case .noRoom(path, let needed, let free) = error else { return #expect(Bool(false), "\(error as Any)") }
        #expect(needed > free)
        let after = try Data(contentsOf: URL(fileURLWithPath: path))
        // Its journal mode may have changed, its content not.
        #expect(after.count >= before.count)
        #expect(
            try OtherProgram(path).run("SELECT length(content) FROM prompts; PRAGMA integrity_check") == "1500000\nok"
        )
    }
}
