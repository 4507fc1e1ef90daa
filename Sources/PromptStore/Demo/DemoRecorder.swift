/// Writes down what happened to each prompt of the demo library.
struct DemoRecorder: Sendable {
    let nodes: [DemoNode]
    /// Seconds since 1970.
    let now: Int
    var random: DemoRandom
    private(set) var prompts: [DemoLibrary.Prompt] = []
    private(set) var generations: [DemoLibrary.Generation] = []
    private(set) var metrics: [DemoLibrary.Metric] = []
    private(set) var enhancements: [DemoLibrary.Enhancement] = []
    private(set) var feedback: [DemoLibrary.Feedback] = []
    private let sessions: [String]

    private static let models: [(provider: String, models: [String])] = [
        ("anthropic", ["claude-sonnet-4-20250514", "claude-3-5-sonnet-20241022", "claude-3-5-haiku-20241022"]),
        ("openai", ["gpt-4o", "gpt-4o-mini", "gpt-4.1", "o4-mini"]),
        ("google", ["gemini-2.5-pro", "gemini-2.5-flash", "gemini-2.0-flash"]),
        ("ollama", ["llama3.1:8b", "qwen2.5-coder:14b", "gemma3:12b", "mistral-nemo"]),
        ("openrouter", ["deepseek/deepseek-chat", "meta-llama/llama-3.3-70b-instruct"]),
        ("anthropic", ["claude-sonnet-4-20250514", "claude-opus-4-20250514"]),
        ("openai", ["gpt-4o", "gpt-4.1"]),
    ]

    init(nodes: [DemoNode], now: Int, random: DemoRandom) {
        var random = random
        sessions = (0..<120).map { _ in random.uuid() }
        self.nodes = nodes
        self.now = now
        self.random = random
    }

    /// Writes down one prompt with all that belongs to it.
    mutating func record(_ index: Int) {
        let node = nodes[index]
        let isShown = node.reception != nil
        let isFavourite = (node.reception?.runs ?? 0) > 18
        let maker = isFavourite ? Self.models[0] : random.pick(Self.models)
        let model = isFavourite ? maker.models[0] : random.pick(maker.models)
        let changed = recordEnhancements(node)
        let ratings = recordFeedback(node)
        let runs = recordRuns(node)
        recordGeneration(node, model: model)
        let isScored = !ratings.isEmpty && (isShown || random.chance(0.93))
        let isEmbedded = isShown || random.chance(0.7)
        let uses = runs == 0 ? (random.chance(0.25) ? 1 + random.below(5) : 0) : runs + extraUses()
        prompts.append(
            DemoLibrary.Prompt(
                id: node.id,
                content: node.text,
                phase: node.phase.rawValue,
                provider: maker.provider,
                model: model,
                persona: node.persona,
                tags: node.tags.joined(separator: ","),
                context: random.chance(0.4) ? random.pick(DemoComments.contexts) : nil,
                embedding: isEmbedded ? node.direction.flatMap(Self.bytes(of:)) : nil,
                embeddingModel: isEmbedded ? "text-embedding-3-small" : nil,
                embeddingDimensions: isEmbedded ? DemoGrower.dimensions : nil,
                createdAt: node.created,
                updatedAt: changed ?? node.created,
                parentID: node.missingParent ?? node.parent.map { nodes[$0].id },
                variantOf: node.variantOf.map { nodes[$0].id },
                isScored: isScored,
                usageCount: uses
            )
        )
    }

    // MARK: - Its history

    /// Notes one run.
    mutating func append(_ metric: DemoLibrary.Metric) {
        metrics.append(metric)
    }

    /// Returns when the prompt was last changed, nil if it never was.
    private mutating func recordEnhancements(_ node: DemoNode) -> Int? {
        let isNotable = (node.reception?.runs ?? 0) > 18
        guard let draft = node.draft, node.phase != .prima, isNotable || random.chance(0.27) else {
            guard random.chance(0.2) else { return nil }
            return node.created + Int(Double(min(now - node.created, 40 * 86_400)) * random.unit())
        }
        var versions: [DemoDraft] = []
        var latest = draft
        let count = 1 + min(random.below(6), random.below(6))
        while versions.count < count, let earlier = latest.earlier {
            versions.append(earlier)
            latest = earlier
        }
        let span = min(now - node.created, 60 * 86_400)
        var moments = versions.map { _ in node.created + Int(Double(span) * (0.05 + 0.9 * random.unit())) }
        moments.sort()
        if let oldest = versions.last {
            enhancements.append(
                DemoLibrary.Enhancement(
                    promptID: node.id,
                    updatedContent: oldest.text,
                    updateReason: "original",
                    updatedBy: nil,
                    createdAt: node.created
                )
            )
        }
        let texts = versions.reversed().dropFirst().map(\.text) + [node.text]
        for (text, moment) in zip(texts, moments) {
            let isModel = random.chance(0.35)
            enhancements.append(
                DemoLibrary.Enhancement(
                    promptID: node.id,
                    updatedContent: text,
                    updateReason: random.pick(DemoComments.reasons),
                    updatedBy: isModel
                        ? random.pick(["claude-sonnet-4-20250514", "gpt-4o", "llama3.1:8b"])
                        : random.pick(["mira", "mira", "mira", "jonas", "tomek", "priya"]),
                    createdAt: moment
                )
            )
        }
        return moments.last
    }

    private mutating func recordGeneration(_ node: DemoNode, model: String) {
        guard node.reception != nil || random.chance(0.9) else { return }
        let input = node.text.utf8.count / 4 + random.within(18...90)
        let output = node.text.utf8.count / 4 + random.within(2...30)
        generations.append(
            DemoLibrary.Generation(
                promptID: node.id,
                generationModel: model,
                totalTokens: input + output,
                inputTokens: input,
                outputTokens: output,
                temperature: random.pick([0, 0.2, 0.3, 0.5, 0.7, 0.7, 0.9]),
                maxTokens: random.pick([512, 1024, 2048, 2048, 4096]),
                createdAt: node.created
            )
        )
    }

    // MARK: - What people thought

    /// Returns the ratings.
    private mutating func recordFeedback(_ node: DemoNode) -> [Int] {
        if let reception = node.reception {
            say(reception.ratings, reception.comments, about: node)
            return reception.ratings
        }
        let share = node.phase == .coagulatio ? 0.6 : node.phase == .solutio ? 0.5 : 0.34
        let isRated = random.chance(share)
        let count = isRated ? 1 + min(random.below(9), random.below(9)) : 0
        let ratings = (0..<count).map { _ in
            min(5, max(1, Int((1 + 4.1 * node.quality + 0.9 * random.bell()).rounded())))
        }
        var comments: [String?] = ratings.map { rating in
            random.chance(0.34) ? DemoComments.comment(on: rating, persona: node.persona, &random) : nil
        }
        if random.chance(isRated ? 0.12 : 0.06) {
            comments.append(DemoComments.comment(on: nil, persona: node.persona, &random))
        }
        var seen: Set<String> = []
        say(ratings, comments.map { comment in comment.flatMap { seen.insert($0).inserted ? $0 : nil } }, about: node)
        return ratings
    }

    /// Notes ratings and comments, each from another session; comments that outnumber the ratings have none.
    private mutating func say(_ ratings: [Int], _ comments: [String?], about node: DemoNode) {
        let count = max(ratings.count, comments.count)
        let voices = random.shuffled(sessions).prefix(count)
        var moments = voices.map { _ in
            node.created + 20 + Int(Double(max(0, min(now - node.created, 150 * 86_400) - 40)) * random.unit())
        }
        moments.sort()
        let isFixed = node.reception != nil && !ratings.isEmpty
        for (index, voice) in voices.enumerated() {
            let rating = index < ratings.count ? ratings[index] : nil
            let commentIndex = isFixed ? index - (count - comments.count) : index
            let comment = comments.indices.contains(commentIndex) ? comments[commentIndex] : nil
            let praise = (rating ?? 0) > 3 && random.chance(0.25)
            guard rating != nil || comment != nil else { continue }
            feedback.append(
                DemoLibrary.Feedback(
                    promptID: node.id,
                    rating: rating,
                    feedbackType: comment != nil ? "comment" : praise ? "helpful" : "rating",
                    feedbackText: comment,
                    sessionID: voice,
                    createdAt: moments[index]
                )
            )
        }
    }
}
