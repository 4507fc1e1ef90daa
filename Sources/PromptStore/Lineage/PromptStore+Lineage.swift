extension PromptStore {
    /// Reads the family of one prompt: its ancestors with their children beside the path, and its descendants.
    ///
    /// Loops and missing parents are drawn as such, and nothing is read without a bound, whatever the file holds.
    ///
    /// - Parameter extent: 1 for the usual bounds, 2 for twice as much, and so on.
    /// - Throws: `StoreError.promptGone` where there is no prompt of this id.
    public func lineage(of id: String, extent: Int, cancellation: Cancellation) throws(StoreError) -> Lineage {
        // In a transaction of its own: cancelling would take back what is made ready in it.
        let way = try connections.read(.lineage) { try connections.children.way(in: $0) }
        return try connections.read(.lineage, cancellation: cancellation) { database in
            let relatives = try Relatives(database: database, way: way)
            var walk = LineageWalk(relatives: relatives, bounds: LineageBounds(extent: max(1, extent)))
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
    private typealias Node = Relatives.Node

    private var relatives: Relatives
    let bounds: LineageBounds
    private var rows: [LineageRow] = []
    private var drawn: Set<String> = []

    init(relatives: Relatives, bounds: LineageBounds) {
        self.relatives = relatives
        self.bounds = bounds
    }

    mutating func lineage(of id: String) throws -> Lineage {
        guard let start = try relatives.node(id) else { throw StoreError.promptGone(id: id) }
        let (path, top) = try ancestors(of: start)
        drawn = Set(path.map(\.prompt.id))
        var depth = 0
        if let top {
            append(top, depth: 0, relation: .root, isOnPath: true)
            depth = 1
        }
        try draw(path, depth: depth)
        let selected = rows.firstIndex { $0.content == .prompt(start.prompt) } ?? 0
        return Lineage(rows: rows, selected: selected, isWithoutChildren: relatives.way == .notYet)
    }

    /// The path from the topmost ancestor to `start`, and what is above it where that is no prompt.
    private mutating func ancestors(of start: Node) throws -> (path: [Node], top: LineageRow.Content?) {
        var path = [start]
        var seen: Set<String> = [start.prompt.id]
        var current = start
        while let id = current.ancestorID {
            if path.count > bounds.ancestors { return (path.reversed(), .more) }
            if !seen.insert(id).inserted { return (path.reversed(), .loop(id: id)) }
            guard let next = try relatives.node(id) else { return (path.reversed(), .missing(id: id)) }
            path.append(next)
            current = next
        }
        return (path.reversed(), nil)
    }

    /// Draws the path and all below its end, with each of its nodes among its siblings.
    ///
    /// A loop and not a recursion: a path may be longer than the stack is deep.
    private mutating func draw(_ path: [Node], depth: Int) throws {
        var later: [[LineageRow]] = []
        for (index, node) in path.enumerated() {
            let depth = depth + index
            append(.prompt(node.prompt), depth: depth, relation: depth == 0 ? .root : node.relation, isOnPath: true)
            guard index + 1 < path.count else {
                try drawDescendants(of: node.prompt.id, depth: depth + 1, levels: bounds.depth)
                break
            }
            let around = try siblings(of: path[index + 1], below: node, depth: depth + 1)
            rows += around.before
            later.append(around.after)
        }
        for siblings in later.reversed() { rows += siblings }
    }

    private mutating func siblings(
        of node: Node,
        below parent: Node,
        depth: Int
    ) throws -> (before: [LineageRow], after: [LineageRow]) {
        var siblings = try relatives.children(of: parent.prompt.id, limit: bounds.siblings + 1)
        let isCut = siblings.count > bounds.siblings
        if isCut { siblings.removeLast() }
        if !siblings.contains(where: { $0.prompt.id == node.prompt.id }) {
            siblings = Array(siblings.prefix(bounds.siblings - 1)) + [node]
        }
        let place = siblings.firstIndex { $0.prompt.id == node.prompt.id } ?? 0
        func rows(_ siblings: ArraySlice<Node>) -> [LineageRow] {
            siblings.filter { drawn.insert($0.prompt.id).inserted }.map {
                LineageRow(content: .prompt($0.prompt), depth: depth, relation: $0.relation, isOnPath: false)
            }
        }
        let more = LineageRow(content: .more, depth: depth, relation: .child, isOnPath: false)
        return (rows(siblings[..<place]), rows(siblings[(place + 1)...]) + (isCut ? [more] : []))
    }

    private mutating func drawDescendants(of id: String, depth: Int, levels: Int) throws {
        let children = try relatives.children(of: id, limit: bounds.children + 1)
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
}
