/// What is worth knowing of a library before it is changed, found without changing anything.
public struct Examination: Equatable, Sendable {
    /// Triggers and views that neither this program nor a known generation of the tool has made.
    public var foreignObjects: [ForeignObject]

    /// Whether changes wait beside it that could not be made.
    public var hasPendingChanges: Bool

    /// What its owner should know of the place where it is.
    public var concerns: [FileConcern]

    /// Creates it.
    public init(
        foreignObjects: [ForeignObject] = [],
        hasPendingChanges: Bool = false,
        concerns: [FileConcern] = []
    ) {
        self.foreignObjects = foreignObjects
        self.hasPendingChanges = hasPendingChanges
        self.concerns = concerns
    }
}
