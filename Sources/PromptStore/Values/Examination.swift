/// What is worth knowing of a library before it is changed, found without changing anything.
public struct Examination: Equatable, Sendable {
    /// Triggers and views that neither this program nor a known generation of the tool has made.
    public var foreignObjects: [ForeignObject]

    /// Creates it.
    public init(foreignObjects: [ForeignObject] = []) {
        self.foreignObjects = foreignObjects
    }
}
