import ArgumentParser
import PromptStore

struct History: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the versions of a prompt, newest first.",
        discussion: "The first is the prompt as it is. The texts are in the JSON."
    )

    @Argument(help: "The prompt's id, or as much of its beginning as no other id has.")
    var id: String

    @OptionGroup var output: OutputOptions

    @OptionGroup var library: LibraryOptions

    func run() throws {
        let store = try library.reading()
        let id = try store.promptID(beginningWith: id)
        let history = try store.history(of: id, cancellation: Cancellation())
        switch output.output {
        case .text: try Output.write(lines: history.versions.map(Self.line) + (history.isCut ? ["more…"] : []))
        case .json:
            try Output.write(
                .object(["is_cut": .bool(history.isCut), "versions": .list(history.versions.map(Self.json))])
            )
        }
    }

    private static func line(_ version: PromptVersion) -> String {
        let number = version.row.map(String.init) ?? "now"
        let note = [version.author, version.reason].compactMap { $0 }.joined(separator: ": ")
        return "\(number)  \(version.createdAt?.stored ?? "–")  \(version.contentBytes) B  \(note)"
    }

    private static func json(_ version: PromptVersion) -> JSON {
        .object([
            "author": JSON(version.author), "bytes": .number(Double(version.contentBytes)),
            "content": .text(version.content), "created_at": JSON(version.createdAt),
            "reason": JSON(version.reason), "row": JSON(version.row.map(Double.init)),
        ])
    }
}
