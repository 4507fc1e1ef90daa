import GRDB
import Synchronization

/// How the prompts that hang on another are looked up on the connection for lineages.
final class ChildrenLookup: Sendable {
    private let progress = DerivedTable.Progress()
    private let need = Mutex<(layoutVersion: Int, isTableNeeded: Bool)?>(nil)

    /// Finds the way; where the file is small and has no index, what takes its place is made at once.
    func way(in database: Database) throws -> DerivedTable.Way {
        guard try isTableNeeded(database) else { return .byIndex }
        if try DerivedTable.isSmall(database) {
            while try progress.step(.children, in: database) == .more {}
        }
        guard progress.isWhole else { return .notYet }
        try progress.takeNewcomers(.children, in: database)
        return .byTable
    }

    /// Whether the table has been filled once.
    var isThere: Bool { progress.isWhole }

    /// Takes a step towards a table that is whole and true.
    func step(in database: Database) throws -> DerivedTable.Progress.Step {
        guard try isTableNeeded(database) else { return .done(hasChanged: false) }
        return try progress.step(.children, in: database)
    }

    private func isTableNeeded(_ database: Database) throws -> Bool {
        let version = try LibraryLayout.version(database)
        if let known = need.withLock({ $0 }), known.layoutVersion == version { return known.isTableNeeded }
        let isNeeded = try Relatives.needTable(database)
        need.withLock { $0 = (version, isNeeded) }
        return isNeeded
    }
}
