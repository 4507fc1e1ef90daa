/// How many prompts have which value of a field, for a menu of values to narrow a list to.
public struct Facet: Equatable, Sendable {
    /// The most values of a facet.
    public static let mostValues = 200

    /// A value and the number of prompts that have it.
    public struct Count: Equatable, Sendable {
        /// The value, as `PromptQuery.toggling` takes it.
        public let value: QueryValue
        /// How many prompts have it.
        public let count: Int
    }

    /// The field.
    public let field: QueryField
    /// Its values, the most frequent first; at most `mostValues`.
    public let counts: [Count]
}
