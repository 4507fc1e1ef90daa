/// A piece of maintenance that can be asked for, with what it needs to know.
public enum MaintenanceTask: Equatable, Sendable {
    /// Looks for damage and for values that cannot be right. The quick one leaves out whether indexes agree with their
    /// tables, and what takes a look at each text and each score.
    case integrityCheck(isQuick: Bool)
    /// Rebuilds the file without gaps, with the indexes of our own that it lacks.
    case optimize
    /// The same, and empties the log.
    case compact
    /// Takes the planner's figures, and looks at the plans of the program's own statements.
    case analyze
    /// Times the program's own statements.
    case performance
    /// Puts a backup in the place of what the library holds, after backing that up.
    case restore(from: String)
    /// Computes all scores with today's priors and ages.
    case rescore
    /// Makes a verified copy in a file that is not there yet; nil for one in the directory of backups.
    case backup(to: String?)
    /// Takes the library to the documented layout.
    case migrate(MigrationOptions)
    /// Writes the library down; only some prompts where they are chosen, and what belongs to them.
    case export(format: ExportFormat, of: ExportChoice? = nil, to: ExportTarget)
    /// Brings an export into the library, which may be missing; `-` is the standard input.
    case `import`(from: String, onConflict: ConflictPolicy, isDryRun: Bool)
    /// Lists sizes and counts.
    case statistics

    /// What kind of task it is.
    public var kind: Kind {
        switch self {
        case .backup: .backup
        case .migrate: .migrate
        case .integrityCheck: .integrityCheck
        case .optimize: .optimize
        case .compact: .compact
        case .analyze: .analyze
        case .performance: .performance
        case .restore: .restore
        case .rescore: .rescore
        case .export: .export
        case .import: .import
        case .statistics: .statistics
        }
    }

    /// What does it.
    var work: any TaskWork {
        switch self {
        case .backup(let target): BackupTask(target: target)
        case .migrate(let options): MigrateTask(options: options)
        case .integrityCheck(let isQuick): IntegrityTask(isQuick: isQuick)
        case .optimize: OptimizeTask(emptiesLog: false)
        case .compact: OptimizeTask(emptiesLog: true)
        case .analyze: AnalyzeTask()
        case .performance: PerformanceTask()
        case .restore(let source): RestoreTask(source: source)
        case .rescore: RescoreTask()
        case .export(let format, let choice, let target): ExportTask(format: format, choice: choice, target: target)
        case .import(let file, let policy, let isDryRun): ImportTask(file: file, policy: policy, isDryRun: isDryRun)
        case .statistics: StatisticsTask()
        }
    }

    /// Whether it only tries out what it would do, on a copy.
    public var isRehearsal: Bool {
        switch self {
        case .migrate(let options): options.isRehearsal
        case .import(_, _, let isDryRun): isDryRun
        case .integrityCheck, .backup, .restore, .optimize, .compact, .analyze, .statistics, .performance, .rescore,
            .export:
            false
        }
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
