/// The family of one prompt as the lines of a tree, root first.
public struct Lineage: Equatable, Sendable {
    /// The lines in the order they are drawn.
    public var rows: [LineageRow]
    /// The line of the prompt that was asked for.
    public var selected: Int
    /// Whether only ancestors are there, for what hangs on each prompt is still being looked up.
    public var isWithoutChildren: Bool

    /// Creates a tree from its lines.
    public init(rows: [LineageRow], selected: Int, isWithoutChildren: Bool = false) {
        self.rows = rows
        self.selected = selected
        self.isWithoutChildren = isWithoutChildren
    }
}

/// One line of a lineage tree.
public struct LineageRow: Equatable, Sendable {
    /// How a line hangs on the one above it.
    public enum Relation: Equatable, Sendable {
        /// It hangs on nothing.
        case root
        /// Derived: its parent_id names the line above.
        case child
        /// An alternative: its variant_of names the line above, or a sibling.
        case variant
        /// Nothing is noted, but it was probably made from the line above: of as many candidates, the newest.
        case inferred(candidates: Int)
    }

    /// What a line stands for.
    public enum Content: Equatable, Sendable {
        /// A prompt of the library.
        case prompt(LineagePrompt)
        /// A parent that is named but not in the library.
        case missing(id: String)
        /// The parents of the top line lead back into the tree: they form a loop.
        case loop(id: String)
        /// There are more lines here than were read; ask with a greater extent.
        case more
    }

    /// What the line stands for.
    public var content: Content
    /// Steps from the top line, from 0.
    public var depth: Int
    /// How it hangs on the tree.
    public var relation: Relation
    /// Whether the line is the asked-for prompt or one of its ancestors.
    public var isOnPath: Bool

    /// Creates a line.
    public init(content: Content, depth: Int, relation: Relation, isOnPath: Bool) {
        self.content = content
        self.depth = depth
        self.relation = relation
        self.isOnPath = isOnPath
    }
}

/// What the tree shows of a prompt.
public struct LineagePrompt: Equatable, Sendable {
    /// The prompt's id.
    public let id: String
    /// The first line of its text that says something; empty if none of the first ones does.
    public let title: String
    /// The phase as stored.
    public let phase: String
    /// The score, none where the prompt is unrated.
    public let score: StoredNumber

    /// Creates it.
    public init(id: String, title: String, phase: String, score: StoredNumber) {
        self.id = id
        self.title = title
        self.phase = phase
        self.score = score
    }
}
