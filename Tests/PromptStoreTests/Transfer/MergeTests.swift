import Foundation
import PromptTestSupport
import Testing

@testable import PromptStore

/// An import into a library that has rows: what it has stays, what it lacks comes, and what differs is decided on.
struct MergeTests {
    private let transfer: Transfer
    private let library: String
    private let other: String

    init() throws {
        transfer = try Transfer()
        library = transfer.path("library.db")
        other = transfer.path("other.db")
        for path in [library, other] { try PromptStore.create(at: path) }
        try run(
            "INSERT INTO prompts (id, content, phase, provider, model) VALUES ('a', 'A', 'p', 'o', 'm'), ('b', 'B', 'p', 'o', 'm')",
            on: library
        )
        try run(
            "INSERT INTO prompts (id, content, phase, provider, model) VALUES ('b', 'other B', 'p', 'o', 'm'), ('c', 'C', 'p', 'o', 'm')",
            on: other
        )
        for path in [library, other] {
            try run("UPDATE prompts SET created_at = '2026-01-01', updated_at = '2026-01-01'", on: path)
        }
        let rating = "INSERT INTO user_feedback (prompt_id, rating, session_id, created_at) VALUES"
        try run("\(rating) ('a', 5, 's', '2026-01-02'), ('b', 4, 's', '2026-01-03')", on: library)
        try run(
            "\(rating) ('b', 4, 's', '2026-01-03'), ('b', 4, 's', '2026-01-03'), ('c', 1, 't', '2026-01-04')",
            on: other
        )
    }

    private func run(_ sql: String, on path: String) throws { try OtherProgram(path).run(sql) }

    private func contents() throws -> String {
        try OtherProgram(library).run(
            "SELECT group_concat(id || '=' || content, ' ') FROM (SELECT * FROM prompts ORDER BY id)"
        )
    }

    private func counts(_ summary: Import.Summary, _ table: String) -> [Int] {
        summary.tables.first { $0.table == table }.map { [$0.new, $0.same, $0.conflict, $0.refused] } ?? []
    }

    @Test(arguments: ExportFormat.allCases)
    func differentPromptsAreSkippedReplacedOrEndIt(format: ExportFormat) throws {
        let file = try transfer.export(other, format)
        let before = try transfer.bytes(library)
        #expect(throws: TransferError.conflicts(count: 1, first: "prompts b").fact) {
            try transfer.importing(file, into: library)
        }
        #expect(try transfer.bytes(library) == before)
        #expect(try contents() == "a=A b=B")

        let skipped = try transfer.importing(file, into: library, .skip)
        #expect(try contents() == "a=A b=B c=C")
        #expect(counts(skipped, "prompts") == [1, 0, 1, 0])
        #expect(!skipped.isNew)

        let replaced = try transfer.importing(file, into: library, .replace)
        #expect(try contents() == "a=A b=other B c=C")
        #expect(counts(replaced, "prompts") == [0, 1, 1, 0])
        let again = try transfer.importing(file, into: library, .fail)
        #expect(counts(again, "prompts") == [0, 2, 0, 0])
    }

    @Test func rowsOfPromptsComeAsOftenAsTheyAreMissing() throws {
        let file = try transfer.export(other)
        let first = try transfer.importing(file, into: library, .skip)
        // One of the two equal ratings is there already.
        #expect(counts(first, "user_feedback") == [2, 1, 0, 0])
        let ratings = try OtherProgram(library).run("SELECT id, prompt_id, rating FROM user_feedback ORDER BY id")
        #expect(ratings == "1|a|5\n2|b|4\n3|b|4\n4|c|1")
        let second = try transfer.importing(file, into: library, .skip)
        #expect(counts(second, "user_feedback") == [0, 3, 0, 0])
    }

    @Test(arguments: ConflictPolicy.allCases)
    func aDryRunTellsTheSameAndChangesNothing(policy: ConflictPolicy) throws {
        try run("PRAGMA journal_mode = WAL", on: library)
        let file = try transfer.export(other)
        let before = try transfer.bytes(library)
        let rehearsal = try transfer.importing(file, into: library, policy, isDryRun: true)
        #expect(try transfer.bytes(library) == before)
        guard policy != .fail else { return #expect(rehearsal.conflictCount == 1) }
        let real = try transfer.importing(file, into: library, policy)
        #expect(rehearsal.tables == real.tables)
    }

    @Test func aDryRunMakesNoLibrary() throws {
        let missing = transfer.path("new.db")
        let file = try transfer.export(other)
        let rehearsal = try transfer.importing(file, into: missing, isDryRun: true)
        #expect(!FileManager.default.fileExists(atPath: missing))
        #expect(try transfer.importing(file, into: missing).tables == rehearsal.tables)
        var status = stat()
        #expect(stat(missing, &status) == 0 && status.st_mode & 0o777 == 0o600)
    }

    @Test func aLibraryWithoutRowsTakesTheTablesOfTheImport() throws {
        let old = transfer.path("old.db")
        try SampleLibrary(seed: 2, count: 10).store(in: .s1, at: old)
        let empty = transfer.path("empty.db")
        try PromptStore.create(at: empty)
        let file = try transfer.export(old)
        #expect(try transfer.importing(file, into: empty).isNew)
        #expect(try transfer.bytes(transfer.export(empty)) == transfer.bytes(file))
    }

    @Test func whatTheLibraryHasNoPlaceForGetsOne() throws {
        try run(
            "ALTER TABLE prompts ADD COLUMN mood TEXT; CREATE TABLE notes (id INTEGER PRIMARY KEY, text); CREATE INDEX by_text ON notes (text)",
            on: other
        )
        try run("UPDATE prompts SET mood = 'good'; INSERT INTO notes VALUES (7, 'remember')", on: other)
        _ = try transfer.importing(transfer.export(other), into: library, .skip)
        #expect(try OtherProgram(library).run("SELECT id, mood FROM prompts ORDER BY id") == "a|\nb|\nc|good")
        #expect(try OtherProgram(library).run("SELECT * FROM notes") == "7|remember")
        #expect(try OtherProgram(library).run("SELECT name FROM sqlite_schema WHERE name = 'by_text'") == "by_text")
    }

    @Test func aRowThatTheLibraryCannotHoldIsCountedAndTheRestComes() throws {
        try run("CREATE UNIQUE INDEX one_content ON prompts (content)", on: library)
        try run("INSERT INTO prompts (id, content, phase, provider, model) VALUES ('d', 'A', 'p', 'o', 'm')", on: other)
        let summary = try transfer.importing(transfer.export(other), into: library, .skip)
        #expect(counts(summary, "prompts") == [1, 0, 1, 1])
        #expect(try contents() == "a=A b=B c=C")
    }

    @Test func theSumsBehindScoresFollow() throws {
        _ = try PromptStore(path: library).make(.rate(promptID: "a", rating: 3))
        _ = try transfer.importing(transfer.export(other), into: library, .skip)
        // 5 and 3 for a; for b one 4, for its two of one session count once; 1 for c.
        let sums = try OtherProgram(library).run("SELECT phase, rating_count, rating_sum FROM pa_phase_ratings")
        #expect(sums == "p|4|2.25")
    }

    @Test func anotherGenerationIsNotMixedIn() throws {
        let old = transfer.path("old.db")
        try SampleLibrary(seed: 2, count: 10).store(in: .s2, at: old)
        let file = try transfer.export(old)
        let before = try transfer.bytes(library)
        #expect(throws: TransferError.otherGeneration(path: file, table: "prompts").fact) {
            try transfer.importing(file, into: library)
        }
        #expect(try transfer.bytes(library) == before)
    }

    @Test func theLibraryItselfIsNotImported() throws {
        #expect(throws: TransferError.isDatabase(path: library).fact) { try transfer.importing(library, into: library) }
        #expect(throws: TransferError.isDatabase(path: other).fact) { try transfer.importing(other, into: library) }
    }
}
