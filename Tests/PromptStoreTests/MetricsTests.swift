import Foundation
import PromptTestSupport
import Testing

@testable import PromptStore

/// Sums of what runs of prompts have been measured to do.
struct MetricsTests {
    @Test func `runs are added up by phase and provider, and each prompt's score counts once`() throws {
        let library = try ScratchLibrary()
        try library.addPrompt("a", ["effectiveness_score": 0.8])
        try library.addPrompt("b", ["effectiveness_score": 0.4, "provider": "ollama"])
        try library.addPrompt("c", ["phase": "coagulatio"])
        try library.execute(
            """
            INSERT INTO metrics (prompt_id, token_usage, response_time_ms, success_rate, user_rating) VALUES
              ('a', 100, 1000, 1.0, 5), ('a', 200, 3000, 0.5, NULL), ('b', 'many', NULL, NULL, NULL)
            """
        )
        let report = try library.store(isReadOnly: true).metrics(of: .all, cancellation: Cancellation())
        #expect(report.value("prompts") == .count(3))
        #expect(report.value("runs") == .count(3))
        let phases = try #require(report.table("phases"))
        #expect(phases.columns.count == phases.rows.first?.count)
        #expect(
            phases.rows.first == [
                .text("solutio"), .count(2), .count(3), .number((0.8 + 0.4) / 2), .number(5), .number(0.75),
                .seconds(2),
                .number(150),
            ]
        )
        #expect(phases.rows.last?.prefix(3) == [.text("coagulatio"), .count(1), .count(0)])
        #expect(report.table("providers")?.rows.count == 2)
        let one = try library.store().metrics(of: PromptQuery("phase:coagulatio"), cancellation: Cancellation())
        #expect(one.value("prompts") == .count(1))
    }

    @Test(arguments: Generation.allCases)
    func `files of every generation are added up`(generation: Generation) throws {
        let directory = try TemporaryDirectory()
        let path = directory.file("prompts.db")
        try generation.create(at: path)
        let report = try PromptStore(path: path, isReadOnly: true).metrics(of: .all, cancellation: Cancellation())
        #expect(report.table("phases")?.rows.isEmpty == true)
    }
}
