import GRDB
import PromptTestSupport
import Testing

@testable import PromptStore

/// What a migration leaves behind, on files of every generation.
struct MigrationTests {
    /// As the documentation has them.
    private static let columns = [
        "prompts":
            "id content phase provider model persona tags context embedding embedding_model embedding_dimensions created_at updated_at parent_id variant_of effectiveness_score usage_count",
        "model_metadata":
            "id prompt_id generation_model total_tokens input_tokens output_tokens temperature max_tokens created_at",
        "metrics": "id prompt_id token_usage response_time_ms success_rate user_rating feedback created_at",
        "enhancement_history": "id prompt_id updated_content update_reason updated_by created_at",
        "learning_patterns":
            "id pattern_type pattern_data confidence_score usage_count created_at updated_at",
        "user_feedback": "id prompt_id rating feedback_type feedback_text session_id created_at",
    ]

    private static let indexes = """
        idx_prompts_phase idx_prompts_provider idx_prompts_persona idx_prompts_created_at idx_prompts_effectiveness
        idx_prompts_tags idx_model_metadata_prompt_id idx_metrics_prompt_id idx_enhancement_history_prompt_id
        idx_user_feedback_prompt_id idx_learning_patterns_type idx_learning_patterns_confidence
        """

    @discardableResult
    private func migrate(
        _ library: OldLibrary,
        steps: [MigrationStep] = MigrationSteps.all,
        batchSize: Int = 7
    ) throws -> MigrationReport {
        let queue = try Connections.openWriter(path: library.path)
        return try queue.writeWithoutTransaction { database in
            var report = MigrationReport()
            try database.inTransaction(.immediate) {
                report = try Migration(
                    path: library.path,
                    steps: steps,
                    batchSize: batchSize,
                    tell: { _, _, _ in }
                ).run(on: database)
                return .commit
            }
            return report
        }
    }

    /// All values of the columns that the file has now, by table, each with its storage class.
    private func contents(_ database: Database) throws -> [String: (columns: [String], rows: [String])] {
        let tables = try String.fetchAll(
            database,
            sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        return try Dictionary(
            uniqueKeysWithValues: tables.map { table in
                let columns = try database.columns(in: table).map(\.name)
                return (table, (columns, try rows(table, columns, database)))
            }
        )
    }

    private func rows(_ table: String, _ columns: [String], _ database: Database) throws -> [String] {
        let values = columns.map { "quote(\($0))" }.joined(separator: " || ', ' || ")
        return try String.fetchAll(database, sql: "SELECT rowid || ': ' || \(values) FROM \(table) ORDER BY rowid")
    }

    @Test(arguments: Generation.allCases)
    func `every table, column and index of the documentation is there afterwards`(generation: Generation) throws {
        let library = try OldLibrary(generation)
        try migrate(library)
        try library.sql { database in
            for (table, columns) in Self.columns {
                let names = try database.columns(in: table).map(\.name)
                #expect(Set(names).isSuperset(of: columns.split(separator: " ").map(String.init)), "\(table)")
            }
            let indexes = try String.fetchAll(database, sql: "SELECT name FROM sqlite_schema WHERE type = 'index'")
            let documented = Self.indexes.split { $0 == " " || $0 == "\n" }.map(String.init)
            #expect(documented.count == 12 && Set(indexes).isSuperset(of: documented))
            #expect(Set(indexes).isSuperset(of: try ownIndexes()))
            #expect(try Int.fetchOne(database, sql: "PRAGMA user_version") == 0)
            #expect(try MigrationSteps.pending(in: database).isEmpty)
        }
    }

    private func ownIndexes() throws -> [String] {
        try ScratchLibrary().sql { database in
            try String.fetchAll(
                database,
                sql: "SELECT name FROM sqlite_schema WHERE type = 'index' AND name LIKE 'pa\\_%' ESCAPE '\\'"
            )
        }
    }

    @Test(arguments: Generation.allCases)
    func `a reader of the old columns gets every old value, and its declarations are as they were`(
        generation: Generation
    ) throws {
        let library = try OldLibrary(generation)
        func declarations(_ table: String, _ database: Database) throws -> [String] {
            try Row.fetchAll(database, sql: "SELECT * FROM pragma_table_info(?)", arguments: [table]).map(\.description)
        }
        let before = try library.sql { try contents($0) }
        let declared = try library.sql { database -> [String: [String]] in
            try before.keys.reduce(into: [:]) { $0[$1] = try declarations($1, database) }
        }
        try migrate(library)
        try library.sql { database in
            for (table, old) in before {
                #expect(try rows(table, old.columns, database) == old.rows, "\(table)")
                let now = try declarations(table, database)
                #expect(try Array(now.prefix(old.columns.count)) == #require(declared[table]), "\(table)")
            }
        }
    }

    @Test func `columns are filled in with what is known and nothing else`() throws {
        let library = try OldLibrary(.s1, prompts: 9)
        try migrate(library)
        try library.sql { database in
            func column(_ name: String, of table: String = "prompts") throws -> [String] {
                try String.fetchAll(database, sql: "SELECT quote(\(name)) FROM \(table) ORDER BY rowid")
            }
            #expect(
                try column("persona") == ["'code'", "NULL", "NULL", "'code'", "NULL", "NULL", "'code'", "NULL", "NULL"]
            )
            #expect(try column("embedding_dimensions") == ["1", "NULL", "3", "NULL", "5", "NULL", "7", "NULL", "NULL"])
            #expect(
                try column("effectiveness_score") == ["0.0", "0.5", "0.0", "0.0", "0.0", "0.5", "0.0", "0.0", "0.0"]
            )
            #expect(try column("context") == Array(repeating: "NULL", count: 9))
            #expect(try column("response_time_ms", of: "metrics") == ["800", "900", "NULL"])
            #expect(try column("temperature", of: "model_metadata") == ["0.25", "0.25", "NULL"])
            #expect(try column("max_tokens", of: "model_metadata") == ["101", "101", "NULL"])
            let texts = try column(
                "updated_content = (SELECT content FROM prompts WHERE id = parent_prompt_id)",
                of: "enhancement_history"
            )
            #expect(texts == ["1", "1", "NULL"])
            #expect(
                try column("update_reason", of: "enhancement_history")
                    == ["refinement, solutio, from p0", "merge, by hand, from p0", "merge, by hand, from gone"]
                    .map { "'\($0), improvement 0.0'" }
            )
        }
    }

    @Test func `files without a table of generations get one from what is said with the prompts`() throws {
        let library = try OldLibrary(.s2, prompts: 5)
        try migrate(library)
        let rows: [String] = try library.sql { database in
            try self.rows(
                "model_metadata",
                ["id", "prompt_id", "generation_model", "total_tokens", "temperature", "max_tokens", "created_at"],
                database
            )
        }
        #expect(rows.count == 4)  // The fifth prompt names no model.
        #expect(rows.last == "4: 4, 'p3', 'o0', 3, 0.25, 103, 1752056052")
    }

    @Test func `a score of our own comes before one of another tool`() throws {
        let library = try OldLibrary(.s1, prompts: 6)
        let outcome = try library.store(isReadOnly: false).make(.rate(promptID: "p1", rating: 5))
        try migrate(library)
        #expect(try library.store().dossier(of: "p1").detail.score == outcome.score)
        #expect(try library.store().dossier(of: "p5").detail.score == .number(0.5))
    }

    @Test(arguments: Generation.allCases)
    func `the browser shows the same afterwards`(generation: Generation) throws {
        let library = try OldLibrary(generation)
        func face() throws -> [String] {
            let store = try library.store()
            var lines: [String] = []
            for key in PromptOrder.Key.allCases where key != .score && key != .usage {
                let request = PageRequest(order: PromptOrder(key), anchor: .start, limit: 100)
                lines += try store.page(request, cancellation: Cancellation()).rows.map {
                    "\($0.id) \($0.title) \($0.phase) \($0.rating)"
                }
            }
            for number in 0..<25 {
                let dossier = try store.dossier(of: "p\(number)")
                let detail = dossier.detail
                lines += [
                    "\(detail.content) \(detail.contentBytes) \(detail.tags ?? "") \(detail.model) \(detail.provider)",
                    "\(detail.persona ?? "") \(detail.context ?? "") \(detail.parentID ?? "") \(detail.versionCount)",
                    "\(String(describing: detail.createdAt)) \(detail.usageCount.unlessZero) \(detail.further)",
                    "\(dossier.feedback) \(dossier.metrics.responseTimes) \(dossier.metrics.meanTokens ?? 0)",
                    "\(dossier.metrics.generation.map { $0.model.isEmpty ? "" : "\($0)" } ?? "")",
                    "\(dossier.metrics.histogram) \(dossier.metrics.runs)",
                ]
                lines.append("\(try store.history(of: detail.id, cancellation: Cancellation()))")
                let lineage = try store.lineage(of: detail.id, extent: 3, cancellation: Cancellation())
                lines += lineage.rows.map { row in
                    guard case .prompt(let prompt) = row.content else { return "\(row)" }
                    return "\(row.relation) \(prompt.id) \(prompt.title)"
                }
            }
            return lines
        }
        let before = try face()
        try migrate(library)
        let after = try face()
        #expect(before.count == after.count)
        for (line, then) in zip(after, before) { #expect(line == then) }
    }

    @Test func `only another prompt is a parent in a migrated file where each names itself`() throws {
        let library = try OldLibrary(.s2, prompts: 4)
        try migrate(library)
        try library.sql { try $0.execute(sql: "UPDATE prompts SET parent_id = 'p0' WHERE id = 'p2'") }
        let store = try library.store()
        #expect(try store.dossier(of: "p1").detail.parentID == nil)
        #expect(try store.dossier(of: "p2").detail.parentID == "p0")
        #expect(try store.lineage(of: "p0", extent: 3, cancellation: Cancellation()).rows.count == 2)
        try library.sql { database in
            try UniformFace.renew(on: database)
            let statement = try database.makeStatement(sql: "EXPLAIN QUERY PLAN " + LineageQueries.children)
            statement.setUncheckedArguments(StatementArguments())
            let plan = try Row.fetchAll(statement).map { $0["detail"] as String }
            #expect(plan.contains("SEARCH t USING INDEX pa_prompts_other_parent (<expr>=?)"), "\(plan)")
        }
    }

    @Test func `steps that are repeated fill in only what is missing`() throws {
        let library = try OldLibrary(.s1, prompts: 9)
        try migrate(library)
        try library.sql { database in
            try database.execute(
                sql: """
                    UPDATE prompts SET persona = 'writing', effectiveness_score = 0.125;
                    UPDATE prompts SET persona = NULL WHERE id = 'p3'
                    """
            )
        }
        let report = try migrate(library, batchSize: 2)
        #expect(report.steps.map(\.work.rows) == [1, 0, 0, 0, 0, 0, 0, 0])
        #expect(
            report.steps.allSatisfy { $0.work.columns.isEmpty && $0.work.tables.isEmpty && $0.work.indexes.isEmpty }
        )
        #expect(
            try library.sql { try rows("prompts", ["persona", "effectiveness_score"], $0) }[2...4]
                == ["3: 'writing', 0.125", "4: 'code', 0.125", "5: 'writing', 0.125"]
        )
    }

    @Test(arguments: Generation.allCases)
    func `the size of a batch changes nothing`(generation: Generation) throws {
        let reports = try [1, 1000].map { size in
            let library = try OldLibrary(generation)
            let report = try migrate(library, batchSize: size)
            return try (report.steps.map(\.work), library.sql { try contents($0).mapValues(\.rows) })
        }
        #expect(reports[0].0 == reports[1].0)
        for (table, rows) in reports[0].1 where !["pa_migrations", "database_config"].contains(table) {
            #expect(reports[1].1[table] == rows)
        }
    }

    @Test func `a file in which a table has the name of the documentation and other columns is completed`() throws {
        let library = try OldLibrary(.s0)
        try library.sql { database in
            try database.execute(
                sql: """
                    CREATE TABLE learning_patterns (Pattern_Type TEXT, rowid TEXT, own BLOB);
                    INSERT INTO learning_patterns VALUES ('a', 'row', x'00ff'), (2, NULL, 2.5);
                    CREATE TABLE user_feedback (prompt_id TEXT, rating TEXT, PRIMARY KEY (prompt_id, rating));
                    INSERT INTO user_feedback VALUES ('p1', 'good');
                    CREATE TABLE other (a PRIMARY KEY, b) WITHOUT ROWID;
                    INSERT INTO other VALUES (1, x'01')
                    """
            )
        }
        try migrate(library)
        try library.sql { database in
            let columns = try database.columns(in: "learning_patterns").map(\.name)
            #expect(columns.prefix(4) == ["Pattern_Type", "rowid", "own", "id"])
            #expect(try String.fetchAll(database, sql: "SELECT own FROM learning_patterns").count == 2)
        }
        #expect(try library.store().dossier(of: "p1").feedback.map(\.rating) == [.text("good")])
    }

    @Test func `a new library has been through all steps`() throws {
        let library = try ScratchLibrary()
        #expect(try library.sql { try MigrationSteps.recorded(in: $0) } == MigrationSteps.all.map(\.name))
        let names = MigrationSteps.all.map(\.name)
        #expect(Set(names).count == names.count && names == names.sorted())
        _ = try library.store()
    }
}
