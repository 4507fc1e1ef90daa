import ArgumentParser

struct DatabaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db",
        abstract: "Look after the library's file.",
        subcommands: [StatisticsCommand.self, BackupCommand.self]
    )
}
