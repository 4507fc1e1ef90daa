import ArgumentParser

struct DatabaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db",
        abstract: "Look after the library's file.",
        subcommands: [
            IntegrityCheckCommand.self, BackupCommand.self, RestoreCommand.self, OptimizeCommand.self,
            CompactCommand.self, AnalyzeCommand.self, StatisticsCommand.self, PerformanceCommand.self,
            RescoreCommand.self,
        ]
    )
}
