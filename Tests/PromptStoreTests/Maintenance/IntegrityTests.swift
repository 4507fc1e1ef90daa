import Foundation
import GRDB
import PromptTestSupport
import Testing

@testable import PromptStore

/// Damage and what cannot be right are found, told apart and left alone.
struct IntegrityTests {
    private let library: ScratchLibrary

    init() throws { library = try ScratchLibrary() }

    private func texts(_ report: TaskReport) -> [String: [String]] {
        Dictionary(report.findings.map { ($0.text, $0.promptIDs) }) { first, _ in first }
    }

    private func check(isQuick: Bool = false) throws -> TaskReport {
        try library.perform(.integrityCheck(isQuick: isQuick), isReadOnly: true)
    }

    @Test(arguments: [false, true])
    func `the demo library is whole, and has just the oddities that it shows off`(isQuick: Bool) throws {
        try library.sql { try DemoLibrary(now: Int(ScratchLibrary.now)).insert(into: $0) }
        let before = try Data(contentsOf: URL(fileURLWithPath: library.path))
        let report = try check(isQuick: isQuick)
        #expect(report.outcome != .damage, "\(report.findings)")
        #expect(try Data(contentsOf: URL(fileURLWithPath: library.path)) == before)
    }

    @Test func `a library in order has no findings`() throws {
        try library.addPrompt("a", ["tags": "x,y", "created_at": "2025-07-09T10:11:12.5+02:00", "persona": "code"])
        try library.addPrompt(
            "b",
            ["parent_id": "a", "tags": #"["x"]"#, "embedding": Data(count: 8), "embedding_dimensions": 2]
        )
        _ = try library.store().make(.rate(promptID: "a", rating: 4))
        let report = try check()
        #expect(report.outcome == .done && report.findings.isEmpty, "\(report.findings)")
    }

    @Test func `values that cannot be right are listed with their prompts`() throws {
        try library.addPrompt("p", ["phase": "foo", "effectiveness_score": 1.7, "usage_count": -1])
        try library.addPrompt("q", ["provider": "me", "persona": "poet", "usage_count": "many", "tags": "[x"])
        try library.addPrompt("r", ["created_at": "yesterday", "updated_at": "2025-13-01"])
        try library.addPrompt("s", ["embedding": Data(count: 12), "embedding_dimensions": 2])
        try library.addPrompt("t", ["embedding": Data(count: 7)])
        try library.execute("INSERT INTO metrics (prompt_id, user_rating, success_rate) VALUES ('p', 9, -1)")
        let found = texts(try check(isQuick: true))
        #expect(found["prompts: the phase is none of the three"] == ["p"])
        #expect(found["prompts: the score is not between 0 and 1"] == ["p"])
        #expect(found["prompts: the usage count is negative or no number"] == ["p", "q"])
        #expect(found["prompts: the provider is not a known one"] == ["q"])
        #expect(found["prompts: the persona is not a known one"] == ["q"])
        #expect(found["prompts: the tags are neither separated by commas nor a JSON list"] == ["q"])
        #expect(found["prompts: created_at is no date"] == ["r"])
        #expect(found["prompts: updated_at is no date"] == ["r"])
        #expect(found["prompts: the embedding's length contradicts its dimensions"] == ["s"])
        #expect(found["prompts: the embedding is no whole number of four-byte values"] == ["t"])
        #expect(found["metrics: a rating in metrics is not 1 to 5"] == ["p"])
        #expect(found["metrics: a success rate is not between 0 and 1"] == ["p"])
    }

    @Test func `relations that lead nowhere or in circles are listed`() throws {
        try library.addPrompt("self", ["parent_id": "self"])
        try library.addPrompt("orphan", ["parent_id": "gone", "variant_of": "gone"])
        try library.addPrompt("x", ["parent_id": "y"])
        try library.addPrompt("y", ["parent_id": "z"])
        try library.addPrompt("z", ["parent_id": "x"])
        try library.addPrompt("below", ["parent_id": "x"])
        try library.execute("INSERT INTO metrics (prompt_id) VALUES ('nobody')")
        let report = try check(isQuick: true)
        let found = texts(report)
        #expect(found["prompts that name themselves as their parent"] == ["self"])
        #expect(found["prompts whose parent is not in the library"] == ["orphan"])
        #expect(found["prompts whose original is not in the library"] == ["orphan"])
        #expect(found["prompts that are their own ancestors"] == ["x", "y", "z"])
        #expect(found["rows of metrics about prompts that are not there"] == ["nobody"])
        #expect(report.outcome == .advice)
    }

    @Test func `texts that are the same or no texts are listed`() throws {
        try library.addPrompt("one", ["content": "the same"])
        try library.addPrompt("two", ["content": "the same"])
        try library.addPrompt("blob", ["content": Data([1, 2])])
        try library.execute(
            "INSERT INTO prompts (id, content, phase, provider, model) VALUES ('nul', CAST(x'6100' AS TEXT), 'solutio', 'openai', 'm'), ('bad', CAST(x'ff61' AS TEXT), 'solutio', 'openai', 'm')"
        )
        let found = texts(try check())
        #expect(Set(found["prompts whose text another prompt has too"] ?? []) == ["one", "two"])
        #expect(found["prompts: the text has a NUL in it"] == ["nul"])
        #expect(found["prompts: the text is no UTF-8"] == ["bad"])
        #expect(found["prompts: the text is stored as something else"] == ["blob"])
    }

    @Test func `scores and sums that do not follow from the ratings are listed`() throws {
        try library.addPrompt("a")
        _ = try library.store().make(.rate(promptID: "a", rating: 5))
        try library.execute("UPDATE user_feedback SET rating = 1")
        let found = texts(try check())
        #expect(found["scores are not what their ratings give; prompt-alchemy db rescore computes them anew"] == ["a"])
        #expect(found.keys.contains { $0.hasPrefix("the sums of ratings by phase are out of date") })
        _ = try library.perform(.rescore)
        #expect(try check().findings.isEmpty)
    }

    @Test func `a long list is cut, and says how long it is`() throws {
        try library.sql { database in
            for number in 0..<150 {
                try ScratchLibrary.addPrompt("p\(number)", ["phase": "x", "content": "\(number)"], in: database)
            }
        }
        let finding = try #require(try check(isQuick: true).findings.first)
        #expect(finding.count == 150 && finding.promptIDs.count == TaskFinding.mostPrompts)
    }

    @Test(arguments: Generation.allCases)
    func `files of every generation are checked, and stay as they are`(generation: Generation) throws {
        let path = library.directory.file("old.db")
        try generation.create(at: path)
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        let maintenance = Maintenance(path: path, isReadOnly: true, dataDirectory: library.dataDirectory)
        let report = try maintenance.perform(.integrityCheck(isQuick: false), cancellation: Cancellation()) { _ in }
        #expect(report.outcome == .done, "\(report.findings)")
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test func `whatever is damaged, it is reported`() throws {
        try library.sql { try DemoLibrary(now: Int(ScratchLibrary.now)).insert(into: $0) }
        let whole = try Data(contentsOf: URL(fileURLWithPath: library.path))
        var random = DemoRandom(seed: 7)
        var damaged = 0
        for round in 0..<25 {
            var bytes = whole
            for _ in 0..<200 {
                bytes[random.within(100...bytes.count - 1)] ^= UInt8(random.within(1...255))
            }
            try bytes.write(to: URL(fileURLWithPath: library.path))
            do {
                let report = try check(isQuick: round % 2 == 0)
                damaged += report.outcome == .damage ? 1 : 0
            } catch let error as StoreError {
                // What does not even look like a library.
                guard case .otherApplication = error else { return #expect(Bool(false), "\(error)") }
            }
            #expect(try Data(contentsOf: URL(fileURLWithPath: library.path)) == bytes)
        }
        #expect(damaged > 20)
    }

    @Test func `a file that is cut off is damaged`() throws {
        try library.sql { try DemoLibrary(now: Int(ScratchLibrary.now)).insert(into: $0) }
        let whole = try Data(contentsOf: URL(fileURLWithPath: library.path))
        try whole.prefix(whole.count / 2).write(to: URL(fileURLWithPath: library.path))
        let report = try check()
        #expect(report.outcome == .damage)
        #expect(report.findings.first?.text.contains("is cut off") == true)
    }

    @Test(arguments: ["Checking prompts", "Checking the file", "Checking values", "Reading texts"])
    func `it ends when it is asked to`(stage: String) throws {
        try library.sql { try DemoLibrary(now: Int(ScratchLibrary.now)).insert(into: $0) }
        #expect(throws: StoreError.cancelled) {
            try library.perform(.integrityCheck(isQuick: false), cancelledAt: stage)
        }
    }

    @Test func `circles are found, and those that lead into them are no part of them`() {
        #expect(RelationCheck.circular([1: 2, 2: 3, 3: 2, 4: 1]).sorted() == [2, 3])
        #expect(RelationCheck.circular([1: 2, 2: 3]).isEmpty)
        #expect(RelationCheck.circular([1: 2, 2: 1, 3: 4, 4: 3]).sorted() == [1, 2, 3, 4])
    }
}
