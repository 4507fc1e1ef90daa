import GRDB
import Synchronization

/// A temporary table on one connection that holds what the file has no index for. No byte of the file changes.
///
/// It is filled, and later compared with the file again, in rounds over all prompts, some rows at a time, so that whoever
/// else waits for the connection need not wait long.
struct DerivedTable: Sendable {
    /// Its name; no file may have one of the same name that matters, for all that are ours begin with `pa_`.
    let name: String
    /// `CREATE TEMP TABLE` and its indexes.
    let layout: String
    /// Brings the rows of the prompts whose rowid is in `:after`, exclusive, to `:upTo`, inclusive, up to date.
    let filling: String

    /// How something is looked up for which not every file has an index.
    enum Way: Equatable {
        case byIndex, byTable
        /// The table that it takes is still being filled.
        case notYet
    }

    /// How many prompts are looked at in one go: some milliseconds' worth.
    static let windowSize = 2000

    private static let windowEnd = """
        SELECT rowid FROM main.prompts WHERE rowid > ? ORDER BY rowid LIMIT 1 OFFSET \(windowSize - 1)
        """
    private static let lastPrompt = "SELECT max(rowid) FROM main.prompts"

    /// Whether a file is so small that a whole round takes no time to speak of.
    static func isSmall(_ database: Database) throws -> Bool {
        try (Int64.fetchOne(database.cachedStatement(sql: lastPrompt)) ?? 0) <= 5000
    }

    /// How far the table of one connection has come.
    final class Progress: Sendable {
        private struct State {
            /// The prompts up to this rowid have been looked at in this round; nil between rounds.
            var position: Int64?
            /// The prompts up to this one have been looked at in some round.
            var last = Int64.min
            /// The state of the file at the beginning of the last round.
            var version: Int?
            var isWhole = false
            /// Whether the round has changed rows of the table, or is the first.
            var hasChanged = false
        }

        private let state = Mutex(State())

        /// What a step has come to.
        enum Step: Equatable {
            /// There are prompts that have not been looked at in this round.
            case more
            /// The table is as the file was at the beginning of the round; whether that has changed the table.
            case done(hasChanged: Bool)
        }

        /// Whether every prompt has been looked at once.
        var isWhole: Bool { state.withLock { $0.isWhole } }

        /// Takes one step of a round; begins one if the file has changed since the last.
        func step(_ table: DerivedTable, in database: Database) throws -> Step {
            let version = try PromptStore.dataVersion(database)
            var now = state.withLock { $0 }
            if now.version == nil { try database.execute(sql: table.layout) }
            if now.position == nil {
                if now.version == version { return .done(hasChanged: false) }
                now.position = .min
                now.version = version
                now.hasChanged = false
            }
            let start = now.position ?? .min
            let end = try Int64.fetchOne(database.cachedStatement(sql: DerivedTable.windowEnd), arguments: [start])
            now.hasChanged = try table.fill(after: start, upTo: end ?? .max, in: database) || now.hasChanged
            now.position = end
            if end == nil {
                now.last = try DerivedTable.lastRow(database)
                now.hasChanged = now.hasChanged || !now.isWhole
                now.isWhole = true
            }
            state.withLock { $0 = now }
            return end == nil ? .done(hasChanged: now.hasChanged) : .more
        }

        /// Takes in what has been added to the file since; what has become of older prompts is left to a round.
        func takeNewcomers(_ table: DerivedTable, in database: Database) throws {
            var now = state.withLock { $0 }
            let last = try DerivedTable.lastRow(database)
            guard now.isWhole, last != now.last else { return }
            _ = try table.fill(after: min(last, now.last), upTo: .max, in: database)
            now.last = last
            state.withLock { $0 = now }
        }
    }

    /// The rowid of the last prompt.
    static func lastRow(_ database: Database) throws -> Int64 {
        try Int64.fetchOne(database.cachedStatement(sql: lastPrompt)) ?? .min
    }

    private func fill(after start: Int64, upTo end: Int64, in database: Database) throws -> Bool {
        let before = database.totalChangesCount
        try database.cachedStatement(sql: filling).execute(arguments: ["after": start, "upTo": end])
        return database.totalChangesCount != before
    }
}
