import ArgumentParser
import Foundation
import PromptStore

struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Add a prompt, whose text is read from the standard input.",
        discussion: "The text is taken exactly as it is. A library that is missing is created. The browser can undo it."
    )

    @Option(help: "The phase (default: that of the parent, else prima-materia).")
    var phase: Phase?

    @Option(help: "The provider it is for (default: that of the parent).")
    var provider: String?

    @Option(help: "The model it is for (default: that of the parent).")
    var model: String?

    @Option(help: ArgumentHelp("Its tags, with commas between them.", valueName: "a,b"))
    var tags: TagList?

    @Option(help: ArgumentHelp("The prompt it was derived from: an id, or its beginning.", valueName: "id"))
    var parent: String?

    @OptionGroup var format: OutputOptions
    @OptionGroup var library: WritingOptions

    /// The documented phases.
    enum Phase: String, CaseIterable, ExpressibleByArgument {
        case primaMateria = "prima-materia"
        case solutio, coagulatio
    }

    func run() throws {
        guard isatty(STDIN_FILENO) == 0 else {
            throw Failure.usage("The text is read from the standard input; give it with: prompt-alchemy add < FILE")
        }
        let content = try Self.text()
        let store = try store()
        let prompt = NewPrompt(
            content: content,
            phase: phase?.rawValue,
            provider: provider,
            model: model,
            tags: tags?.tags ?? [],
            parentID: try parent.map(store.promptID(beginningWith:))
        )
        let id = try store.saved(.add(prompt)).promptID
        switch format.output {
        case .text: try Output.write(lines: [id])
        case .json: try Output.write(.object(["id": .text(id)]))
        }
    }

    private static func text() throws -> String {
        guard let bytes = try FileHandle.standardInput.readToEnd(), !bytes.isEmpty else { throw StoreError.emptyText }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure.badData(
                "The text on the standard input is not UTF-8; nothing was added, convert it with iconv."
            )
        }
        return text
    }

    private func store() throws -> PromptStore {
        do {
            return try library.writing()
        } catch StoreError.missing(let path), StoreError.empty(let path) {
            try PromptStore.create(at: path)
            return try library.writing()
        }
    }
}

/// Tags as they are typed, with commas between them.
struct TagList: ExpressibleByArgument {
    let tags: [String]

    init(argument: String) {
        tags = argument.split(separator: ",").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
            .filter { !$0.isEmpty }
    }
}
