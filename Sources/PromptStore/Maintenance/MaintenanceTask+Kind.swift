extension MaintenanceTask {
    /// The kinds of maintenance, under the names that the command line and the library's memory have for them, in the
    /// order of a menu.
    public enum Kind: String, CaseIterable, Sendable {
        case integrityCheck = "integrity-check"
        case backup, restore, optimize, compact, analyze, migrate, export, `import`
        case statistics = "stats"
        case performance, rescore

        /// A few words for a menu.
        public var title: String {
            switch self {
            case .integrityCheck: "Integrity check"
            case .backup: "Back up"
            case .export: "Export"
            case .import: "Import"
            case .migrate: "Migrate"
            case .restore: "Restore"
            case .optimize: "Optimize"
            case .compact: "Compact"
            case .analyze: "Analyze"
            case .statistics: "Statistics"
            case .performance: "Query performance"
            case .rescore: "Rescore"
            }
        }

        /// What it will do, in one sentence.
        public var summary: String {
            switch self {
            case .integrityCheck: "Look for damage and for values that cannot be right; change nothing."
            case .backup: "Make a copy of the library that is checked before it counts."
            case .export: "Write the library down as SQL or JSON; change nothing."
            case .import: "Bring an export, or a dump of the sqlite3 shell, into the library."
            case .migrate: "Give a library of an earlier version what it lacks, keeping all that is there."
            case .restore: "Back up what there is, then put a backup in its place."
            case .optimize: "Rebuild the file without gaps, with all indexes that make it quick."
            case .compact: "Optimize, and empty the log beside the file."
            case .analyze: "Take the figures that SQLite plans with, and look at its plans."
            case .statistics: "List what the library holds and how much room it takes; change nothing."
            case .performance: "Time the program's own queries on this library; change nothing."
            case .rescore: "Compute all scores anew, with the ages that ratings have today."
            }
        }

        /// Whether it changes the library.
        public var writes: Bool {
            switch self {
            case .integrityCheck, .backup, .export, .statistics, .performance: false
            case .restore, .optimize, .compact, .analyze, .rescore, .migrate, .import: true
            }
        }

        /// Whether it can be tried out first.
        public var hasDryRun: Bool { self == .migrate || self == .import }
    }
}
