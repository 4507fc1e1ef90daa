import Foundation
import GRDB
import PromptTestSupport
import Testing

@testable import PromptStore

/// What a library has of triggers and views that nobody knows is named, and allowed before the first write.
struct ForeignObjectTests {
    private let library: ScratchLibrary
    private static let wipe = "CREATE TRIGGER wipe AFTER INSERT ON user_feedback BEGIN DELETE FROM prompts; END"

    init() throws {
        library = try ScratchLibrary()
        try library.addPrompt("a")
        try library.addPrompt("b")
    }

    private func prompts() throws -> Int { try library.rows("prompts").count }

    @Test func aTriggerThatDeletesIsRefusedByNameUntilItIsAllowed() throws {
        try library.execute(Self.wipe)
        let before = try library.sql { try String.fetchAll($0, sql: "SELECT name FROM sqlite_schema") }
        let store = try library.store()
        let found = try store.examination().foreignObjects
        #expect(found.map(\.title) == ["trigger “wipe” (after insert on user_feedback)"])
        let refusal = StoreError.foreignObjects(path: library.path, found)
        let changes: [Change] = [.rate(promptID: "a", rating: 5), .comment(promptID: "a", text: "words"), .undo]
        for change in changes { #expect(throws: refusal) { try store.make(change) } }
        #expect(try store.dossier(of: "a").detail.id == "a")
        #expect(try library.sql { try String.fetchAll($0, sql: "SELECT name FROM sqlite_schema") } == before)
        #expect(try library.rows("user_feedback").isEmpty)

        store.allow(found)
        #expect(try store.make(.rate(promptID: "a", rating: 5)).rating == .number(5))
        _ = try store.make(.comment(promptID: "a", text: "words"))
        #expect(try prompts() == 2)
        #expect(try library.rows("user_feedback").count == 2)
    }

    @Test func whatComesInLaterIsAskedAboutAgain() throws {
        let store = try library.store()
        _ = try store.make(.rate(promptID: "a", rating: 5))
        try library.execute(Self.wipe)
        #expect(throws: StoreError.self) { try store.make(.rate(promptID: "a", rating: 4)) }
        store.allow(try store.examination().foreignObjects)
        _ = try store.make(.rate(promptID: "a", rating: 4))
        try library.execute("DROP TRIGGER wipe")
        try library.execute(Self.wipe.replacing("user_feedback", with: "prompts"))
        #expect(throws: StoreError.self) { try store.make(.rate(promptID: "a", rating: 3)) }
        #expect(try prompts() == 2)
    }

    @Test func aViewIsNamedToo() throws {
        try library.execute("CREATE VIEW best AS SELECT * FROM prompts WHERE effectiveness_score > 0.9")
        let objects = try library.store().examination().foreignObjects
        #expect(objects.map(\.title) == ["view “best”"])
    }

    @Test(arguments: Generation.allCases)
    func whatTheGenerationsHaveIsKnown(generation: Generation) throws {
        let path = library.directory.file("generation.db")
        try generation.create(at: path)
        #expect(try PromptStore(path: path).examination().foreignObjects == [])
    }

    @Test(arguments: [
        "CREATE TRIGGER t AFTER UPDATE ON prompts BEGIN UPDATE prompts SET updated_at = CURRENT_TIMESTAMP; END",
        "CREATE TRIGGER update_prompts_timestamp AFTER UPDATE ON prompts BEGIN DELETE FROM prompts; END",
        "CREATE TRIGGER pa_t AFTER INSERT ON prompts BEGIN DELETE FROM prompts; END",
        """
        CREATE TRIGGER t AFTER UPDATE ON prompts BEGIN UPDATE prompts SET updated_at = CURRENT_TIMESTAMP
        WHERE id = NEW.id; DELETE FROM prompts /* ; END */; END
        """,
        "CREATE TRIGGER t AFTER UPDATE ON prompts WHEN 1 BEGIN UPDATE prompts SET updated_at = CURRENT_TIMESTAMP WHERE id = NEW.id; END",
    ])
    func whatOnlyLooksLikeOneOfAGenerationIsNot(sql: String) throws {
        try library.execute(sql)
        #expect(try library.store().examination().foreignObjects.count == 1)
    }

    @Test(arguments: [
        "CREATE TRIGGER IF NOT EXISTS main.x\n AFTER UPDATE ON \"prompts\" BEGIN -- times\n update prompts SET updated_at=CURRENT_TIMESTAMP WHERE id = new.id;\nEND",
        "create trigger [a name] after update of last_used_at on prompts begin update prompts set usage_count = usage_count+1 where id = NEW.id; end",
    ])
    func blanksCommentsAndLettersDoNotMatter(sql: String) throws {
        try library.execute("ALTER TABLE prompts ADD COLUMN last_used_at")
        try library.execute(sql)
        #expect(try library.store().examination().foreignObjects == [])
    }

    @Test(arguments: [
        ("a  -- b\n/* c */ d", ["a", "d"]), ("'it''s' X", ["'it''s'", "x"]),
        (#""Name" "two words""#, ["name", #""two words""#]),
        ("[a]]", ["a", "]"]), ("`x`.y,1.5", ["x", ".", "y", ",", "1", ".", "5"]), ("'open", ["'open"]), ("/* open", []),
    ])
    func tokensAreSplit(sql: String, tokens: [String]) { #expect(SQLTokens.split(sql) == tokens) }
}
