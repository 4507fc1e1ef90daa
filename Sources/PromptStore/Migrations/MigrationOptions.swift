/// How a migration is to be done.
public struct MigrationOptions: Equatable, Sendable {
    /// The rows that are filled in at a time, unless somebody wishes otherwise.
    public static let usualBatch = 1000

    /// Whether it is done on a private copy only, to see what it comes to.
    public var isRehearsal: Bool
    /// The rows that are filled in at a time, at least 1: the grain of progress, cancelling and memory.
    public var batchSize: Int
    /// Whether steps that were done are repeated, and the room on the disk is not looked at.
    public var isForced: Bool
    /// Whether it is done although the file has triggers or views of unknown origin.
    public var allowsForeignObjects: Bool

    /// Creates them.
    public init(
        isRehearsal: Bool = false,
        batchSize: Int = usualBatch,
        isForced: Bool = false,
        allowsForeignObjects: Bool = false
    ) {
        self.isRehearsal = isRehearsal
        self.batchSize = max(1, batchSize)
        self.isForced = isForced
        self.allowsForeignObjects = allowsForeignObjects
    }
}
