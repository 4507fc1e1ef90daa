import GRDB
import Synchronization

/// How the list's reader walks each order: along an index of the file, or along a temporary table where there is none, or
/// none that has the times as they follow each other.
final class ListOrders: Sendable {
    /// What is known of one order in one layout of the file.
    private struct Knowledge {
        let layoutVersion: Int
        /// nil while it is not known, and the file's index is taken to be good.
        var isTableNeeded: Bool?
        /// The state of the file, and its last prompt, when that was looked at.
        var version: Int
        var last: Int64
    }

    private let known = Mutex<[PromptOrder.Key: Knowledge]>([:])
    private let progress: [PromptOrder.Key: DerivedTable.Progress]

    init() {
        progress = Dictionary(uniqueKeysWithValues: PromptOrder.Key.allCases.map { ($0, DerivedTable.Progress()) })
    }

    /// How pages of an order are to be read; where the file is small, its table is made at once.
    func way(for key: PromptOrder.Key, in database: Database) throws -> DerivedTable.Way {
        guard let table = DerivedTable.order(by: key), let progress = progress[key],
            try knowledge(of: key, in: database).isTableNeeded == true
        else { return .byIndex }
        if try DerivedTable.isSmall(database) {
            while try progress.step(table, in: database) == .more {}
        }
        guard progress.isWhole else { return try Self.hasIndex(key, database) ? .byIndex : .notYet }
        try progress.takeNewcomers(table, in: database)
        return .byTable
    }

    /// Whether it still has to be looked at what kinds of times there are.
    func isUnknown(_ key: PromptOrder.Key, in database: Database) throws -> Bool {
        try knowledge(of: key, in: database).isTableNeeded == nil
    }

    /// Takes in whether the times of an order are mixed.
    func learn(_ key: PromptOrder.Key, areTimesMixed: Bool) {
        known.withLock { $0[key]?.isTableNeeded = areTimesMixed }
    }

    /// Whether the table of an order has been filled once.
    func isThere(_ key: PromptOrder.Key) -> Bool { progress[key]?.isWhole ?? false }

    /// Takes a step towards a table that is whole and true.
    func step(_ key: PromptOrder.Key, in database: Database) throws -> DerivedTable.Progress.Step {
        guard let table = DerivedTable.order(by: key), let progress = progress[key],
            try knowledge(of: key, in: database).isTableNeeded == true
        else { return .done(hasChanged: false) }
        return try progress.step(table, in: database)
    }

    private func knowledge(of key: PromptOrder.Key, in database: Database) throws -> Knowledge {
        let layoutVersion = try LibraryLayout.version(database)
        let version = try PromptStore.dataVersion(database)
        if var knowledge = known.withLock({ $0[key] }), knowledge.layoutVersion == layoutVersion {
            if knowledge.version == version || knowledge.isTableNeeded != false { return knowledge }
            knowledge.isTableNeeded = try isTableNeeded(for: key, after: knowledge.last, in: database)
            knowledge.version = version
            knowledge.last = try DerivedTable.lastRow(database)
            known.withLock { $0[key] = knowledge }
            return knowledge
        }
        let knowledge = Knowledge(
            layoutVersion: layoutVersion,
            isTableNeeded: try isTableNeeded(for: key, after: nil, in: database),
            version: version,
            last: try DerivedTable.lastRow(database)
        )
        known.withLock { $0[key] = knowledge }
        return knowledge
    }

    /// - Parameter rowid: only what came after it is looked at; nil looks at all if that takes no time to speak of.
    private func isTableNeeded(for key: PromptOrder.Key, after rowid: Int64?, in database: Database) throws -> Bool? {
        guard let column = DerivedTable.column(of: key) else { return false }
        if try !Self.hasIndex(key, database) {
            // A column that is not there has no values to be walked along.
            let layout = try LibraryLayout(database)
            return layout.has("prompts", column) || key == .score && layout.has("pa_scores")
        }
        guard key.isTime else { return false }
        let kinds = TimeKinds(database: database, column: column)
        guard try kinds.isThere() else { return false }
        if let rowid { return try kinds.areMixed(after: rowid) }
        return try DerivedTable.isSmall(database) ? kinds.areMixed() : nil
    }

    /// Whether SQLite would read the order along an index, and sort nothing.
    private static func hasIndex(_ key: PromptOrder.Key, _ database: Database) throws -> Bool {
        let query = PageQuery(order: PromptOrder(key), segment: 0, isBackward: false, comparison: .none)
        let statement = try database.cachedStatement(sql: "EXPLAIN QUERY PLAN " + query.sql)
        statement.setUncheckedArguments(["limit": 1])
        return try !Row.fetchAll(statement).contains { row in
            (row["parent"] as Int) == 0 && (row["detail"] as String).hasPrefix("USE TEMP B-TREE")
        }
    }
}
