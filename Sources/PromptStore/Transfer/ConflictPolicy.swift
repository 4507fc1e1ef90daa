/// What becomes of a row of an import whose key the library has with other values.
public enum ConflictPolicy: String, CaseIterable, Sendable {
    /// The library keeps its own.
    case skip
    /// The import's takes its place.
    case replace
    /// Nothing is imported at all.
    case fail
}
