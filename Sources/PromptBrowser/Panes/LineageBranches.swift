import PromptStore

/// The branches of a lineage tree, for every place that draws one.
public enum LineageBranches {
    /// What is before a line: whether each level above goes on is found by looking down the lines.
    ///
    /// - Returns: two characters a level, none of which anything in a file could change.
    public static func prefix(of index: Int, in rows: [LineageRow]) -> String {
        let row = rows[index]
        guard row.depth > 0 else { return "" }
        var text = ""
        for level in 1..<max(1, row.depth) { text += goesOn(level, after: index, in: rows) ? "│ " : "  " }
        let isDashed = row.relation != .child
        return text + (goesOn(row.depth, after: index, in: rows) ? (isDashed ? "├╌" : "├─") : (isDashed ? "└╌" : "└─"))
    }

    /// What is said of a line that was not simply derived from the one above, with a blank behind it.
    public static func words(for relation: LineageRow.Relation) -> String {
        switch relation {
        case .root, .child: ""
        case .variant: "variant "
        case .inferred(1): "inferred "
        case .inferred(let candidates): "inferred, 1 of \(candidates) "
        }
    }

    private static func goesOn(_ level: Int, after index: Int, in rows: [LineageRow]) -> Bool {
        for later in rows[(index + 1)...] {
            if later.depth < level { return false }
            if later.depth == level { return true }
        }
        return false
    }
}
