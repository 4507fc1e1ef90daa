import ArgumentParser
import PromptStore

struct Tag: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Give a prompt tags, or take some from it.",
        discussion: "The tags stay written as the library writes them. The browser can undo it."
    )

    @Argument(help: "The prompt's id, or as much of its beginning as no other id has.")
    var id: String

    @Option(help: ArgumentHelp("The tags to give it, with commas between them.", valueName: "a,b"))
    var add: TagList?

    @Option(help: ArgumentHelp("The tags to take from it.", valueName: "a,b"))
    var remove: TagList?

    @OptionGroup var format: OutputOptions
    @OptionGroup var library: WritingOptions

    func validate() throws {
        guard add != nil || remove != nil else { throw ValidationError("Say which tags to --add or to --remove.") }
    }

    func run() throws {
        let store = try library.writing()
        let id = try store.promptID(beginningWith: id)
        _ = try store.saved(.tag(promptIDs: [id], add: add?.tags ?? [], remove: remove?.tags ?? []))
        let tags = try store.dossier(of: id).detail.tagList
        switch format.output {
        case .text:
            try Output.write(lines: [tags.isEmpty ? "\(id) has no tags." : "\(id): \(tags.joined(separator: ", "))"])
        case .json: try Output.write(.object(["id": .text(id), "tags": .list(tags.map(JSON.text))]))
        }
    }
}
