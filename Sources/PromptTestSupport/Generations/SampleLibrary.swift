import PromptStore

/// Prompts made from a seed, and what is known of them: the same for every generation of files to hold.
public struct SampleLibrary: Sendable {
    /// A prompt; numbers of prompts are places in `prompts`, which are stored in that order.
    public struct Prompt: Sendable {
        /// Its fields, as the documentation calls them.
        public let id, content, phase, provider, model: String
        /// One of the documented ones, or none.
        public let persona: String?
        /// None, one or two.
        public let tags: [String]
        /// Seconds since 1970.
        public let createdAt, updatedAt: Int
        /// The number of the prompt it was derived from.
        public let parent: Int?
        /// How often it was used.
        public let usageCount: Int
        /// The setting it was made with, 0...1.
        public let temperature: Double
        /// The most tokens that were allowed, and those that came.
        public let maxTokens, tokens: Int
        /// The numbers of its embedding; most prompts have none.
        public let embedding: [Float]
    }

    /// A rating of 1...5.
    public struct Rating: Sendable {
        /// The number of the prompt, the stars, and the seconds since 1970.
        public let prompt, rating, madeAt: Int
        /// Who gave it.
        public let session: String
    }

    /// The making of a prompt from another.
    public struct Enhancement: Sendable {
        /// The numbers of both, and the seconds since 1970.
        public let prompt, parent, madeAt: Int
        /// How it was made.
        public let type, method: String
    }

    /// A run of a prompt.
    public struct Run: Sendable {
        /// The number of the prompt, what the run took, and the seconds since 1970.
        public let prompt, tokens, milliseconds, madeAt: Int
    }

    /// A tie between two prompts.
    public struct Relationship: Sendable {
        /// The numbers of both, and the seconds since 1970.
        public let source, target, madeAt: Int
        /// What ties them.
        public let type: String
        /// How much, 0...1.
        public let strength: Double
    }

    /// The prompts, in the order they are stored in.
    public private(set) var prompts: [Prompt] = []
    /// The ratings of all prompts.
    public private(set) var ratings: [Rating] = []
    /// The enhancements of all prompts.
    public private(set) var enhancements: [Enhancement] = []
    /// The runs of all prompts.
    public private(set) var runs: [Run] = []
    /// The ties between prompts.
    public private(set) var relationships: [Relationship] = []

    /// Makes as many prompts as asked for; the same seed makes the same ones.
    public init(seed: UInt64, count: Int) {
        var random = SampleRandom(seed: seed)
        for number in 0..<count { add(number, &random) }
    }

    private mutating func add(_ number: Int, _ random: inout SampleRandom) {
        // Some moments are shared, and insertion is not quite the order of creation.
        let created = 1_700_000_000 + number / 3 * 600 + Int.random(in: 0..<4, using: &random) * 300
        let hasParent = number > 0 && Int.random(in: 0..<3, using: &random) == 0
        let parent = hasParent ? Int.random(in: max(0, number - 40)..<number, using: &random) : nil
        let topic = Self.pick(["APIs", "poems", "naïve tests", "日本語", "SQL 100 %", "it's"], &random)
        prompts.append(
            Prompt(
                id: String(UInt64.random(in: 0...UInt64.max, using: &random), radix: 16) + "-\(number)",
                content: "# Prompt \(number) about \(topic)\n\nWrite it for \(topic), then check it.",
                phase: Self.pick(["prima-materia", "solutio", "coagulatio"], &random),
                provider: Self.pick(["openai", "anthropic", "google"], &random),
                model: Self.pick(["o1", "claude-3-5-sonnet", "gemini"], &random),
                persona: Self.pick(["code", "writing", nil], &random),
                tags: Self.pick([[], ["api"], ["api", "two words"], ["sql", "it's"]], &random),
                createdAt: created,
                updatedAt: created + Self.pick([0, 0, 60, 86_400], &random),
                parent: parent,
                usageCount: Int.random(in: 0..<6, using: &random),
                temperature: Double(Int.random(in: 0...10, using: &random)) / 10,
                maxTokens: 1000 * Int.random(in: 1...4, using: &random),
                tokens: Int.random(in: 50..<900, using: &random),
                embedding: Int.random(in: 0..<5, using: &random) == 0
                    ? (0..<8).map { _ in Float.random(in: -1...1, using: &random) } : []
            )
        )
        for session in 0..<Self.pick([0, 0, 0, 1, 2], &random) {
            ratings.append(
                Rating(
                    prompt: number,
                    rating: Int.random(in: 1...5, using: &random),
                    madeAt: created + 1000 + session * 77,
                    session: "session-\(session)"
                )
            )
        }
        for run in 0..<Self.pick([0, 0, 1, 3], &random) {
            let milliseconds = Int.random(in: 200..<5000, using: &random)
            runs.append(Run(prompt: number, tokens: 100 + run, milliseconds: milliseconds, madeAt: created + run))
        }
        guard let parent else { return }
        let type = Self.pick(["optimization", "refinement", "merge", "split"], &random)
        enhancements.append(
            Enhancement(prompt: number, parent: parent, madeAt: created, type: type, method: "meta-prompt")
        )
        let kind = Self.pick(["derived_from", "similar_to"], &random)
        relationships.append(Relationship(source: number, target: parent, madeAt: created, type: kind, strength: 0.5))
    }

    private static func pick<Value>(_ values: [Value], _ random: inout SampleRandom) -> Value {
        values[Int.random(in: values.indices, using: &random)]
    }
}
