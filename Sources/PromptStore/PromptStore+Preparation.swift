import Foundation
import GRDB

/// What can be made ready in the background for files that have no index for it.
public enum Preparation: Equatable, Sendable {
    /// What hangs on each prompt.
    case lineage
    /// The list in an order, whatever kinds of times are mixed in the file.
    case order(PromptOrder.Key)
}

extension PromptStore {
    /// Makes something ready, or compares what is ready with the file; returns at once where there is no need.
    ///
    /// A reading that waits for the same connection comes in between soon. What was done when it is cancelled is kept.
    ///
    /// - Returns: whether what was read before may read otherwise now.
    /// - Throws: `StoreError.cancelled` when `cancellation` was thrown.
    public func prepare(_ preparation: Preparation, cancellation: Cancellation) throws(StoreError) -> Bool {
        switch preparation {
        case .lineage:
            let children = connections.children
            return try finish(.lineage, isThere: { children.isThere }, cancellation) { try children.step(in: $0) }
        case .order(let key):
            let orders = connections.orders
            try examineTimes(key, cancellation: cancellation)
            return try finish(.list, isThere: { orders.isThere(key) }, cancellation) { try orders.step(key, in: $0) }
        }
    }

    /// Takes steps until none is left.
    private func finish(
        _ role: Connections.Role,
        isThere: () -> Bool,
        _ cancellation: Cancellation,
        step: (Database) throws -> DerivedTable.Progress.Step
    ) throws(StoreError) -> Bool {
        while true {
            let isThere = isThere()
            let start = ContinuousClock.now
            if case .done(let hasChanged) = try connections.read(role, step) { return hasChanged }
            if cancellation.isCancelled { throw .cancelled }
            // What is there already is only compared: others go first.
            if isThere { Self.rest((ContinuousClock.now - start) * 4) }
        }
    }

    /// Looks whether kinds of times are mixed, on a connection for which nobody waits: it is a look at all times.
    private func examineTimes(_ key: PromptOrder.Key, cancellation: Cancellation) throws(StoreError) {
        let orders = connections.orders
        guard let column = DerivedTable.column(of: key),
            try connections.read(.list, { try orders.isUnknown(key, in: $0) })
        else { return }
        let areMixed = try connections.read(.count, cancellation: cancellation) { database in
            try TimeKinds(database: database, column: column).areMixed()
        }
        orders.learn(key, areTimesMixed: areMixed)
    }

    private static func rest(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        Thread.sleep(forTimeInterval: Double(seconds) + Double(attoseconds) / 1e18)
    }
}
