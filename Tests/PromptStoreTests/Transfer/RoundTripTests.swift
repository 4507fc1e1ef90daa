import Foundation
import PromptTestSupport
import Testing

@testable import PromptStore

/// What is exported and imported is the same again, byte by byte.
struct RoundTripTests {
    private let transfer: Transfer

    init() throws { transfer = try Transfer() }

    /// A library of a generation, with tables of a stranger and odd values everywhere.
    private func library(_ generation: Generation) throws -> String {
        let path = transfer.path("\(generation).db")
        try SampleLibrary(seed: 7, count: 60).store(in: generation, at: path, times: .mixed)
        let updates = OddTables.values.enumerated().filter { $1 != "NULL" }.map { number, value in
            "UPDATE OR IGNORE prompts SET content = \(value), tags = \(value) WHERE rowid = \(number + 1);"
        }
        // One transaction: a disk that others use too takes its time over each.
        let script =
            ["PRAGMA ignore_check_constraints = ON; BEGIN;", OddTables.sql, OddTables.random(seed: 11)] + updates
        try OtherProgram(path).execute(script.joined(separator: "\n") + "COMMIT;")
        return path
    }

    @Test(arguments: Generation.allCases, ExportFormat.allCases)
    func anImportOfAnExportIsExportedAsTheSameBytes(generation: Generation, format: ExportFormat) throws {
        let library = try library(generation)
        let first = try transfer.export(library, format)
        let copy = transfer.path("copy.db")
        let summary = try transfer.importing(first, into: copy)
        #expect(summary.isNew)
        let second = try transfer.export(copy, format)
        #expect(try transfer.bytes(first) == transfer.bytes(second))
        // And it says the same as the other format, and as the library's own values.
        let other = try transfer.export(library, format == .sql ? .json : .sql)
        #expect(try transfer.bytes(other) == transfer.bytes(transfer.export(copy, format == .sql ? .json : .sql)))
        #expect(
            try OtherProgram(copy).run("PRAGMA integrity_check").hasPrefix("ok")
                || !OtherProgram(copy).run("PRAGMA integrity_check").contains("malformed")
        )
    }

    @Test(arguments: Generation.allCases)
    func theShellRestoresAnExport(generation: Generation) throws {
        let library = try library(generation)
        let file = try transfer.export(library)
        let copy = transfer.path("restored.db")
        #expect(try transfer.shell("sqlite3 -bail restored.db < '\(file)'") == "")
        #expect(try transfer.bytes(transfer.export(copy)) == transfer.bytes(file))
    }

    @Test(arguments: Generation.allCases)
    func whatTheShellDumpsIsImported(generation: Generation) throws {
        let path = transfer.path("\(generation).db")
        try SampleLibrary(seed: 3, count: 40).store(in: generation, at: path, times: .mixed)
        let shell = OtherProgram(path)
        // The shell cuts text at NUL, and drops the sign of a zero; all else it writes.
        try shell.execute(
            """
            CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT, v);
            \(OddTables.values.filter { !$0.contains("00") && $0 != "-0.0" }.map { "INSERT INTO counted (v) VALUES (\($0));" }.joined(separator: "\n"))
            CREATE VIRTUAL TABLE pa_fts USING fts5(content, tokenize = 'trigram');
            INSERT INTO pa_fts SELECT content FROM prompts;
            ANALYZE;
            """
        )
        let copy = transfer.path("copy.db")
        try transfer.shell("sqlite3 '\(path)' .dump > dumped.sql")
        try transfer.importing(transfer.path("dumped.sql"), into: copy)
        #expect(try transfer.bytes(transfer.export(copy)) == transfer.bytes(transfer.export(path)))
    }

    @Test func anExportIsOneTransaction() throws {
        let text = String(decoding: try transfer.bytes(transfer.export(library(.documented))), as: UTF8.self)
        #expect(text.hasPrefix("PRAGMA foreign_keys=OFF;\nPRAGMA ignore_check_constraints=ON;\nBEGIN TRANSACTION;\n"))
        #expect(text.hasSuffix(";\nCOMMIT;\n"))
    }

    @Test func whatCanBeMadeAgainIsLeftOut() throws {
        let path = transfer.path("own.db")
        try SampleLibrary(seed: 1, count: 5).store(in: .documented, at: path)
        let store = try PromptStore(path: path)
        let id = try OtherProgram(path).run("SELECT id FROM prompts LIMIT 1")
        _ = try store.make(.rate(promptID: id, rating: 4))
        try OtherProgram(path).execute(
            """
            CREATE VIRTUAL TABLE pa_fts USING fts5(content, content='prompts');
            CREATE TRIGGER pa_keep AFTER INSERT ON prompts BEGIN INSERT INTO pa_fts(rowid, content) VALUES (NEW.rowid, NEW.content); END;
            CREATE TABLE pa_archive_prompts (id TEXT PRIMARY KEY, content TEXT);
            CREATE VIEW strange AS SELECT 1;
            CREATE VIRTUAL TABLE strange_words USING fts5(word);
            """
        )
        let file = transfer.path("own.sql")
        let summary = try transfer.summaryOfExport(path, to: file)
        let text = String(decoding: try transfer.bytes(file), as: UTF8.self)
        for name in ["pa_journal", "pa_scores", "pa_archive_prompts"] {
            #expect(text.contains("CREATE TABLE \(name)"), "\(name)")
        }
        for name in ["pa_fts", "pa_keep", "pa_phase_ratings", "strange"] { #expect(!text.contains(name), "\(name)") }
        #expect(
            summary.leftOut == [
                "view “strange”, which no known program has made", "virtual table “strange_words” and what it holds",
            ]
        )
    }

    @Test(arguments: ExportFormat.allCases)
    func aTextThatIsMostOfAFileIsTaken(format: ExportFormat) throws {
        let path = transfer.path("large.db")
        // More than the room that is made for an import before any of it is read.
        try OtherProgram(path).execute(
            """
            CREATE TABLE prompts (id TEXT PRIMARY KEY, content TEXT);
            INSERT INTO prompts VALUES ('a', printf('%.120000000c', 'x'));
            """
        )
        let copy = transfer.path("copy.db")
        _ = try transfer.importing(transfer.export(path, format), into: copy)
        #expect(try OtherProgram(copy).run("SELECT length(content) FROM prompts") == "120000000")
    }
}
