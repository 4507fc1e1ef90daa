import Foundation

/// What can be made ready in the background for files that have no index for it.
public enum Preparation: Equatable, Sendable {
    /// What hangs on each prompt.
    case lineage
}

extension PromptStore {
    /// Makes something ready, or compares what is ready with the file; returns at once where there is no need.
    ///
    /// A reading that waits for the same connection comes in between soon. What was done when it is cancelled is kept.
    ///
    /// - Returns: whether what was read before may read otherwise now.
    /// - Throws: `StoreError.cancelled` when `cancellation` was thrown.
    public func prepare(_ preparation: Preparation, cancellation: Cancellation) throws(StoreError) -> Bool {
        while true {
            let start = ContinuousClock.now
            let step = try connections.read(.lineage) { try connections.children.step(in: $0) }
            if case .done(let hasChanged) = step { return hasChanged }
            if cancellation.isCancelled { throw .cancelled }
            // What is there already is only compared: others go first.
            if connections.children.isThere { Self.rest((ContinuousClock.now - start) * 4) }
        }
    }

    private static func rest(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        Thread.sleep(forTimeInterval: Double(seconds) + Double(attoseconds) / 1e18)
    }
}
