import GRDB

extension PromptStore {
    /// Reads the family of one prompt: its ancestors with their children beside the path, and its descendants.
    ///
    /// Loops and missing parents are drawn as such, and nothing is read without a bound, whatever the file holds.
    ///
    /// - Parameter extent: 1 for the usual bounds, 2 for twice as much, and so on.
    /// - Throws: `StoreError.promptGone` where there is no prompt of this id.
    public func lineage(of id: String, extent: Int, cancellation: Cancellation) throws(StoreError) -> Lineage {
        try connections.read(.lineage, cancellation: cancellation) { database in
            var walk = LineageWalk(database: database, bounds: LineageBounds(extent: max(1, extent)))
            return try walk.lineage(of: id)
        }
    }
}

/// How much of a family is read at once.
private struct LineageBounds {
    let ancestors: Int
    let siblings: Int
    let children: Int
    let depth: Int
    let rows: Int

    init(extent: Int) {
        ancestors = 64 * extent
        siblings = 12 * extent
        children = 20 * extent
        depth = 2 + extent
        rows = 200 * extent
    }
}

/// One reading of a family, from the topmost known ancestor down.
private struct LineageWalk {
    private struct Node {
        let prompt: LineagePrompt
        let parentID: String?
        let variantOf: String?

        var ancestorID: String? { parentID ?? variantOf }
        var relation: LineageRow.Relation { variantOf == nil ? .child : .variant }
    }

    let database: Database
    let bounds: LineageBounds
    private var rows: [LineageRow] = []
    private var drawn: Set<String> = []

    init(database: Database, bounds: LineageBounds) {
        self.database = database
        self.bounds = bounds
    }

    mutating func lineage(of id: String) throws -> Lineage {
        guard let start = try node(id) else { throw StoreError.promptGone(id: id) }
        let (path, top) = try ancestors(of: start)
        drawn = Set(path.map(\.prompt.id))
        var depth = 0
        if let top {
            append(top, depth: 0, relation: .root, isOnPath: true)
            depth = 1
        }
        try draw(path[...], depth: depth)
        let selected = rows.firstIndex { $0.content == .prompt(start.prompt) } ?? 0
        return Lineage(rows: rows, selected: selected)
    }

    /// The path from the topmost ancestor to `start`, and what is above it where that is no prompt.
    private func ancestors(of start: Node) throws -> (path: [Node], top: LineageRow.Content?) {
        var path = [start]
        var seen: Set<String> = [start.prompt.id]
        var current = start
        while let id = current.ancestorID {
            if path.count > bounds.ancestors { return (path.reversed(), .more) }
            if !seen.insert(id).inserted { return (path.reversed(), .loop(id: id)) }
            guard let next = try node(id) else { return (path.reversed(), .missing(id: id)) }
            path.append(next)
            current = next
        }
        return (path.reversed(), nil)
    }

    /// Draws the first node of `path` and all below it, with the path's other nodes among their siblings.
    private mutating func draw(_ path: ArraySlice<Node>, depth: Int) throws {
        guard let node = path.first else { return }
        append(.prompt(node.prompt), depth: depth, relation: depth == 0 ? .root : node.relation, isOnPath: true)
        let rest = path.dropFirst()
        guard let next = rest.first else {
            try drawDescendants(of: node.prompt.id, depth: depth + 1, levels: bounds.depth)
            return
        }
        var siblings = try children(of: node.prompt.id, limit: bounds.siblings + 1)
        let isCut = siblings.count > bounds.siblings
        if isCut { siblings.removeLast() }
        if !siblings.contains(where: { $0.prompt.id == next.prompt.id }) {
            siblings = Array(siblings.prefix(bounds.siblings - 1)) + [next]
        }
        for sibling in siblings {
            if sibling.prompt.id == next.prompt.id {
                try draw(rest, depth: depth + 1)
            } else if drawn.insert(sibling.prompt.id).inserted {
                append(.prompt(sibling.prompt), depth: depth + 1, relation: sibling.relation, isOnPath: false)
            }
        }
        if isCut { append(.more, depth: depth + 1, relation: .child, isOnPath: false) }
    }

    private mutating func drawDescendants(of id: String, depth: Int, levels: Int) throws {
        let children = try children(of: id, limit: bounds.children + 1)
        for child in children.prefix(bounds.children) {
            guard rows.count < bounds.rows, levels > 0 else {
                append(.more, depth: depth, relation: .child, isOnPath: false)
                return
            }
            guard drawn.insert(child.prompt.id).inserted else {
                append(.loop(id: child.prompt.id), depth: depth, relation: child.relation, isOnPath: false)
                continue
            }
            append(.prompt(child.prompt), depth: depth, relation: child.relation, isOnPath: false)
            try drawDescendants(of: child.prompt.id, depth: depth + 1, levels: levels - 1)
        }
        if children.count > bounds.children { append(.more, depth: depth, relation: .child, isOnPath: false) }
    }

    private mutating func append(
        _ content: LineageRow.Content,
        depth: Int,
        relation: LineageRow.Relation,
        isOnPath: Bool
    ) {
        rows.append(LineageRow(content: content, depth: depth, relation: relation, isOnPath: isOnPath))
    }

    private func node(_ id: String) throws -> Node? {
        try Row.fetchOne(database.cachedStatement(sql: LineageQueries.node), arguments: [id]).map(Self.node)
    }

    private func children(of id: String, limit: Int) throws -> [Node] {
        try Row.fetchAll(
            database.cachedStatement(sql: LineageQueries.children),
            arguments: ["id": id, "limit": limit]
        ).map(Self.node)
    }

    private static func node(_ row: Row) throws -> Node {
        Node(
            prompt: LineagePrompt(
                id: row.text("id") ?? "",
                title: try row.title("opening"),
                phase: row.text("phase") ?? "",
                score: row.number("score").unlessZero
            ),
            parentID: row.text("parent_id"),
            variantOf: row.text("variant_of")
        )
    }
}
