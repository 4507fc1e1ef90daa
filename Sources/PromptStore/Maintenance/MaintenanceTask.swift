/// A piece of maintenance that can be asked for, with what it needs to know.
public enum MaintenanceTask: Equatable, Sendable {
    /// Makes a verified copy in a file that is not there yet; nil for one in the directory of backups.
    case backup(to: String?)
    /// Takes the library to the documented layout.
    case migrate(MigrationOptions)
    /// Lists sizes and counts.
    case statistics

    /// What kind of task it is.
    public var kind: Kind {
        switch self {
        case .backup: .backup
        case .migrate: .migrate
        case .statistics: .statistics
        }
    }

    /// What does it.
    var work: any TaskWork {
        switch self {
        case .backup(let target): BackupTask(target: target)
        case .migrate(let options): MigrateTask(options: options)
        case .statistics: StatisticsTask()
        }
    }

    /// Whether it only tries out what it would do, on a copy.
    public var isRehearsal: Bool {
        if case .migrate(let options) = self { options.isRehearsal } else { false }
    }

    /// Whether it changes the library.
    public var writes: Bool { kind.writes && !isRehearsal }
}

/// How a task is done: one type for each, in a file of its own.
protocol TaskWork {
    /// Does it, on the calling thread.
    ///
    /// - Throws: `StoreError.cancelled` when asked to end; the library is then as it was.
    func perform(_ run: TaskRun) throws -> TaskReport
}
