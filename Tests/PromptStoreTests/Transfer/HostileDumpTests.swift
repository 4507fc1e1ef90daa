import Foundation
import PromptTestSupport
import Testing

@testable import PromptStore

/// What is imported may come from anybody: what is no dump is refused by its name, and nothing is changed.
struct HostileDumpTests {
    private let transfer: Transfer
    private let library: String

    init() throws {
        transfer = try Transfer()
        library = transfer.path("library.db")
        try SampleLibrary(seed: 5, count: 20).store(in: .documented, at: library)
    }

    private static let prompts = "CREATE TABLE prompts (id TEXT PRIMARY KEY, content TEXT NOT NULL);\n"

    /// A statement, and the word for it that the sentence has.
    private static let hostile: [(String, String)] = [
        ("ATTACH '/tmp/other.db' AS other", "ATTACH"),
        ("DETACH main", "DETACH"),
        ("PRAGMA writable_schema=ON;\nPRAGMA journal_mode=DELETE", "PRAGMA JOURNAL_MODE"),
        ("PRAGMA writable_schema = RESET", "PRAGMA WRITABLE_SCHEMA"),
        ("PRAGMA foreign_keys=ON", "PRAGMA FOREIGN_KEYS"),
        ("PRAGMA trusted_schema=ON", "PRAGMA TRUSTED_SCHEMA"),
        ("SELECT load_extension('/tmp/evil.so')", "SELECT"),
        ("INSERT INTO prompts VALUES ('a', load_extension('/tmp/evil.so'))", "LOAD_EXTENSION"),
        ("INSERT INTO prompts VALUES ('a', readfile('/etc/passwd'))", "READFILE"),
        ("INSERT INTO prompts VALUES ('a', zeroblob(900000000))", "ZEROBLOB"),
        ("INSERT INTO prompts VALUES ('a', replace('aaaa', 'a', 'bbbbbbbb'))", "REPLACE"),
        ("INSERT INTO prompts VALUES ('a', char(128512))", "CHAR"),
        ("INSERT INTO prompts VALUES ('a', 'b' || 'c')", "“|”"),
        ("INSERT INTO prompts VALUES ('a', (SELECT sql FROM sqlite_schema))", "“(”"),
        ("INSERT INTO prompts SELECT * FROM prompts", "INSERT … SELECT"),
        (
            "INSERT INTO prompts (id, content) SELECT a.value, 'x' FROM json_each('[1,2]') a, json_each('[1,2]') b",
            "INSERT … SELECT"
        ),
        (
            "INSERT INTO prompts WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, i FROM n",
            "INSERT … WITH"
        ),
        (
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) INSERT INTO prompts SELECT i, i FROM n",
            "WITH RECURSIVE"
        ),
        ("INSERT INTO prompts DEFAULT VALUES", "INSERT … DEFAULT"),
        ("INSERT OR REPLACE INTO prompts VALUES ('a', 'b')", "INSERT OR …"),
        ("INSERT INTO prompts VALUES ('a', 'b') ON CONFLICT DO UPDATE SET content = 'c'", "“ON”"),
        ("INSERT INTO prompts VALUES ('a', 'b') RETURNING id", "“RETURNING”"),
        ("INSERT INTO sqlite_schema VALUES ('table', 'x', 'x', 0, 'CREATE TABLE x (a)')", "INSERT INTO sqlite_schema"),
        (
            "PRAGMA writable_schema=ON;\nINSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('trigger','x','x',0,'CREATE TRIGGER x')",
            "INSERT INTO sqlite_schema"
        ),
        (
            "PRAGMA writable_schema=ON;\nINSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','x','x',5,'CREATE VIRTUAL TABLE x USING fts5(a)')",
            "INSERT INTO sqlite_schema"
        ),
        (
            "INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','x','x',0,'CREATE VIRTUAL TABLE x USING fts5(a)')",
            "INSERT INTO sqlite_schema"
        ),
        ("INSERT INTO sqlite_dbpage VALUES (1, x'00')", "sqlite_dbpage"),
        ("REPLACE INTO prompts VALUES ('a', 'b')", "REPLACE INTO"),
        ("DROP TABLE prompts", "DROP TABLE"),
        ("DELETE FROM prompts", "DELETE FROM"),
        ("DELETE FROM sqlite_sequence WHERE 1", "DELETE FROM"),
        ("UPDATE prompts SET content = ''", "UPDATE"),
        ("ALTER TABLE prompts RENAME TO p", "ALTER TABLE"),
        ("VACUUM INTO '/tmp/stolen.db'", "VACUUM"),
        ("REINDEX", "REINDEX"),
        ("ANALYZE prompts", "ANALYZE"),
        ("EXPLAIN SELECT 1", "EXPLAIN"),
        ("SAVEPOINT a", "SAVEPOINT"),
        ("ROLLBACK", "ROLLBACK"),
        ("CREATE TABLE twin AS SELECT * FROM prompts", "CREATE … AS SELECT"),
        ("CREATE TEMP TABLE t (a)", "CREATE TEMPORARY"),
        ("CREATE TABLE temp.t (a)", "CREATE TEMPORARY"),
        ("CREATE VIRTUAL TABLE v USING fts5(a)", "CREATE VIRTUAL TABLE"),
        ("CREATE TABLE t (a CHECK (load_extension('x')))", "the function load_extension"),
        ("CREATE TABLE t (a, b AS (printf('%999999999d', a)))", "the function printf"),
        ("CREATE TABLE t (a CHECK ((SELECT count(*) FROM prompts) > 0))", "prohibited in CHECK"),
        (
            "CREATE TABLE t (a DEFAULT (load_extension('x')));\nINSERT INTO t (rowid) VALUES (1)",
            "unsafe use of load_extension()"
        ),
        ("CREATE INDEX i ON prompts (fts5(content))", "the function fts5"),
        ("CREATE INDEX i ON prompts (content) WHERE load_extension('x')", "the function load_extension"),
        ("CREATE TRIGGER wipe AFTER INSERT ON prompts BEGIN DELETE FROM prompts; END", "trigger (wipe)"),
        (
            "CREATE TRIGGER update_prompts_timestamp AFTER UPDATE ON prompts BEGIN UPDATE prompts SET content = ''; DELETE FROM metrics; END",
            "trigger (update_prompts_timestamp)"
        ),
        ("CREATE VIEW all_of_it AS SELECT * FROM prompts", "view (all_of_it)"),
        ("CREATE TEMP TRIGGER t AFTER INSERT ON prompts BEGIN SELECT 1; END", "CREATE TEMPORARY"),
        (".shell rm -rf /", "what is no statement"),
        ("CREATE TABLE sqlite_stolen (a)", "a table sqlite_stolen"),
    ]

    @Test(arguments: 0..<hostile.count)
    func whatNoDumpHasIsRefusedByItsName(number: Int) throws {
        let (statement, word) = Self.hostile[number]
        let file = try transfer.file(
            "PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n\(Self.prompts)\(statement);\nINSERT INTO prompts VALUES ('x', 'y');\nCOMMIT;\n"
        )
        let before = try transfer.bytes(library)
        let line = 4 + statement.count { $0 == "\n" }
        do {
            try transfer.importing(file, into: library, .replace)
            Issue.record("“\(statement)” was imported")
        } catch let error as StoreError {
            #expect(error.sentence.contains(word), "\(error.sentence)")
            #expect(error.sentence.lowercased().contains("line \(line)"), "\(error.sentence)")
        }
        #expect(try transfer.bytes(library) == before)
    }

    @Test func aStatementInThePlaceOfATableOfJSONIsRefused() throws {
        for sql in [
            "DROP TABLE prompts", "CREATE TABLE prompts (id, content); DROP TABLE metrics",
            "CREATE VIEW prompts AS SELECT 1",
        ] {
            let file = try transfer.file(
                """
                {"format": "prompt-alchemy export", "version": 1,
                 "tables": [{"name": "prompts", "sql": "\(sql)", "rows": []}]}
                """
            )
            let before = try transfer.bytes(library)
            #expect(throws: StoreError.self) { try transfer.importing(file, into: library) }
            #expect(try transfer.bytes(library) == before)
        }
    }

    @Test(arguments: [
        ("", "holds no table of prompts"),
        ("-- nothing\n", "holds no table of prompts"),
        ("CREATE TABLE bookmarks (url);", "holds no table of prompts"),
        ("BEGIN; CREATE TABLE prompts (id TEXT PRIMARY KEY, content);", "ends before it is complete"),
        (
            "CREATE TABLE prompts (id TEXT PRIMARY KEY, content); INSERT INTO prompts VALUES ('a', 'b",
            "ends before it is complete"
        ),
        (
            "CREATE TABLE prompts (id TEXT PRIMARY KEY, content); INSERT INTO prompts VALUES ('a');",
            "line 1: table main.prompts has 2 columns but 1 values"
        ),
        (
            "CREATE TABLE prompts (id TEXT PRIMARY KEY, content);\nINSERT INTO prompts VALUES ('a', 1);\nINSERT INTO prompts VALUES ('a', 2);",
            "line 3: UNIQUE constraint failed"
        ),
        ("Dear diary, today I wrote a prompt;", "has DEAR"),
        ("{}", "holds no table of prompts"),
        ("{\"format\": \"something\"}", "line 1: it is of another format"),
        ("[{\"id\": 1}]", "line 1: “[” where “{” should be"),
        ("{\"format\": \"prompt-alchemy export\", \"version\": 2}", "newer version"),
        (
            "{\"format\": \"prompt-alchemy export\", \"version\": 1,\n\"tables\": [{\"name\": \"x\", \"rows\": [{}]}]}",
            "line 2: rows before"
        ),
        ("{\"format\": \"prompt-alchemy export\", \"version\": 1, \"tables\": [", "the end"),
        ("SQLite format 3\0…", "is a database"),
    ])
    func whatIsNoExportGetsItsSentence(text: String, words: String) throws {
        let file = try transfer.file(text)
        let missing = transfer.path("new.db")
        do {
            try transfer.importing(file, into: missing)
            Issue.record("imported")
        } catch let error as StoreError {
            #expect(error.sentence.contains(words), "\(error.sentence)")
        }
        #expect(!FileManager.default.fileExists(atPath: missing))
    }

    @Test func aBillionRowsFromAFewWordsAreNeverMade() throws {
        // Rows that SQLite makes out of lists alone ask for no permission: it is the word SELECT that is refused.
        let lists = (0..<30).map { "(VALUES (1), (2)) l\($0)" }.joined(separator: ", ")
        let file = try transfer.file(Self.prompts + "INSERT INTO prompts SELECT 1, 2 FROM \(lists);")
        #expect(throws: TransferError.refused(path: file, line: 2, what: "INSERT … SELECT").fact) {
            try transfer.importing(file, into: library)
        }
    }

    @Test func noSentenceNamesMoreThanALineOfIt() throws {
        let file = try transfer.file(Self.prompts + String(repeating: "x", count: 100_000) + " 1;")
        do {
            try transfer.importing(file, into: library)
        } catch let error as StoreError {
            #expect(error.sentence.count < 400)
        }
    }
}
