import GRDB
import Testing

@testable import PromptStore

/// A step that does what no step may do is found out, whatever it has done.
struct MigrationCheckTests {
    private static let misdeeds: [(sql: String, check: String, found: String)] = [
        ("UPDATE prompts SET tags = 'x' WHERE id = 'p3'", "old values", "values of prompts.tags"),
        ("UPDATE prompts SET tags = NULL WHERE id = 'p3'", "old values", "values of prompts.tags"),
        ("UPDATE prompts SET parent_id = 'p1' WHERE id = 'p0'", "old values", "values of prompts.parent_id"),
        ("UPDATE prompts SET content = CAST(content AS BLOB)", "old values", "values of prompts.content"),
        ("UPDATE prompts SET content = content || '' WHERE id = 'p1'", "", ""),
        ("DELETE FROM metrics WHERE id = 'a'", "old values", "rows of metrics"),
        ("INSERT INTO metrics (id, prompt_id) VALUES ('new', 'p1')", "old values", "rows of metrics"),
        (
            "UPDATE metrics SET token_usage = 250 - token_usage WHERE prompt_id = 'p1'", "old values",
            "values of metrics.token_usage"
        ),
        ("DROP TABLE context", "old values", "rows of context"),
        ("ALTER TABLE prompts RENAME COLUMN tags TO labels", "old values", "values of prompts.tags"),
        (
            "UPDATE sqlite_sequence SET seq = 3; CREATE TABLE k (p REFERENCES prompts(id)); INSERT INTO k VALUES ('no')",
            "foreign keys", "rows name one that is missing"
        ),
    ]

    @Test(arguments: misdeeds.indices)
    func `whatever is not as before is named`(index: Int) throws {
        let (sql, check, found) = Self.misdeeds[index]
        let library = try OldLibrary(.s0)
        let misdeed = MigrationStep(name: "misdeed", summary: "") { try $0.database.execute(sql: sql) }
        let queue = try Connections.openWriter(path: library.path)
        let fault = try queue.writeWithoutTransaction { database -> StoreError? in
            do {
                try database.inTransaction(.immediate) {
                    _ = try Migration(
                        path: library.path,
                        steps: MigrationSteps.all + [misdeed],
                        batchSize: 10,
                        tell: { _, _, _ in }
                    ).run(on: database)
                    return .commit
                }
                return nil
            } catch let error as StoreError {
                return error
            }
        }
        guard !check.isEmpty else { return #expect(fault == nil) }
        guard case .notAsBefore(library.path, check, let finding) = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
        #expect(finding.contains(found), "\(finding)")
        #expect(try library.sql { try MigrationSteps.pending(in: $0) }.count == MigrationSteps.all.count)
    }
}
