import ArgumentParser
import PromptStore

struct BackupCommand: ParsableCommand {
    static let configuration = TaskOptions.configuration(
        .backup,
        discussion: "Without a file it goes to the backups of the data directory, where old ones are thinned out."
    )

    @Argument(help: "The file to make; it must not be there yet.", completion: .file())
    var file: String?

    @Flag(help: "List the backups that there are instead.")
    var list = false

    @OptionGroup var options: TaskOptions

    func run() throws {
        if list { return try options.listBackups() }
        try options.perform(.backup(to: file.map(LibraryOptions.absolute)))
    }
}
