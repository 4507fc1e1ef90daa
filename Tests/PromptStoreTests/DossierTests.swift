import Foundation
import GRDB
import Testing

@testable import PromptStore

/// One prompt in full, by a small case that can be checked by hand.
struct DossierTests {
    private let library: ScratchLibrary

    init() throws {
        library = try ScratchLibrary()
        try library.addPrompt(
            "a",
            [
                "content": "Write a haiku.", "phase": "coagulatio", "provider": "anthropic", "model": "claude",
                "persona": "writing", "tags": "verse,short", "context": "from a talk",
                "embedding": Data(repeating: 0, count: 256), "embedding_model": "small", "embedding_dimensions": 64,
                "created_at": "2026-05-01 10:00:00", "updated_at": "2026-05-02T10:00:00Z", "parent_id": "p",
                "variant_of": "v", "effectiveness_score": 0.75, "usage_count": 12,
            ]
        )
    }

    private func dossier(_ session: String = "this-session") throws -> PromptDossier {
        try library.store(session: session).dossier(of: "a")
    }

    @Test func everyFieldOfThePromptIsThere() throws {
        for reason in ["first", "second"] {
            try library.execute(
                "INSERT INTO enhancement_history (prompt_id, updated_content, update_reason) VALUES ('a', 'x', ?)",
                [reason]
            )
        }
        let detail = try dossier().detail
        #expect(detail.id == "a" && detail.content == "Write a haiku." && detail.contentBytes == 14)
        #expect(detail.phase == "coagulatio" && detail.provider == "anthropic" && detail.model == "claude")
        #expect(detail.persona == "writing" && detail.tags == "verse,short" && detail.context == "from a talk")
        #expect(detail.parentID == "p" && detail.variantOf == "v" && detail.versionCount == 2)
        #expect(detail.score == .number(0.75) && detail.usageCount == .number(12))
        #expect(detail.createdAt == Timestamp(text: "2026-05-01 10:00:00"))
        #expect(detail.updatedAt == Timestamp(text: "2026-05-02T10:00:00Z"))
        #expect(detail.embedding == .init(bytes: 256, model: "small", dimensions: .number(64)))
    }

    @Test func aPromptOfFewFieldsHasTheOthersEmpty() throws {
        try library.addPrompt("bare", ["created_at": nil, "updated_at": nil, "usage_count": nil])
        let detail = try library.store().dossier(of: "bare").detail
        #expect(detail.persona == nil && detail.tags == nil && detail.context == nil && detail.embedding == nil)
        #expect(detail.createdAt == nil && detail.updatedAt == nil && detail.usageCount == .none)
        #expect(detail.parentID == nil && detail.variantOf == nil && detail.versionCount == 0)
        #expect(try library.store().dossier(of: "bare").metrics == MetricsSummary())
        #expect(try library.store().dossier(of: "bare").feedback.isEmpty)
    }

    @Test func aPromptThatIsGoneIsSaidToBe() throws {
        let store = try library.store()
        #expect(throws: StoreError.promptGone(id: "b")) { try store.dossier(of: "b") }
    }

    @Test func runsAreSummedUp() throws {
        let times: [Int?] = [300, 100, 200, 1000, 500, 400, 900, 600, 700, 800, nil]
        for (index, time) in times.enumerated() {
            try library.execute(
                """
                INSERT INTO metrics (prompt_id, response_time_ms, token_usage, success_rate, created_at)
                VALUES ('a', ?, ?, ?, '2026-05-04 12:00:00')
                """,
                [time, index < 2 ? 100 + index * 50 : nil, index < 4 ? [1.0, 0.5, 0.5, 0.8][index] : nil]
            )
        }
        let metrics = try dossier().metrics
        #expect(metrics.runs == 11)
        #expect(metrics.responseTimes == [300, 100, 200, 1000, 500, 400, 900, 600, 700, 800])
        #expect(metrics.responseTime(percentile: 0.5) == 500)
        #expect(metrics.responseTime(percentile: 0.95) == 1000)
        #expect(metrics.responseTime(percentile: 0) == 100)
        #expect(metrics.responseTime(percentile: 1) == 1000)
        #expect(metrics.meanTokens == 125)
        #expect(metrics.successCount == 4)
        #expect(abs(try #require(metrics.successRate) - 0.7) < 1e-12)
        #expect(metrics.score == .number(0.75))
        // 1.64 * sqrt(0.75 * 0.25 / (4 + 4 * 0.5 + 1))
        #expect(abs(try #require(metrics.spread) - 0.268_41) < 0.000_01)
        #expect(MetricsSummary().responseTime(percentile: 0.5) == nil)
    }

    @Test func ratingsMakeAHistogram() throws {
        for (session, rating) in [5, 5, 4, 2, 5].enumerated() {
            try library.addRating(rating, of: "a", session: "\(session)")
        }
        try library.addRating(1, of: "a", session: "4", daysAgo: 1)  // Its session has a newer one.
        try library.execute("INSERT INTO metrics (prompt_id, user_rating) VALUES ('a', 3)")
        let metrics = try dossier().metrics
        #expect(metrics.histogram == [0, 1, 1, 1, 3])
        #expect(metrics.ratingCount == 6)
        #expect(metrics.meanRating == 4)
        #expect(MetricsSummary().meanRating == nil)
    }

    @Test func theNewestGenerationIsShown() throws {
        for model in ["old", "new"] {
            try library.execute(
                """
                INSERT INTO model_metadata (prompt_id, generation_model, temperature, max_tokens, input_tokens,
                  output_tokens) VALUES ('a', ?, 0.7, 1024, 12, 345)
                """,
                [model]
            )
        }
        let expected = MetricsSummary.Generation(
            model: "new",
            temperature: .number(0.7),
            maxTokens: .number(1024),
            inputTokens: .number(12),
            outputTokens: .number(345)
        )
        #expect(try dossier().metrics.generation == expected)
    }

    @Test func feedbackComesNewestFirstFromBothTables() throws {
        try library.addRating(4, of: "a", session: "this-session", daysAgo: 1)
        try library.addRating(2, of: "a", session: nil, daysAgo: 3)
        try library.execute(
            "INSERT INTO user_feedback (prompt_id, feedback_text, created_at) VALUES ('a', 'undated', NULL)"
        )
        let day = ScratchLibrary.date(daysAgo: 2)
        try library.execute(
            "INSERT INTO metrics (prompt_id, user_rating, feedback, created_at) VALUES ('a', 5, 'fast', ?)",
            [day]
        )
        try library.execute("INSERT INTO metrics (prompt_id, token_usage) VALUES ('a', 5)")
        let feedback = try dossier().feedback
        #expect(feedback.map(\.rating) == [.number(4), .number(5), .number(2), .none])
        #expect(feedback.map(\.text) == [nil, "fast", nil, "undated"])
        #expect(feedback.map(\.source) == [.feedback, .metrics, .feedback, .feedback])
        #expect(feedback.map(\.isOwn) == [true, false, false, false])
        #expect(feedback.map { $0.createdAt?.stored } == [1, 2, 3].map { ScratchLibrary.date(daysAgo: $0) } + [nil])
    }
}
