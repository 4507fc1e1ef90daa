import Foundation
import PromptTestSupport
import Testing

/// What the program leaves as it is in files of every generation, with ten thousand prompts each.
struct UntouchedFileTests {
    private static let sample = SampleLibrary(seed: 10, count: 10_000)

    private let directory: TemporaryDirectory
    private let library: Library
    private var id: String { Self.sample.prompts[9000].id }

    init() throws {
        directory = try TemporaryDirectory()
        library = Library(empty: directory.file("prompts.db"))
    }

    @Test(arguments: Generation.allCases)
    func `reading changes no byte of the file or of its log`(generation: Generation) async throws {
        try Self.sample.store(in: generation, at: library.path, times: generation == .s1 ? .mixed : .own)
        try await library.leaveLog(updating: "prompts SET tags = '[\"later\"]' WHERE rowid < 50")
        let before = try library.content()
        #expect(before.keys.sorted() == ["prompts.db", "prompts.db-wal"])
        let commands = [
            ["search", ""], ["search", "SQL"], ["search", "", "--sort", "updated"],
            ["search", "", "--sort", "rating"], ["search", "", "--sort", "usage"], ["show", id], ["lineage", id],
            ["history", id],
        ]
        for command in commands {
            for output in ["text", "json"] {
                let words = [try Program.path()] + command + ["--output", output, "--database", library.path]
                let run = try await ChildProcess.run(words)
                #expect(run.status == 0, "\(words): \(run.errors)")
                #expect(!run.bytes.isEmpty)
                #expect(try library.content() == before, "\(words)")
            }
        }
    }

    @Test(arguments: Generation.allCases)
    func `browsing for reading only changes no byte of the file or of its log`(generation: Generation) async throws {
        try await TmuxTerminal.open { terminal in
            let library = Library(empty: terminal.home + "/prompts.db")
            try Self.sample.store(in: generation, at: library.path)
            try await library.leaveLog(updating: "prompts SET tags = '[\"later\"]' WHERE rowid < 50")
            let before = try library.content()
            try await terminal.browse("--database", "prompts.db", "--read-only")
            try await terminal.waitFor("10,000 prompts")
            try await terminal.send("j", "G", "g", "H")
            try await terminal.waitFor("History")
            try await terminal.send("Escape", "q")
            try await terminal.waitForPrompt()
            #expect(try library.content() == before)
        }
    }

    @Test(arguments: Generation.allCases)
    func `rating and commenting changes no column that was there`(generation: Generation) async throws {
        try Self.sample.store(in: generation, at: library.path)
        let tables = try await library.tables()
        let before = try await library.dump(tables)
        // Tags are a column that was there, and what a person changes in it is meant to change.
        for command in [["rate", id, "4", "--comment", "words"], ["rate", id, "2"]] {
            let run = try await ChildProcess.run([Program.path()] + command + ["--database", library.path])
            #expect(run.status == 0, "\(run.errors)")
        }
        #expect(try await library.dump(tables) == before)
        let comments = "SELECT count(*) FROM user_feedback WHERE feedback_text = 'words'"
        #expect(try await library.query(comments) == "1")
    }
}

extension Library {
    /// A table, its columns but the one that is ours to write, and its last row.
    fileprivate struct Table {
        let name: String
        let columns: String
        let last: String
    }

    fileprivate func tables() async throws -> [Table] {
        var tables: [Table] = []
        let names = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        for name in try await query(names).split(separator: "\n") {
            let columns = try await query(
                "SELECT group_concat(name, ', ') FROM pragma_table_info('\(name)') WHERE name <> 'effectiveness_score'"
            )
            let last = try await query("SELECT ifnull(max(rowid), 0) FROM \(name)")
            tables.append(Table(name: String(name), columns: columns, last: last))
        }
        return tables
    }

    /// What was there in those tables, each value as SQL.
    fileprivate func dump(_ tables: [Table]) async throws -> [String] {
        var dump: [String] = []
        for table in tables {
            let sql = "SELECT \(table.columns) FROM \(table.name) WHERE rowid <= \(table.last) ORDER BY rowid"
            let shell = try await ChildProcess.run(["sqlite3", "-batch", "-quote", path, sql])
            #expect(shell.status == 0, "\(shell.errors)")
            dump.append(shell.output)
        }
        return dump
    }
}
