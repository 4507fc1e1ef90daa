/// A piece of maintenance that can be asked for, with what it needs to know.
public enum MaintenanceTask: Equatable, Sendable {
    /// Makes a verified copy in a file that is not there yet; nil for one in the directory of backups.
    case backup(to: String?)
    /// Lists sizes and counts.
    case statistics

    /// What kind of task it is.
    public var kind: Kind {
        switch self {
        case .backup: .backup
        case .statistics: .statistics
        }
    }

    /// What does it.
    var work: any TaskWork {
        switch self {
        case .backup(let target): BackupTask(target: target)
        case .statistics: StatisticsTask()
        }
    }
}

/// How a task is done: one type for each, in a file of its own.
protocol TaskWork {
    /// Does it, on the calling thread.
    ///
    /// - Throws: `StoreError.cancelled` when asked to end; the library is then as it was.
    func perform(_ run: TaskRun) throws -> TaskReport
}
