import Foundation
import GRDB

extension PromptStore {
    /// Reads one prompt in full, with what is known of its performance and what was said about it.
    ///
    /// - Throws: `StoreError.promptGone` where there is none of this id.
    public func dossier(of id: String) throws(StoreError) -> PromptDossier {
        try connections.read(.dossier) { database in
            PromptDossier(
                detail: try PromptQueries.detail(id, in: database),
                metrics: try PromptQueries.metrics(id, in: database, now: now),
                feedback: try PromptQueries.feedback(id, in: database, session: sessionID)
            )
        }
    }
}

/// All that the panes beside the list show of one prompt, from one moment of the file.
public struct PromptDossier: Equatable, Sendable {
    /// Its fields.
    public let detail: PromptDetail
    /// How well it does.
    public let metrics: MetricsSummary
    /// What was said, newest first.
    public let feedback: [FeedbackEntry]
}

/// The statements about one prompt.
enum PromptQueries {
    static let detail = """
        SELECT id, substr(CAST(content AS BLOB), 1, \(PromptDetail.longestText)) AS content,
          length(CAST(content AS BLOB)) AS content_bytes, \(RowQueries.bytes("phase")),
          \(RowQueries.bytes("provider")), \(RowQueries.bytes("model")), \(RowQueries.bytes("persona")),
          \(RowQueries.bytes("tags")), \(RowQueries.bytes("context")), effectiveness_score, usage_count, created_at, updated_at, parent_id, variant_of,
          length(embedding) AS embedding_bytes, \(RowQueries.bytes("embedding_model")), embedding_dimensions,
          (SELECT count(*) FROM enhancement_history h WHERE h.prompt_id = prompts.id) AS versions
        FROM prompts WHERE id = ?
        """
    static let ratings = """
        SELECT id, rating, session_id, created_at FROM user_feedback
        WHERE prompt_id = ? AND rating IS NOT NULL ORDER BY created_at DESC, id DESC LIMIT 5000
        """
    static let metrics = """
        SELECT token_usage, response_time_ms, success_rate, user_rating, created_at FROM metrics
        WHERE prompt_id = ? ORDER BY id DESC LIMIT \(MetricsSummary.longestSeries)
        """
    static let generation = """
        SELECT \(RowQueries.bytes("generation_model")), temperature, max_tokens, input_tokens, output_tokens FROM model_metadata
        WHERE prompt_id = ? ORDER BY id DESC LIMIT 1
        """
    static let feedback = """
        SELECT id, rating, \(RowQueries.bytes("feedback_text", as: "text")), session_id, created_at FROM user_feedback
        WHERE prompt_id = ? ORDER BY id DESC LIMIT \(FeedbackEntry.longestList)
        """
    static let metricFeedback = """
        SELECT id, user_rating AS rating, \(RowQueries.bytes("feedback", as: "text")), created_at FROM metrics
        WHERE prompt_id = ? AND (user_rating IS NOT NULL OR feedback IS NOT NULL)
        ORDER BY id DESC LIMIT \(FeedbackEntry.longestList)
        """

    static let score = "SELECT effectiveness_score AS score FROM prompts WHERE id = ?"

    static let named = [
        NamedQuery("detail", detail), NamedQuery("ratings", ratings), NamedQuery("metrics", metrics),
        NamedQuery("generation", generation), NamedQuery("feedback", feedback),
        NamedQuery("feedback in metrics", metricFeedback), NamedQuery("score", score),
    ]

    static func detail(_ id: String, in database: Database) throws -> PromptDetail {
        guard let row = try Row.fetchOne(database.cachedStatement(sql: detail), arguments: [id]) else {
            throw StoreError.promptGone(id: id)
        }
        let embedding = (row["embedding_bytes"] as Int?).map {
            PromptDetail.Embedding(
                bytes: $0,
                model: row.text("embedding_model"),
                dimensions: row.number("embedding_dimensions")
            )
        }
        // One generation keeps the vectors outside, and notes here what made them.
        let noted =
            embedding != nil
            ? []
            : ["embedding_model", "embedding_dimensions"].compactMap { name in
                row.text(name).map { PromptDetail.Field(name: name, value: $0) }
            }
        let further = try FurtherFields.read(id, in: database)
        return PromptDetail(
            id: id,
            content: row.text("content") ?? "",
            contentBytes: row["content_bytes"] ?? 0,
            phase: row.text("phase") ?? "",
            provider: row.text("provider") ?? "",
            model: row.text("model") ?? "",
            persona: row.text("persona"),
            tags: row.text("tags"),
            context: row.text("context"),
            score: row.number("effectiveness_score"),
            usageCount: row.number("usage_count"),
            createdAt: row.timestamp("created_at"),
            updatedAt: row.timestamp("updated_at"),
            parentID: row.text("parent_id"),
            variantOf: row.text("variant_of"),
            embedding: embedding,
            versionCount: row["versions"] ?? 0,
            further: noted + further.columns,
            furtherRows: further.rows
        )
    }

    /// The observations that a score rests on: the newest rating per session, ratings and success rates of runs.
    static func evidence(_ id: String, in database: Database, now: Double) throws -> ScoreEvidence {
        var evidence = ScoreEvidence()
        var sessions: Set<String> = []
        var seen: Set<String> = []
        func age(_ moment: Timestamp?) -> Double { (now - (moment?.seconds ?? now)) / 86_400 }
        for row in try Row.fetchAll(database.cachedStatement(sql: ratings), arguments: [id]) {
            guard let rating = row.number("rating").number, (1...5).contains(rating) else { continue }
            seen.insert("\(row.text("created_at") ?? "")=\(rating)")
            if let session = row.text("session_id"), !sessions.insert(session).inserted { continue }
            evidence.ratings.append(((rating - 1) / 4, age(row.timestamp("created_at"))))
        }
        for row in try Row.fetchAll(database.cachedStatement(sql: metrics), arguments: [id]) {
            let moment = row.timestamp("created_at")
            if let success = row.number("success_rate").number, (0...1).contains(success) {
                evidence.successes.append((success, age(moment)))
            }
            if let rating = row.number("user_rating").number, (1...5).contains(rating),
                !seen.contains("\(row.text("created_at") ?? "")=\(rating)")
            {
                evidence.ratings.append(((rating - 1) / 4, age(moment)))
            }
        }
        return evidence
    }

    static func metrics(_ id: String, in database: Database, now: Double) throws -> MetricsSummary {
        var summary = MetricsSummary()
        let evidence = try evidence(id, in: database, now: now)
        for rating in evidence.ratings { summary.histogram[Int((rating.value * 4).rounded())] += 1 }
        let stored = try Row.fetchOne(database.cachedStatement(sql: score), arguments: [id])
        summary.score = stored?.number("score").unlessZero ?? .none
        if let score = summary.score.number, let computed = evidence.weight {
            summary.spread = ScoreEvidence.spread(min(max(score, 0), 1), weight: computed)
        }
        var tokens: [Double] = []
        for row in try Row.fetchAll(database.cachedStatement(sql: metrics), arguments: [id]).reversed() {
            summary.runs += 1
            if let time = row.number("response_time_ms").number { summary.responseTimes.append(time) }
            if let used = row.number("token_usage").number { tokens.append(used) }
        }
        if !tokens.isEmpty { summary.meanTokens = tokens.reduce(0, +) / Double(tokens.count) }
        summary.successCount = evidence.successes.count
        if !evidence.successes.isEmpty {
            summary.successRate =
                evidence.successes.reduce(0) { $0 + $1.value } / Double(evidence.successes.count)
        }
        if let row = try Row.fetchOne(database.cachedStatement(sql: generation), arguments: [id]) {
            summary.generation = .init(
                model: row.text("generation_model") ?? "",
                temperature: row.number("temperature"),
                maxTokens: row.number("max_tokens"),
                inputTokens: row.number("input_tokens"),
                outputTokens: row.number("output_tokens")
            )
        }
        return summary
    }

    static func feedback(_ id: String, in database: Database, session: String) throws -> [FeedbackEntry] {
        let own = try Row.fetchAll(database.cachedStatement(sql: feedback), arguments: [id]).map { row in
            FeedbackEntry(
                id: row["id"],
                source: .feedback,
                rating: row.number("rating"),
                text: row.text("text"),
                createdAt: row.timestamp("created_at"),
                isOwn: row.text("session_id") == session
            )
        }
        let metrics = try Row.fetchAll(database.cachedStatement(sql: metricFeedback), arguments: [id]).map { row in
            FeedbackEntry(
                id: row["id"],
                source: .metrics,
                rating: row.number("rating"),
                text: row.text("text"),
                createdAt: row.timestamp("created_at"),
                isOwn: false
            )
        }
        return (own + metrics).sorted { ($0.createdAt?.seconds ?? 0) > ($1.createdAt?.seconds ?? 0) }
    }
}
