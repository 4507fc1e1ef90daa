import Foundation
import GRDB

extension PromptStore {
    /// Creates a library of some 400 generated prompts, to look around in.
    ///
    /// - Parameters:
    ///   - path: where there is no file yet.
    ///   - now: seconds since 1970; the newest prompt is a few minutes older.
    public static func createDemo(at path: String, now: Int) throws(StoreError) {
        try create(at: path)
        let library = DemoLibrary(now: now)
        try StoreError.translating(path: path) {
            let queue = try DatabaseQueue(path: path, configuration: Connections.configuration(busySeconds: 5))
            try queue.write { try library.insert(into: $0) }
            try queue.writeWithoutTransaction { try LibrarySchema.addOwnTables(to: $0) }
            try queue.write { database in
                let rescoring = Rescoring(database: database, now: Double(now))
                for prompt in library.prompts where prompt.isScored { try rescoring.rescore(prompt.id) }
            }
            try queue.close()
        }
    }
}

extension DemoLibrary {
    func insert(into database: Database) throws {
        for prompt in prompts {
            try Self.insert(
                "prompts",
                prompt.id,
                prompt.content,
                prompt.phase,
                prompt.provider,
                prompt.model,
                prompt.persona,
                prompt.tags,
                prompt.context,
                prompt.embedding.map { Data($0) },
                prompt.embeddingModel,
                prompt.embeddingDimensions,
                Self.date(prompt.createdAt),
                Self.date(prompt.updatedAt),
                prompt.parentID,
                prompt.variantOf,
                0.0,
                prompt.usageCount,
                into: database
            )
        }
        for row in generations {
            try Self.insert(
                "model_metadata",
                nil,
                row.promptID,
                row.generationModel,
                row.totalTokens,
                row.inputTokens,
                row.outputTokens,
                row.temperature,
                row.maxTokens,
                Self.date(row.createdAt),
                into: database
            )
        }
        for row in metrics {
            try Self.insert(
                "metrics",
                nil,
                row.promptID,
                row.tokenUsage,
                row.responseTimeMs,
                row.successRate,
                row.userRating,
                row.feedback,
                Self.date(row.createdAt),
                into: database
            )
        }
        for row in enhancements {
            try Self.insert(
                "enhancement_history",
                nil,
                row.promptID,
                row.updatedContent,
                row.updateReason,
                row.updatedBy,
                Self.date(row.createdAt),
                into: database
            )
        }
        for row in patterns {
            try Self.insert(
                "learning_patterns",
                nil,
                row.patternType,
                row.patternData,
                row.confidenceScore,
                row.usageCount,
                Self.date(row.createdAt),
                Self.date(row.updatedAt),
                into: database
            )
        }
        for row in feedback {
            try Self.insert(
                "user_feedback",
                nil,
                row.promptID,
                row.rating,
                row.feedbackType,
                row.feedbackText,
                row.sessionID,
                Self.date(row.createdAt),
                into: database
            )
        }
    }

    private static func date(_ seconds: Int) -> String { Timestamp.text(seconds: seconds) }

    private static func insert(_ table: String, _ values: (any DatabaseValueConvertible)?..., into database: Database)
        throws
    {
        let places = Array(repeating: "?", count: values.count).joined(separator: ", ")
        let statement = try database.cachedStatement(sql: "INSERT INTO \(table) VALUES (\(places))")
        try statement.execute(arguments: StatementArguments(values))
    }
}
