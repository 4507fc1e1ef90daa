/// What a migration has done, or a rehearsal of it would do.
struct MigrationReport: Equatable, Sendable {
    /// What a step came to.
    struct Work: Equatable, Sendable {
        /// Rows that got values, and rows that were added.
        var rows = 0
        /// `table.column` of each column that was added.
        var columns: [String] = []
        /// The tables that were added.
        var tables: [String] = []
        /// The indexes that were added.
        var indexes: [String] = []
        /// By how much the database has grown.
        var bytes = 0
    }

    /// A step that was done.
    struct Step: Equatable, Sendable {
        let name: String
        let summary: String
        let work: Work
        let seconds: Double
    }

    /// What was looked at afterwards, all of it in order.
    struct Check: Equatable, Sendable {
        let name: String
        /// What was found, in a few words.
        let finding: String
        let seconds: Double
    }

    var steps: [Step] = []
    var checks: [Check] = []
}
