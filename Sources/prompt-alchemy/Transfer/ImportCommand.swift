import ArgumentParser
import PromptStore

extension ConflictPolicy: ExpressibleByArgument {}

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: MaintenanceTask.Kind.import.summary,
        discussion: """
            Reads what `export` and the .dump of the sqlite3 shell write, and makes the library where there is none. \
            Any other SQL is refused, and nothing of it is run.
            """
    )

    @Option(help: ArgumentHelp("What to import; - for the standard input.", valueName: "file"))
    var file: String

    @Flag(help: "Tell what would become of it, and change nothing.")
    var dryRun = false

    @Option(
        help: ArgumentHelp(
            "What becomes of a row that the library has otherwise: skip, replace, or fail, which imports nothing at all.",
            valueName: "what"
        )
    )
    var onConflict = ConflictPolicy.fail

    @OptionGroup var options: WritingTaskOptions

    func run() throws {
        let path = file == "-" ? file : LibraryOptions.absolute(file)
        try options.perform(.import(from: path, onConflict: onConflict, isDryRun: dryRun))
    }
}
