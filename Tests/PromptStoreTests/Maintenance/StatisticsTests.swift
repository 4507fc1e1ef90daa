import Foundation
import PromptTestSupport
import Testing

@testable import PromptStore

/// What the library holds, in figures that are true.
struct StatisticsTests {
    @Test func `prompts, embeddings, phases, models and times are counted`() throws {
        let library = try ScratchLibrary()
        try library.addPrompt("a", ["embedding": Data(count: 8), "embedding_model": "m", "created_at": "2024-01-01"])
        try library.addPrompt("b", ["phase": "coagulatio", "created_at": "2026-01-01"])
        try library.addPrompt("c", ["phase": "coagulatio", "created_at": "2025-01-01"])
        let report = try library.perform(.statistics, isReadOnly: true)
        #expect(report.headline == "The library holds 3 prompts.")
        #expect(report.value("embeddings") == .count(1))
        #expect(report.value("oldest") == .moment(Timestamp(text: "2024-01-01")))
        #expect(report.value("newest") == .moment(Timestamp(text: "2026-01-01")))
        #expect(report.table("phases")?.rows == [[.text("coagulatio"), .count(2)], [.text("solutio"), .count(1)]])
        #expect(report.table("embeddings")?.rows == [[.text("m"), .count(1), .bytes(8)]])
    }

    @Test func `each table and index is listed with its bytes, which make up the file`() throws {
        let library = try ScratchLibrary()
        for number in 0..<100 { try library.addPrompt("p\(number)") }
        let report = try library.perform(.statistics, isReadOnly: true)
        let rows = try #require(report.table("tables and indexes")?.rows)
        #expect(rows.contains { $0.prefix(3) == [.text("prompts"), .text("table"), .count(100)] })
        let bytes = rows.reduce(0) { sum, row in
            guard case .bytes(let bytes) = row[3] else { return sum }
            return sum + bytes
        }
        #expect(report.value("size") == .bytes(bytes))
    }

    @Test(arguments: Generation.allCases)
    func `files of every generation are measured, and stay as they are`(generation: Generation) throws {
        let directory = try TemporaryDirectory()
        let path = directory.file("prompts.db")
        try generation.create(at: path)
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        let maintenance = Maintenance(path: path, isReadOnly: true, dataDirectory: directory.path)
        let report = try maintenance.perform(.statistics, cancellation: Cancellation()) { _ in }
        #expect(report.value("prompts") == .count(0))
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test func `the library remembers when a task ran last, where it holds something of ours`() throws {
        let library = try ScratchLibrary()
        try library.addPrompt("a")
        _ = try library.perform(.statistics)
        #expect(try library.maintenance().lastRuns().isEmpty)
        _ = try library.store().make(.rate(promptID: "a", rating: 4))
        _ = try library.perform(.statistics)
        let run = try #require(try library.maintenance().lastRuns()[.statistics])
        #expect(run.outcome == .done && run.endedAt.seconds == ScratchLibrary.now)
    }
}
