import ArgumentParser
import PromptStore

/// What every maintenance command can be told.
struct TaskOptions: ParsableArguments {
    @OptionGroup var output: OutputOptions

    @OptionGroup var library: LibraryOptions

    /// The name and the description of the command for a kind of task.
    static func configuration(_ kind: MaintenanceTask.Kind, discussion: String = "") -> CommandConfiguration {
        CommandConfiguration(commandName: kind.rawValue, abstract: kind.summary, discussion: discussion)
    }

    /// Does a task and prints what has come of it.
    func perform(_ task: MaintenanceTask) throws {
        try output.perform(task, of: library.maintenance(isReadOnly: !task.writes))
    }

    /// Prints which backups there are.
    func listBackups() throws {
        let list = library.maintenance(isReadOnly: true).backupList()
        try output.print(list, of: MaintenanceTask.Kind.backup.rawValue)
    }
}

/// What a maintenance command that changes the library can be told beside that.
struct WritingTaskOptions: ParsableArguments {
    @OptionGroup var output: OutputOptions

    @OptionGroup var writing: WritingOptions

    /// Does a task and prints what has come of it.
    func perform(_ task: MaintenanceTask) throws {
        let library = writing.library
        let maintenance = library.maintenance(isReadOnly: false)
        if writing.allowTriggers { maintenance.allow(try library.reading().examination().foreignObjects) }
        try output.perform(task, of: maintenance)
    }
}

extension OutputOptions {
    /// Does a task and prints what has come of it.
    ///
    /// - Throws: what speaks against it, also that it found damage.
    fileprivate func perform(_ task: MaintenanceTask, of maintenance: Maintenance) throws {
        try print(TaskConsole().perform(task, of: maintenance), of: task.kind.rawValue)
    }

    /// Prints what has come of a task.
    func print(_ report: TaskReport, of name: String) throws {
        switch output {
        case .text: try Output.write(report)
        case .json: try Output.write(JSON(report, of: name))
        }
        if report.outcome == .damage { throw ExitCode(1) }
    }
}
