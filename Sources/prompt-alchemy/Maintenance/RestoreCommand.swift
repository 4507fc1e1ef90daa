import ArgumentParser
import PromptStore

struct RestoreCommand: ParsableCommand {
    static let configuration = TaskOptions.configuration(
        .restore,
        discussion: "Restoring the backup that it makes first undoes it. prompt-alchemy db backup --list lists all."
    )

    @Argument(help: "The backup, or any other library file.", completion: .file())
    var file: String

    @OptionGroup var options: WritingTaskOptions

    func run() throws { try options.perform(.restore(from: LibraryOptions.absolute(file))) }
}
