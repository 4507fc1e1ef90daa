import GRDB

/// Prompts that name a parent or an original that is not there, or themselves, or each other in a circle; and rows about
/// prompts that are not there.
struct RelationCheck: IntegrityCheck {
    let stage = "Checking relations"

    private static let children = ["model_metadata", "metrics", "enhancement_history", "user_feedback"]

    private static func itself(_ column: String) -> String {
        "SELECT CAST(id AS TEXT) FROM prompts WHERE \(column) = id"
    }

    private static func missing(_ column: String) -> String {
        """
        SELECT CAST(p.id AS TEXT) FROM prompts p WHERE p.\(column) IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM prompts q WHERE q.id = p.\(column))
        """
    }

    private static func orphans(_ table: String) -> String {
        """
        SELECT CAST(c.prompt_id AS TEXT) FROM \(table) c
        WHERE NOT EXISTS (SELECT 1 FROM prompts q WHERE q.id = c.prompt_id)
        """
    }

    private static let edges = """
        SELECT p.rowid AS child, q.rowid AS parent FROM prompts p JOIN prompts q ON q.id = p.parent_id WHERE p.parent_id <> p.id
        """

    private static let name = "SELECT CAST(id AS TEXT) FROM prompts WHERE rowid = ?"

    static let named: [NamedQuery] =
        ["parent_id", "variant_of"].flatMap { column in
            [
                NamedQuery("integrity: \(column) names itself", itself(column)),
                NamedQuery("integrity: \(column) names nobody", missing(column)),
            ]
        } + children.map { NamedQuery("integrity: orphans in \($0)", orphans($0)) }
        + [NamedQuery("integrity: parents", edges), NamedQuery("integrity: name", name)]

    func findings(in database: Database, _ run: TaskRun) throws -> [TaskFinding] {
        var findings: [TaskFinding?] = []
        for (column, word) in [("parent_id", "parent"), ("variant_of", "original")] {
            findings.append(try count(Self.itself(column), "prompts that name themselves as their \(word)", database))
            findings.append(try count(Self.missing(column), "prompts whose \(word) is not in the library", database))
        }
        for table in Self.children {
            findings.append(
                try count(Self.orphans(table), "rows of \(table) about prompts that are not there", database)
            )
        }
        findings.append(try cycles(database))
        return findings.compactMap { $0 }
    }

    private func count(_ sql: String, _ text: String, _ database: Database) throws -> TaskFinding? {
        var counter = FindingCounter(text)
        let ids = try String?.fetchCursor(database, sql: sql)
        while let id = try ids.next() { counter.add(id ?? "") }
        return counter.finding
    }

    private func cycles(_ database: Database) throws -> TaskFinding? {
        var parents: [Int64: Int64] = [:]
        let rows = try Row.fetchCursor(database, sql: Self.edges)
        while let row = try rows.next() { parents[row["child"]] = row["parent"] as Int64 }
        var counter = FindingCounter("prompts that are their own ancestors")
        for rowid in Self.circular(parents).sorted() {
            counter.add(try String.fetchOne(database, sql: Self.name, arguments: [rowid]) ?? "")
        }
        return counter.finding
    }

    /// Those from whom the way up leads back to themselves.
    static func circular(_ parents: [Int64: Int64]) -> [Int64] {
        var circular: [Int64] = []
        // The walk in which each was met: one that was met in this walk closes a circle, one of an earlier walk does not.
        var walks: [Int64: Int64] = [:]
        for start in parents.keys {
            var place: Int64? = start
            while let here = place, walks[here] == nil {
                walks[here] = start
                place = parents[here]
            }
            guard let meeting = place, walks[meeting] == start else { continue }
            var member = meeting
            repeat {
                circular.append(member)
                member = parents[member] ?? meeting
            } while member != meeting
        }
        return circular
    }
}
