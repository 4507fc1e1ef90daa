import ArgumentParser
import PromptStore

struct Metrics: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Add up what prompts have been measured to do, by phase and provider.",
        discussion: "With --database it is about the file, as prompt-alchemy db stats is."
    )

    @Flag(help: "Tell of the database instead: rows and bytes of tables and indexes.")
    var database = false

    @Option(help: ArgumentHelp("The library; elsewhere this is --database.", valueName: "file"))
    var library: String?

    @Option(help: ArgumentHelp("The directory with prompts.db in it.", valueName: "dir"))
    var dataDir: String?

    @OptionGroup var filter: FilterOptions

    @OptionGroup var output: OutputOptions

    func run() throws {
        // The flag has the name that the file's option has elsewhere.
        var options = LibraryOptions()
        options.database = library
        options.dataDir = dataDir
        options.logLevel = .debug
        if database {
            var task = TaskOptions()
            task.output = output
            task.library = options
            return try task.perform(.statistics)
        }
        try output.print(options.reading().metrics(of: filter.query, cancellation: Cancellation()), of: "metrics")
    }
}
