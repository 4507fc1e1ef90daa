import ArgumentParser
import PromptBrowser
import PromptStore

struct LineageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lineage",
        abstract: "Draw the tree of what a prompt was made from and what was made from it."
    )

    /// Times what the browser reads at first: a tree as deep as the documentation allows comes whole.
    private static let extent = 5

    @Argument(help: "The prompt's id, or as much of its beginning as no other id has.")
    var id: String

    @OptionGroup var output: OutputOptions

    @OptionGroup var library: LibraryOptions

    func run() throws {
        let store = try library.reading()
        let id = try store.promptID(beginningWith: id)
        _ = try store.prepare(.lineage, cancellation: Cancellation())
        let lineage = try store.lineage(of: id, extent: Self.extent, cancellation: Cancellation())
        switch output.output {
        case .text: try Output.write(list: lineage.rows.indices.map { Self.line($0, of: lineage) })
        case .json:
            try Output.write(.object(["rows": .list(lineage.rows.indices.map { Self.json($0, of: lineage) })]))
        }
    }

    private static func line(_ index: Int, of lineage: Lineage) -> String {
        let row = lineage.rows[index]
        let branches = LineageBranches.prefix(of: index, in: lineage.rows)
        switch row.content {
        case .prompt(let prompt):
            let mark = index == lineage.selected ? "▸" : " "
            let relation = LineageBranches.words(for: row.relation)
            let words = relation.isEmpty ? "" : relation + " "
            let title = prompt.title.isEmpty ? "(no text)" : prompt.title
            let score = Output.score(prompt.score)
            return "\(branches)\(mark)\(prompt.id)  \(prompt.phase)  \(score)  \(words)\(title)"
        case .missing(let id): return "\(branches) not in this library: \(id)"
        case .loop(let id): return "\(branches) loops back to \(id)"
        case .more: return "\(branches) more…"
        }
    }

    private static func json(_ index: Int, of lineage: Lineage) -> JSON {
        let row = lineage.rows[index]
        var id = JSON.null
        var kind = "more"
        var (phase, score, title) = (JSON.null, JSON.null, JSON.null)
        switch row.content {
        case .prompt(let prompt):
            (id, kind) = (.text(prompt.id), "prompt")
            (phase, score, title) = (.text(prompt.phase), JSON(prompt.score), .text(prompt.title))
        case .missing(let missing): (id, kind) = (.text(missing), "missing")
        case .loop(let repeated): (id, kind) = (.text(repeated), "loop")
        case .more: break
        }
        return .object([
            "depth": .number(Double(row.depth)), "id": id, "is_on_path": .bool(row.isOnPath),
            "is_selected": .bool(index == lineage.selected), "kind": .text(kind), "phase": phase,
            "relation": .text(Self.name(row.relation)), "score": score, "title": title,
        ])
    }

    private static func name(_ relation: LineageRow.Relation) -> String {
        switch relation {
        case .root: "root"
        case .child: "child"
        case .variant: "variant"
        case .inferred: "inferred"
        }
    }
}
