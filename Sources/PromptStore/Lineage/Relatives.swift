import GRDB

/// Where the relatives of a prompt are found in one file: by its own indexes, or by what takes their place.
struct Relatives {
    /// One prompt of a tree, and what it hangs on.
    struct Node {
        let prompt: LineagePrompt
        let parentID: String?
        let variantOf: String?
        let inferred: InferredFamily.Parent?

        var ancestorID: String? { parentID ?? variantOf ?? inferred?.id }

        var relation: LineageRow.Relation {
            if variantOf != nil { return .variant }
            if parentID == nil, let inferred { return .inferred(candidates: inferred.candidates) }
            return .child
        }
    }

    let database: Database
    /// How the prompts are found that hang on another.
    let way: DerivedTable.Way
    private let hasSessions: Bool
    private var families: [String: InferredFamily] = [:]

    init(database: Database, way: DerivedTable.Way) throws {
        self.database = database
        self.way = way
        hasSessions = try Int.fetchOne(database.cachedStatement(sql: InferredFamily.isThere)) != nil
    }

    /// Whether SQLite would go through all prompts to find those that hang on one.
    static func needTable(_ database: Database) throws -> Bool {
        let statement = try database.cachedStatement(sql: "EXPLAIN QUERY PLAN " + LineageQueries.children)
        statement.setUncheckedArguments(["id": "", "limit": 1])
        return try Row.fetchAll(statement).contains { ($0["detail"] as String).hasPrefix("SCAN") }
    }

    mutating func node(_ id: String) throws -> Node? {
        guard let row = try Row.fetchOne(database.cachedStatement(sql: LineageQueries.node), arguments: [id]) else {
            return nil
        }
        return try node(row)
    }

    /// What hangs on a prompt, oldest first; what is inferred to do so comes last.
    mutating func children(of id: String, limit: Int) throws -> [Node] {
        var rows: [Row] = []
        if way != .notYet {
            let sql = way == .byIndex ? LineageQueries.children : LineageQueries.childrenByTable
            rows = try Row.fetchAll(database.cachedStatement(sql: sql), arguments: ["id": id, "limit": limit])
        }
        let inferred = try family(of: id)?.children(of: id) ?? []
        var nodes: [Node] = []
        for row in rows + inferred.prefix(max(0, limit - rows.count)) { nodes.append(try node(row)) }
        return nodes
    }

    private mutating func node(_ row: Row) throws -> Node {
        let id = row.text("id") ?? ""
        let parentID = row.text("parent_id")
        let variantOf = row.text("variant_of")
        return Node(
            prompt: LineagePrompt(
                id: id,
                title: try row.title("opening"),
                phase: row.text("phase") ?? "",
                score: row.number("score").unlessZero
            ),
            parentID: parentID,
            variantOf: variantOf,
            inferred: parentID ?? variantOf == nil ? try family(of: id)?.parent(of: id) : nil
        )
    }

    private mutating func family(of id: String) throws -> InferredFamily? {
        guard hasSessions else { return nil }
        if let known = families[id] { return known }
        let family = try InferredFamily(of: id, in: database)
        for member in family.ids + [id] { families[member] = family }
        return family
    }
}
