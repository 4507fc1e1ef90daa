extension MaintenanceTask {
    /// The kinds of maintenance, under the names that the command line and the library's memory have for them.
    public enum Kind: String, CaseIterable, Sendable {
        case backup
        case migrate
        case statistics = "stats"

        /// A few words for a menu.
        public var title: String {
            switch self {
            case .backup: "Back up"
            case .migrate: "Migrate"
            case .statistics: "Statistics"
            }
        }

        /// What it will do, in one sentence.
        public var summary: String {
            switch self {
            case .backup: "Make a copy of the library that is checked before it counts."
            case .migrate: "Give a library of an earlier version what it lacks, keeping all that is there."
            case .statistics: "List what the library holds and how much room it takes; change nothing."
            }
        }

        /// Whether it changes the library.
        public var writes: Bool {
            switch self {
            case .migrate: true
            case .backup, .statistics: false
            }
        }

        /// Whether it can be tried out first.
        public var hasDryRun: Bool { self == .migrate }
    }
}
