import ArgumentParser
import PromptStore

struct MigrateCommand: ParsableCommand {
    static let configuration = TaskOptions.configuration(
        .migrate,
        discussion: """
            Tables, columns and indexes are only added, and nothing that was there changes. A verified backup is made \
            first; everything happens in one transaction, and is taken back unless all that was there is as before. \
            To go back: prompt-alchemy db restore BACKUP
            """
    )

    @Flag(help: "Do it on a private copy and say what it comes to; the library stays as it is.")
    var dryRun = false

    @Option(help: ArgumentHelp("How many prompts to fill in at a time, at least 1.", valueName: "n"))
    var batchSize = MigrationOptions.usualBatch

    @Flag(help: "Repeat steps that were done, and do not ask for room on the disk. The backup is made all the same.")
    var force = false

    @Flag(help: "Change the library although it has triggers or views of unknown origin.")
    var allowTriggers = false

    @OptionGroup var options: TaskOptions

    func validate() throws {
        guard batchSize >= 1 else { throw ValidationError("A batch has at least 1 prompt.") }
    }

    func run() throws {
        let migration = MigrationOptions(
            isRehearsal: dryRun,
            batchSize: batchSize,
            isForced: force,
            allowsForeignObjects: allowTriggers
        )
        try options.perform(.migrate(migration))
    }
}
