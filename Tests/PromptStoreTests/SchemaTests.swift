import GRDB
import Testing

@testable import PromptStore

/// The layout of a new library, letter by letter as it is documented.
struct SchemaTests {
    private static let tables: [String: [String]] = [
        "prompts": [
            "id TEXT key", "content TEXT required", "phase TEXT required", "provider TEXT required",
            "model TEXT required", "persona TEXT", "tags TEXT", "context TEXT", "embedding BLOB",
            "embedding_model TEXT", "embedding_dimensions INTEGER", "created_at DATETIME = CURRENT_TIMESTAMP",
            "updated_at DATETIME = CURRENT_TIMESTAMP", "parent_id TEXT", "variant_of TEXT",
            "effectiveness_score REAL = 0.0", "usage_count INTEGER = 0",
        ],
        "model_metadata": [
            "id INTEGER key", "prompt_id TEXT required", "generation_model TEXT required", "total_tokens INTEGER",
            "input_tokens INTEGER", "output_tokens INTEGER", "temperature REAL", "max_tokens INTEGER",
            "created_at DATETIME = CURRENT_TIMESTAMP",
        ],
        "metrics": [
            "id INTEGER key", "prompt_id TEXT required", "token_usage INTEGER", "response_time_ms INTEGER",
            "success_rate REAL", "user_rating INTEGER", "feedback TEXT", "created_at DATETIME = CURRENT_TIMESTAMP",
        ],
        "enhancement_history": [
            "id INTEGER key", "prompt_id TEXT required", "updated_content TEXT required", "update_reason TEXT",
            "updated_by TEXT", "created_at DATETIME = CURRENT_TIMESTAMP",
        ],
        "learning_patterns": [
            "id INTEGER key", "pattern_type TEXT required", "pattern_data TEXT required",
            "confidence_score REAL = 0.0", "usage_count INTEGER = 0", "created_at DATETIME = CURRENT_TIMESTAMP",
            "updated_at DATETIME = CURRENT_TIMESTAMP",
        ],
        "user_feedback": [
            "id INTEGER key", "prompt_id TEXT required", "rating INTEGER", "feedback_type TEXT", "feedback_text TEXT",
            "session_id TEXT", "created_at DATETIME = CURRENT_TIMESTAMP",
        ],
    ]

    private static let indexes: [String: String] = [
        "idx_prompts_phase": "prompts(phase)",
        "idx_prompts_provider": "prompts(provider)",
        "idx_prompts_persona": "prompts(persona)",
        "idx_prompts_created_at": "prompts(created_at)",
        "idx_prompts_effectiveness": "prompts(effectiveness_score)",
        "idx_prompts_tags": "prompts(tags)",
        "idx_model_metadata_prompt_id": "model_metadata(prompt_id)",
        "idx_metrics_prompt_id": "metrics(prompt_id)",
        "idx_enhancement_history_prompt_id": "enhancement_history(prompt_id)",
        "idx_user_feedback_prompt_id": "user_feedback(prompt_id)",
        "idx_learning_patterns_type": "learning_patterns(pattern_type)",
        "idx_learning_patterns_confidence": "learning_patterns(confidence_score)",
    ]

    private let library: ScratchLibrary

    init() throws { library = try ScratchLibrary() }

    private func names(_ type: String, in database: Database) throws -> [String] {
        try String.fetchAll(
            database,
            sql: "SELECT name FROM sqlite_schema WHERE type = ? AND name NOT LIKE 'sqlite_%'",
            arguments: [type]
        )
    }

    private func describe(_ column: ColumnInfo) -> String {
        let marks = [
            column.primaryKeyIndex > 0 ? "key" : nil, column.isNotNull ? "required" : nil,
            column.defaultValueSQL.map { "= \($0)" },
        ]
        return ([column.name, column.type] + marks.compactMap(\.self)).joined(separator: " ")
    }

    @Test(arguments: [false, true])
    func everyDocumentedTableIsThereAndNoOther(isWritten: Bool) throws {
        try library.addPrompt("a")
        if isWritten { _ = try library.store().make(.rate(promptID: "a", rating: 5)) }
        try library.sql { database in
            let all = try names("table", in: database)
            let documented = all.filter { !$0.hasPrefix("pa_") }
            #expect(Set(documented) == Set(Self.tables.keys))
            for table in documented {
                #expect(try database.columns(in: table).map(describe) == Self.tables[table])
            }
            #expect(all.contains { $0.hasPrefix("pa_") && $0 != "pa_migrations" } == isWritten)
            #expect(try names("trigger", in: database).isEmpty)
            #expect(try names("view", in: database).isEmpty)
        }
    }

    @Test func everyDocumentedIndexIsThereAndOthersAreNamedAsOurs() throws {
        try library.sql { database in
            let all = try names("index", in: database)
            let documented = all.filter { !$0.hasPrefix("pa_") }
            #expect(Set(documented) == Set(Self.indexes.keys))
            for index in documented {
                let sql = try String.fetchOne(
                    database,
                    sql: "SELECT sql FROM sqlite_schema WHERE name = ?",
                    arguments: [index]
                )
                #expect(try sql == "CREATE INDEX \(index) ON \(#require(Self.indexes[index]))")
            }
        }
    }

    @Test func childrenNameTheirPromptAndCountUp() throws {
        try library.sql { database in
            for table in ["model_metadata", "metrics", "enhancement_history", "user_feedback"] {
                let keys = try database.foreignKeys(on: table)
                #expect(keys.map(\.destinationTable) == ["prompts"])
                #expect(keys.flatMap(\.mapping).map { "\($0.origin) \($0.destination)" } == ["prompt_id id"])
            }
            #expect(try database.foreignKeys(on: "learning_patterns").isEmpty)
            let counting = try String.fetchAll(
                database,
                sql: "SELECT name FROM sqlite_schema WHERE sql LIKE '%AUTOINCREMENT%'"
            )
            #expect(Set(counting) == Set(Self.tables.keys).subtracting(["prompts"]))
        }
    }

    @Test(arguments: [("0", false), ("1", true), ("5", true), ("6", false), ("NULL", true)])
    func aRatingIsOneToFiveOrNone(rating: String, isAllowed: Bool) throws {
        let statement = "INSERT INTO user_feedback (prompt_id, rating) VALUES ('a', \(rating))"
        if isAllowed {
            try library.execute(statement)
        } else {
            #expect(throws: DatabaseError.self) { try library.execute(statement) }
        }
    }

    @Test func theListOfColumnsThatOpeningAsksForIsTheLayout() {
        let names = LibrarySchema.columns.map { ($0.table, $0.columns) }
        #expect(names.map(\.0).sorted() == Self.tables.keys.sorted())
        for (table, columns) in names {
            #expect(columns == Self.tables[table]?.map { String($0.prefix { $0 != " " }) })
        }
    }
}
