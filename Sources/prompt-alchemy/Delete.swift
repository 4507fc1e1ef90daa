import ArgumentParser
import PromptStore

struct Delete: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Delete a prompt with its ratings, history and all else that belongs to it.",
        discussion: "What was derived from it stays, and names a parent that is gone. The browser can undo it."
    )

    @Argument(help: "The prompt's id, or as much of its beginning as no other id has.")
    var id: String

    @Flag(help: "Yes, delete it.")
    var yes = false

    @OptionGroup var format: OutputOptions
    @OptionGroup var library: WritingOptions

    func run() throws {
        let store = try library.writing()
        let id = try store.promptID(beginningWith: id)
        let extent = try store.extent(ofDeleting: [id], cancellation: Cancellation())
        guard yes else {
            throw Failure.refused(
                "Prompt \(id) would be deleted with \(extent.rows) further rows; nothing was changed, say so with --yes."
            )
        }
        _ = try store.saved(.delete(promptIDs: [id]))
        switch format.output {
        case .text:
            let back = extent.isUndoable ? "press u in the browser to bring it back" : "it was too large to be undone"
            try Output.write(lines: ["Deleted \(id); \(back)."])
        case .json:
            try Output.write(
                .object([
                    "id": .text(id), "is_undoable": .bool(extent.isUndoable), "rows": .number(Double(extent.rows)),
                ])
            )
        }
    }
}
