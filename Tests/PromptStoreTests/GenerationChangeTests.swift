import Foundation
import GRDB
import PromptTestSupport
import Testing

@testable import PromptStore

/// Every change on files of every generation: what it changes, and that it changes nothing else.
struct GenerationChangeTests {
    private static let seconds = 1_752_055_872
    private let directory: TemporaryDirectory
    private let path: String

    init() throws {
        directory = try TemporaryDirectory()
        path = directory.file("prompts.db")
    }

    private func fill(_ generation: Generation) throws {
        try generation.create(at: path)
        try sql { database in
            for number in 0..<3 {
                var values: [String: (any DatabaseValueConvertible)?] = [
                    "id": "p\(number)", "content": "Text \(number)", "phase": "solutio", "provider": "openai",
                    "model": "o1", "tags": generation == .documented ? "api,two words" : #"["api","two words"]"#,
                    "created_at": moment(generation), "updated_at": moment(generation),
                    "parent_id": generation == .s2 ? "p\(number)" : number > 0 ? "p0" : nil,
                ]
                if generation.isEnhanced { values["content_hash"] = SHA256.hex("Text \(number)".utf8) }
                try insert("prompts", values, in: database)
            }
            if [.s2, .halfS0, .halfS1].contains(generation) {
                try database.execute(
                    sql: "INSERT INTO user_interactions VALUES ('i', 'p1', 's', 'chosen', NULL, 1752055800)"
                )
            }
            if [.s1, .halfS1].contains(generation) {
                try database.execute(
                    sql: """
                        INSERT INTO prompt_relationships VALUES ('r', 'p0', 'p1', 'derived_from', 0.5, NULL, 'then');
                        INSERT INTO enhancement_history VALUES ('e', 'p1', 'p0', 'merge', 'llm', 0, NULL, 'then')
                        """
                )
            }
            if try database.tableExists("metrics") {
                let id: (any DatabaseValueConvertible)? = generation == .documented ? 1 : "m"
                try insert("metrics", ["id": id, "prompt_id": "p1", "token_usage": 5], in: database)
            }
        }
    }

    private func moment(_ generation: Generation) -> any DatabaseValueConvertible {
        generation == .s2 ? Self.seconds : "2025-07-09T10:11:12Z"
    }

    private func insert(
        _ table: String,
        _ values: [String: (any DatabaseValueConvertible)?],
        in database: Database
    ) throws {
        let names = values.keys.sorted()
        let places = names.map { _ in "?" }.joined(separator: ", ")
        try database.execute(
            sql: "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(places))",
            arguments: StatementArguments(names.map { values[$0] ?? nil })
        )
    }

    private func sql<Value>(_ body: (Database) throws -> Value) throws -> Value {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        let value = try queue.write(body)
        try queue.close()
        return value
    }

    private func store() throws -> PromptStore {
        try PromptStore(path: path, sessionID: "this-session", author: "ann", clock: { ScratchLibrary.now })
    }

    /// Every value of the tables that are not ours, with its storage class, but some columns of one prompt.
    private func content(but columns: Set<String> = [], of id: String = "") throws -> [String] {
        try sql { database in
            let sql = """
                SELECT name FROM sqlite_schema
                WHERE type = 'table' AND name NOT LIKE 'pa\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%' ORDER BY name
                """
            var lines: [String] = []
            for table in try String.fetchAll(database, sql: sql) {
                for row in try Row.fetchAll(database, sql: "SELECT * FROM \(table) ORDER BY rowid") {
                    let isChanged = table == "prompts" && row["id"] == id
                    for (name, value) in row where !(isChanged && columns.contains(name)) {
                        lines.append("\(table).\(name): \(value.storage)")
                    }
                }
            }
            return lines
        }
    }

    private func prompt(_ id: String) throws -> Row {
        try #require(try sql { try Row.fetchOne($0, sql: "SELECT * FROM prompts WHERE id = ?", arguments: [id]) })
    }

    private func expectedMoment(_ generation: Generation) -> DatabaseValue {
        generation == .s2 ? 1_777_896_000.databaseValue : "2026-05-04T12:00:00Z".databaseValue
    }

    @Test(arguments: Generation.allCases)
    func `a use is counted where the file counts them, and undone`(generation: Generation) throws {
        try fill(generation)
        let before = try content()
        let others = try content(but: ["usage_count", "last_used_at"], of: "p1")
        let counts = ![.s0, .halfS0].contains(generation)
        let store = try store()
        #expect(try store.make(.use(promptID: "p1")).promptCount == (counts ? 1 : 0))
        #expect(try content(but: ["usage_count", "last_used_at"], of: "p1") == others)
        guard counts else { return }
        #expect(try prompt("p1")["usage_count"] == 1)
        if generation != .documented { #expect(try prompt("p1")["last_used_at"] == expectedMoment(generation)) }
        _ = try store.make(.undo)
        #expect(try content() == before)
    }

    @Test(arguments: Generation.allCases)
    func tagsAreWrittenInTheStyleOfTheFile(generation: Generation) throws {
        try fill(generation)
        let before = try content()
        let others = try content(but: ["tags", "updated_at"], of: "p1")
        let store = try store()
        let change = Change.tag(promptIDs: ["p1", "gone"], add: ["new", "api"], remove: ["two words"])
        #expect(try store.make(change).promptCount == 1)
        #expect(try prompt("p1")["tags"] == (generation == .documented ? "api,new" : #"["api","new"]"#))
        #expect(try prompt("p1")["updated_at"] == expectedMoment(generation))
        #expect(try content(but: ["tags", "updated_at"], of: "p1") == others)
        #expect(try store.make(change).promptCount == 0)
        _ = try store.make(.undo)
        #expect(try content() == before)
        #expect(throws: StoreError.nothingToUndo) { try store.make(.undo) }
    }

    @Test(arguments: Generation.allCases)
    func anEditKeepsTheTextThatWasThere(generation: Generation) throws {
        try fill(generation)
        let before = try content()
        let edited: Set = ["content", "content_hash", "updated_at"]
        let others = try content(but: edited, of: "p1")
        let store = try store()
        _ = try store.make(.edit(promptID: "p1", text: "Another text\n", reason: "shorter"))
        _ = try store.make(.edit(promptID: "p1", text: "A third", reason: nil))
        let row = try prompt("p1")
        #expect(row["content"] == "A third")
        #expect(row["updated_at"] == expectedMoment(generation))
        if generation.isEnhanced { #expect(row["content_hash"] == SHA256.hex("A third".utf8)) }
        let left = try content(but: edited, of: "p1").filter { !$0.hasPrefix("enhancement_history") }
        #expect(left == others.filter { !$0.hasPrefix("enhancement_history") })
        let versions = try store.history(of: "p1", cancellation: Cancellation()).versions
        #expect(versions.map(\.content).prefix(3) == ["A third", "Another text\n", "Text 1"])
        #expect(versions.map(\.reason).prefix(3) == [nil, "shorter", "original"])
        #expect(versions.map(\.author).prefix(3) == ["ann", "ann", nil])
        #expect(try store.make(.edit(promptID: "p1", text: "A third", reason: nil)).promptCount == 0)
        for _ in 0..<2 { _ = try store.make(.undo) }
        #expect(try content() == before)
        for _ in 0..<2 { _ = try store.make(.redo) }
        #expect(try prompt("p1")["content"] == "A third")
    }

    @Test(arguments: Generation.allCases)
    func anAddedPromptIsOneOfItsFile(generation: Generation) throws {
        try fill(generation)
        let before = try content()
        let store = try store()
        let id = try store.make(.add(NewPrompt(content: "New", tags: ["a", "b"]))).promptID
        let row = try prompt(id)
        #expect(row["content"] == "New")
        #expect(row["phase"] == "prima-materia")
        #expect(row["tags"] == (generation == .documented ? "a,b" : #"["a","b"]"#))
        #expect(row["created_at"] == expectedMoment(generation))
        #expect(row["parent_id"] == (generation == .s2 ? id : nil))
        #expect(row["provider"] == (generation == .s2 ? nil : ""))
        if generation.isEnhanced { #expect(row["content_hash"] == SHA256.hex("New".utf8)) }
        #expect(try store.dossier(of: id).detail.parentID == nil)
        let child = try store.make(.add(NewPrompt(content: "Child", parentID: "p1"))).promptID
        #expect(try prompt(child)["parent_id"] == "p1")
        #expect(try prompt(child)["model"] == "o1")
        for _ in 0..<2 { _ = try store.make(.undo) }
        #expect(try content() == before)
    }

    @Test(arguments: Generation.allCases)
    func aDeletedPromptTakesAlongWhatHangsOnItAndComesBackWithIt(generation: Generation) throws {
        try fill(generation)
        var store = try store()
        _ = try store.make(.rate(promptID: "p0", rating: 4))
        _ = try store.make(.rate(promptID: "p1", rating: 2))
        _ = try store.make(.edit(promptID: "p1", text: "Another", reason: nil))
        let before = try content()
        let all = try sql { try Row.fetchAll($0, sql: "SELECT * FROM pa_scores ORDER BY rowid") }
        #expect(try store.make(.delete(promptIDs: ["p0", "p1"])).title == "deletion of 2 prompts")
        #expect(try content().filter { $0.contains("p1") && !$0.contains("parent") } == [])
        #expect(try sql { try Int.fetchOne($0, sql: "SELECT count(*) FROM prompts") } == 1)
        #expect(try sql { try Int.fetchOne($0, sql: "SELECT sum(rating_count) FROM pa_phase_ratings") } == 0)
        store = try self.store()
        _ = try store.make(.undo)
        #expect(try content() == before)
        #expect(try sql { try Row.fetchAll($0, sql: "SELECT * FROM pa_scores ORDER BY rowid") } == all)
        #expect(try sql { try Int.fetchOne($0, sql: "SELECT sum(rating_count) FROM pa_phase_ratings") } == 2)
    }

    @Test func aTextThatTheFileTakesOnlyOnceNamesTheOtherPrompt() throws {
        try fill(.s2)
        let store = try store()
        let before = try content()
        #expect(throws: StoreError.sameText(id: "p0")) {
            try store.make(.edit(promptID: "p1", text: "Text 0", reason: nil))
        }
        #expect(throws: StoreError.sameText(id: "p2")) { try store.make(.add(NewPrompt(content: "Text 2"))) }
        #expect(try content().filter { !$0.hasPrefix("user_feedback") } == before)
    }

    @Test func aHashKeepsTheMarkOfItsWriter() throws {
        try fill(.s1)
        try sql { try $0.execute(sql: "UPDATE prompts SET content_hash = 'sha256_' || content_hash") }
        _ = try store().make(.edit(promptID: "p1", text: "Another", reason: nil))
        #expect(try prompt("p1")["content_hash"] == "sha256_" + SHA256.hex("Another".utf8))
    }
}
