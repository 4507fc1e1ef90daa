import ArgumentParser
import PromptStore

/// What every maintenance command can be told, and how it is run.
struct TaskOptions: ParsableArguments {
    @OptionGroup var output: OutputOptions

    @OptionGroup var library: LibraryOptions

    /// The name and the description of the command for a kind of task.
    static func configuration(_ kind: MaintenanceTask.Kind, discussion: String = "") -> CommandConfiguration {
        CommandConfiguration(commandName: kind.rawValue, abstract: kind.summary, discussion: discussion)
    }

    /// Does a task and prints what has come of it.
    ///
    /// - Throws: what speaks against it, also that it found damage.
    func perform(_ task: MaintenanceTask) throws {
        try print(TaskConsole().perform(task, of: maintenance(isReadOnly: !task.writes)), of: task.kind)
    }

    /// Prints which backups there are.
    func listBackups() throws { try print(maintenance(isReadOnly: true).backupList(), of: .backup) }

    private func maintenance(isReadOnly: Bool) -> Maintenance {
        Maintenance(path: library.path, isReadOnly: isReadOnly, dataDirectory: library.directory)
    }

    private func print(_ report: TaskReport, of kind: MaintenanceTask.Kind) throws {
        switch output.output {
        case .text: try Output.write(report)
        case .json: try Output.write(JSON(report, of: kind))
        }
        if report.outcome == .damage { throw ExitCode(1) }
    }
}
