import Foundation
import GRDB
import PromptTestSupport
import Testing

@testable import PromptStore

/// Tasks about the program's own statements, and about scores.
struct FigureTaskTests {
    private let library: ScratchLibrary

    init() throws { library = try ScratchLibrary() }

    private func maintenance(_ generation: Generation) throws -> Maintenance {
        let path = library.directory.file("old.db")
        try generation.create(at: path)
        return Maintenance(path: path, isReadOnly: false, dataDirectory: library.dataDirectory)
    }

    @Test func `plans are listed, and an index that is missing is advised`() throws {
        try library.addPrompt("a")
        let whole = try library.perform(.analyze)
        #expect(whole.outcome == .done && whole.findings.isEmpty)
        #expect(whole.table("plans")?.rows.count == NamedQuery.browsing.count)
        #expect(try library.rows("sqlite_stat1").isEmpty == false)
        try library.execute("DROP INDEX pa_prompts_parent_id")
        let report = try library.perform(.analyze)
        #expect(report.outcome == .advice)
        #expect(report.findings.first?.text.contains("pa_prompts_parent_id on prompts is missing") == true)
    }

    @Test func `statements are timed on what the library holds, with their plans`() throws {
        try library.sql { try DemoLibrary(now: Int(ScratchLibrary.now)).insert(into: $0) }
        let before = try Data(contentsOf: URL(fileURLWithPath: library.path))
        let report = try library.perform(.performance, isReadOnly: true)
        let rows = try #require(report.table("statements")?.rows)
        #expect(rows.count > 15)
        for row in rows {
            guard case .seconds(let median) = row[2], case .seconds(let high) = row[3] else {
                return #expect(Bool(false), "\(row)")
            }
            #expect(median > 0 && median <= high)
        }
        #expect(rows.contains { $0[0] == .text("first page by created") && $0[4] != .text("") })
        #expect(try Data(contentsOf: URL(fileURLWithPath: library.path)) == before)
    }

    @Test(arguments: Generation.allCases)
    func `files of every generation are analyzed, timed and rescored`(generation: Generation) throws {
        let maintenance = try maintenance(generation)
        for task in [MaintenanceTask.performance, .analyze, .rescore, .statistics] {
            _ = try maintenance.perform(task, cancellation: Cancellation()) { _ in }
        }
        #expect(try maintenance.lastRuns().count == 3)
    }

    @Test func `scores are computed with the ages that ratings have today`() throws {
        try library.addPrompt("a")
        try library.addPrompt("unrated", ["effectiveness_score": 0.3])
        _ = try library.store().make(.rate(promptID: "a", rating: 5))
        let later = ScratchLibrary.now + 360 * 86_400
        let report = try library.maintenance(now: later).perform(.rescore, cancellation: Cancellation()) { _ in }
        #expect(report.value("scores") == .count(1) && report.value("changed") == .count(1))
        let score = try library.sql {
            try Double.fetchOne($0, sql: "SELECT effectiveness_score FROM prompts WHERE id = 'a'")
        }
        // (4 * 0.5 + 0.25) / 4.25
        #expect(abs((score ?? 0) - 2.25 / 4.25) < 1e-9)
        #expect(
            try library.sql {
                try Double.fetchOne($0, sql: "SELECT effectiveness_score FROM prompts WHERE id = 'unrated'")
            } == 0.3
        )
    }

    @Test func `rescoring that is cancelled leaves every score right for its moment`() throws {
        try library.sql { database in
            for number in 0..<1200 {
                try ScratchLibrary.addPrompt("p\(number)", in: database)
                try database.execute(
                    sql: "INSERT INTO user_feedback (prompt_id, rating) VALUES (?, 4)",
                    arguments: ["p\(number)"]
                )
            }
        }
        #expect(throws: StoreError.cancelled) { try library.perform(.rescore, cancelledAt: "Computing scores") }
        #expect(
            try library.perform(.integrityCheck(isQuick: false), isReadOnly: true).findings.filter {
                $0.text.hasPrefix("scores")
            }.isEmpty
        )
        #expect(try library.perform(.rescore).value("scores") == .count(1200))
    }
}

/// Files with triggers of unknown origin.
struct MaintenanceAdmissionTests {
    @Test func `nothing is written to a file with triggers of unknown origin until they are allowed`() throws {
        let library = try ScratchLibrary()
        try library.execute("CREATE TRIGGER spy AFTER INSERT ON prompts BEGIN DELETE FROM metrics; END")
        let maintenance = library.maintenance()
        let error = #expect(throws: StoreError.self) {
            try maintenance.perform(.optimize, cancellation: Cancellation()) { _ in }
        }
        guard case .foreignObjects(_, let objects) = error else { return #expect(Bool(false), "\(error as Any)") }
        maintenance.allow(objects)
        _ = try maintenance.perform(.optimize, cancellation: Cancellation()) { _ in }
    }
}
