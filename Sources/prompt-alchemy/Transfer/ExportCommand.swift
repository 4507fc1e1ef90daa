import ArgumentParser
import Foundation
import PromptStore

extension ExportFormat: ExpressibleByArgument {}

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: MaintenanceTask.Kind.export.summary,
        discussion: """
            What it writes can be read back with `import`; SQL also with: sqlite3 NEW.db < FILE. \
            Full-text indexes and the like, which can be made again, are left out.
            """
    )

    @Option(help: "How to write it: sql or json.")
    var format: ExportFormat

    @Option(help: ArgumentHelp("Only prompts made then or later, and what belongs to them; in UTC.", valueName: "date"))
    var since: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Only these prompts, and what belongs to them; beginnings of their ids.", valueName: "ids")
    )
    var prompts: [String] = []

    @Option(
        help: ArgumentHelp("A new file to write it to, readable by you only (default: the output).", valueName: "file")
    )
    var output: String?

    @OptionGroup var library: LibraryOptions

    func validate() throws {
        if since != nil && !prompts.isEmpty { throw ValidationError("Choose by --since or by --prompts, not by both.") }
        guard let since, Timestamp(text: since).seconds == nil else { return }
        throw ValidationError("A date is written as 2026-01-31, or 2026-01-31 10:15:00.")
    }

    func run() throws {
        if output == nil && Output.isTerminal {
            throw Failure.refused(
                "An export holds what a terminal would obey; name a file with --output FILE, or send it through a pipe."
            )
        }
        let target = output.map { ExportTarget.file(path: LibraryOptions.absolute($0)) } ?? .descriptor(STDOUT_FILENO)
        let task = MaintenanceTask.export(format: format, of: try choice(), to: target)
        let report = try TaskConsole().perform(task, of: library.maintenance(isReadOnly: true))
        guard output == nil else { return try Output.write(report) }
        for finding in report.findings {
            let ids = finding.promptIDs.isEmpty ? "" : ": " + finding.promptIDs.joined(separator: ", ")
            Output.warn(finding.text + ids + ".")
        }
    }

    private func choice() throws -> ExportChoice? {
        if prompts.isEmpty { return since.map { .since(Timestamp(text: $0)) } }
        let store = try library.reading()
        return .prompts(ids: try prompts.map { try store.promptID(beginningWith: $0) })
    }
}
