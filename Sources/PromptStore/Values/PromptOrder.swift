/// How the list of prompts is ordered. Prompts without a value for the key come last in both directions.
public struct PromptOrder: Equatable, Hashable, Sendable {
    /// What the list is ordered by; ties are broken by insertion.
    public enum Key: String, CaseIterable, Sendable {
        case created, updated, score, rating, usage

        /// Whether moments are compared.
        var isTime: Bool { self == .created || self == .updated }
    }

    /// The value the prompts are compared by.
    public var key: Key
    /// Largest, newest or best first.
    public var isDescending: Bool

    /// Orders by `key`, largest first unless told otherwise.
    public init(_ key: Key, isDescending: Bool = true) {
        self.key = key
        self.isDescending = isDescending
    }
}
