/// An invented library of about 400 prompts, as one person might have collected them in 18 months.
///
/// The same seed and moment give equal values; another moment only shifts the times. Every list is in the order of time, oldest first.
struct DemoLibrary: Equatable, Sendable {
    /// Rows of `prompts`.
    let prompts: [Prompt]
    /// Rows of `model_metadata`, at most one for each prompt.
    let generations: [Generation]
    /// Rows of `metrics`, one for each run.
    let metrics: [Metric]
    /// Rows of `enhancement_history`: earlier texts.
    let enhancements: [Enhancement]
    /// Rows of `learning_patterns`.
    let patterns: [Pattern]
    /// Rows of `user_feedback`.
    let feedback: [Feedback]

    /// Invents the library.
    ///
    /// - Parameters:
    ///   - seed: chooses among libraries.
    ///   - now: seconds since 1970; the newest prompt is some minutes older, the oldest 18 months.
    init(seed: UInt64 = 0x616C_6368_656D_7921, now: Int) {
        var grower = DemoGrower(seed: seed, now: now)
        grower.growLibrary()
        let order = grower.nodes.indices.sorted { grower.nodes[$0].created < grower.nodes[$1].created }
        var recorder = DemoRecorder(nodes: grower.nodes, now: now, random: grower.random)
        for index in order { recorder.record(index) }
        prompts = recorder.prompts
        generations = recorder.generations
        metrics = recorder.metrics.sorted { $0.createdAt < $1.createdAt }
        enhancements = recorder.enhancements.sorted { $0.createdAt < $1.createdAt }
        feedback = recorder.feedback.sorted { $0.createdAt < $1.createdAt }
        patterns = Pattern.samples(now: now)
    }

    /// A prompt.
    struct Prompt: Equatable, Sendable {
        /// A UUID in lower case.
        let id: String
        let content: String
        /// `prima-materia`, `solutio` or `coagulatio`.
        let phase: String
        let provider: String
        let model: String
        /// `code`, `writing`, `analysis` or `generic`.
        let persona: String
        /// Separated by commas.
        let tags: String
        let context: String?
        /// 64 little-endian 32-bit floats of length 1.
        let embedding: [UInt8]?
        /// Nil exactly where there is no embedding.
        let embeddingModel: String?
        /// 64; nil exactly where there is no embedding.
        let embeddingDimensions: Int?
        /// Seconds since 1970.
        let createdAt: Int
        /// Seconds since 1970.
        let updatedAt: Int
        let parentID: String?
        let variantOf: String?
        /// Whether a score has followed from its ratings.
        let isScored: Bool
        /// Never negative.
        let usageCount: Int
    }

    /// How a prompt came about.
    struct Generation: Equatable, Sendable {
        let promptID: String
        let generationModel: String
        /// The sum of the next two.
        let totalTokens: Int
        let inputTokens: Int
        let outputTokens: Int
        /// 0...1.
        let temperature: Double
        /// Tokens.
        let maxTokens: Int
        /// Seconds since 1970.
        let createdAt: Int
    }

    /// One run of a prompt.
    struct Metric: Equatable, Sendable {
        let promptID: String
        /// Tokens.
        let tokenUsage: Int
        /// Milliseconds, 300...15000.
        let responseTimeMs: Int
        /// 0...1.
        let successRate: Double
        /// 1...5.
        let userRating: Int?
        let feedback: String?
        /// Seconds since 1970.
        let createdAt: Int
    }

    /// An earlier text of a prompt.
    struct Enhancement: Equatable, Sendable {
        let promptID: String
        let updatedContent: String
        let updateReason: String
        /// A person or a model.
        let updatedBy: String?
        /// Seconds since 1970.
        let createdAt: Int
    }

    /// Something learned from many prompts.
    struct Pattern: Equatable, Sendable {
        let patternType: String
        /// A JSON object.
        let patternData: String
        /// 0...1.
        let confidenceScore: Double
        let usageCount: Int
        /// Seconds since 1970.
        let createdAt: Int
        /// Seconds since 1970.
        let updatedAt: Int
    }

    /// What somebody said about a prompt.
    struct Feedback: Equatable, Sendable {
        let promptID: String
        /// 1...5.
        let rating: Int?
        /// `rating`, `comment` or `helpful`.
        let feedbackType: String
        let feedbackText: String?
        let sessionID: String
        /// Seconds since 1970.
        let createdAt: Int
    }
}
