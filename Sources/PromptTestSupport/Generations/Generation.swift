import PromptStore

/// The generations of files that are about, with all their tables, constraints, indexes, triggers and views.
public enum Generation: CaseIterable, Sendable {
    /// With embeddings in the file; then also with hashes, histories and relationships; then with unix times and
    /// vectors outside.
    case s0, s1, s2
    /// As documented, without what this program adds for itself.
    case documented
    /// What the program of the generation `s2` leaves of older files when it fails to open them.
    case halfS0, halfS1

    /// Makes a file without prompts, as another program would.
    public func create(at path: String) throws {
        switch self {
        case .s0: try Self.run([Self.s0Schema], on: path)
        case .s1: try Self.run([Self.s1Schema], on: path)
        case .s2:
            try Self.run(["PRAGMA journal_mode = WAL;", Self.s2Prompts, Self.s2Satellites, Self.s2Indexes], on: path)
        case .documented:
            try PromptStore.create(at: path)
            let own = try OtherProgram(path).run(
                "SELECT 'DROP ' || type || ' ' || name || ';' FROM sqlite_schema WHERE name LIKE 'pa!_%' ESCAPE '!'"
            )
            try Self.run([own], on: path)
        case .halfS0:
            try Self.run(
                [Self.s0Schema, Self.s2Satellites, "CREATE INDEX idx_prompts_tags ON prompts(tags);"],
                on: path
            )
        case .halfS1:
            // Its relationships and the index on relevance are there already: the statements say IF NOT EXISTS.
            try Self.run(
                [Self.s1Schema, Self.s2Interactions, "CREATE INDEX idx_prompts_tags ON prompts(tags);"],
                on: path
            )
        }
    }

    private static func run(_ statements: [String], on path: String) throws {
        try OtherProgram(path).execute(statements.joined(separator: "\n"))
    }

    /// Whether times are numbers of seconds since 1970.
    public var hasUnixTimes: Bool { self == .s2 }
    /// Whether the columns that came with `s1` are there.
    public var isEnhanced: Bool { self == .s1 || self == .s2 || self == .halfS1 }
    /// Whether a prompt can have a parent.
    public var hasParents: Bool { self != .s2 }
    /// Whether a prompt can have a persona and a count of uses.
    public var hasUsage: Bool { isEnhanced || self == .documented }
    /// Whether runs, their models and embeddings are kept.
    public var hasRuns: Bool { self != .s2 }
    /// Whether ratings are kept, be it as interactions.
    public var hasRatings: Bool { self == .s2 || self == .documented || self == .halfS0 || self == .halfS1 }
    /// Whether ratings are kept as interactions.
    public var hasInteractions: Bool { hasRatings && self != .documented }
    /// Whether there is an enhancement history.
    public var hasHistory: Bool { self == .s1 || self == .halfS1 || self == .documented }
    /// Whether relationships between prompts are kept.
    public var hasRelationships: Bool { isEnhanced || self == .halfS0 }
}
