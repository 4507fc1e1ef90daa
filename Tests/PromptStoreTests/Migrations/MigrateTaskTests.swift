import Foundation
import GRDB
import PromptTestSupport
import Synchronization
import Testing

@testable import PromptStore

/// A migration as a task: rehearsed, backed up, whole or not at all.
struct MigrateTaskTests {
    private func perform(
        _ library: OldLibrary,
        isRehearsal: Bool = false,
        isForced: Bool = false,
        isReadOnly: Bool = false,
        cancelledAt stage: String? = nil
    ) throws -> TaskReport {
        let maintenance = Maintenance(
            path: library.path,
            isReadOnly: isReadOnly,
            dataDirectory: library.dataDirectory,
            clock: { ScratchLibrary.now }
        )
        let cancellation = Cancellation()
        let task = MaintenanceTask.migrate(
            MigrationOptions(isRehearsal: isRehearsal, batchSize: 7, isForced: isForced)
        )
        return try maintenance.perform(task, cancellation: cancellation) { event in
            if case .progress(let progress) = event, progress.stage == stage { cancellation.cancel() }
        }
    }

    private func dump(_ path: String) throws -> String { try OtherProgram(path).run(".dump") }

    /// All but the time that it took.
    private func figures(_ report: TaskReport) -> [[TaskReport.Quantity]] {
        report.tables.flatMap(\.rows).map { row in
            row.filter { quantity in
                if case .seconds = quantity { false } else { true }
            }
        }
    }

    @Test(arguments: Generation.allCases)
    func `a rehearsal leaves the library as it is, and its figures are those of the migration`(
        generation: Generation
    ) throws {
        let library = try OldLibrary(generation)
        let before = try Data(contentsOf: URL(fileURLWithPath: library.path))
        let rehearsed = try perform(library, isRehearsal: true, isReadOnly: true)
        #expect(try Data(contentsOf: URL(fileURLWithPath: library.path)) == before)
        #expect(!FileManager.default.fileExists(atPath: library.dataDirectory))
        let migrated = try perform(library)
        #expect(figures(rehearsed) == figures(migrated))
        #expect(rehearsed.values.prefix(2) == migrated.values.prefix(2))
        #expect(rehearsed.table("steps")?.rows.count == MigrationSteps.all.count)
        #expect(rehearsed.table("checks")?.rows.count == 3)
    }

    @Test(arguments: Generation.allCases)
    func `the backup is the library as it was`(generation: Generation) throws {
        let library = try OldLibrary(generation)
        let before = try dump(library.path)
        let report = try perform(library)
        guard case .text(let backup) = report.value("backup") else {
            Issue.record("no backup")
            return
        }
        #expect(try dump(backup) == before)
        #expect(
            try OtherProgram(library.path).run("SELECT count(*) FROM pa_migrations; PRAGMA integrity_check") == "8\nok"
        )
    }

    @Test func `a second run does nothing and a forced one keeps the first backup`() throws {
        let library = try OldLibrary(.s1)
        _ = try perform(library)
        #expect(try perform(library) == MigrationReport.nothingToDo)
        #expect(try perform(library, isRehearsal: true) == MigrationReport.nothingToDo)
        #expect(library.backups.count == 1)
        #expect(try perform(library, isForced: true).table("steps")?.rows.count == 8)
        #expect(library.backups.count == 2)
    }

    @Test(arguments: [
        "Checking the copy", "Reading what is there", "Step 01-prompts", "Step 04-enhancement-history",
        "Step 08-own-indexes", "Comparing with before", "Checking the file",
    ])
    func `one that is cancelled leaves the library as it was`(stage: String) throws {
        let library = try OldLibrary(.s1)
        let before = try dump(library.path)
        #expect(throws: StoreError.cancelled) { try perform(library, cancelledAt: stage) }
        #expect(try dump(library.path) == before)
        #expect(library.backups.count == (stage == "Checking the copy" ? 0 : 1))
        _ = try perform(library)
        #expect(try OtherProgram(library.path).run("SELECT count(*) FROM pa_migrations") == "8")
    }

    @Test func `a file past a step of a newer version is left alone`() throws {
        let library = try OldLibrary(.s1)
        try OtherProgram(library.path).run(
            "CREATE TABLE pa_migrations (name TEXT); INSERT INTO pa_migrations VALUES ('99-moods')"
        )
        for isRehearsal in [true, false] {
            #expect(throws: StoreError.newer(path: library.path, step: "99-moods")) {
                try perform(library, isRehearsal: isRehearsal)
            }
        }
    }

    @Test func `a file with a trigger of unknown origin is left alone`() throws {
        let library = try OldLibrary(.s1)
        try OtherProgram(library.path).run("CREATE TRIGGER wipe AFTER INSERT ON metrics BEGIN DELETE FROM prompts; END")
        let before = try dump(library.path)
        #expect {
            try perform(library)
        } throws: { error in
            if case .foreignObjects = error as? StoreError { true } else { false }
        }
        #expect(try dump(library.path) == before)
        #expect(library.backups.isEmpty)
    }

    @Test func `one that is open for reading only is left alone`() throws {
        let library = try OldLibrary(.s1)
        #expect(throws: StoreError.readOnly(path: library.path)) { try perform(library, isReadOnly: true) }
    }

    @Test func `ratings before and after a migration stand side by side and can be undone`() throws {
        let library = try OldLibrary(.s0)
        let store = try library.store(isReadOnly: false)
        _ = try store.make(.rate(promptID: "p1", rating: 5))
        _ = try perform(library)
        _ = try store.make(.rate(promptID: "p2", rating: 4))
        let request = PageRequest(order: PromptOrder(.score), anchor: .start, limit: 2)
        #expect(try store.page(request, cancellation: Cancellation()).rows.map(\.id) == ["p1", "p2"])
        _ = try store.make(.undo)
        _ = try store.make(.undo)
        #expect(try store.dossier(of: "p1").detail.score.unlessZero == .none)
    }
}

extension OldLibrary {
    var dataDirectory: String { directory.file("data") }

    var backups: [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: dataDirectory + "/backups")) ?? []
    }
}
