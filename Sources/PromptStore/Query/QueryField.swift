/// A field that a query can ask for. `QueryField+Table.swift` is the one place to add another.
public struct QueryField: Sendable {
    /// What stands before the colon.
    public let name: String
    /// What it asks for, in a few words.
    public let help: String
    /// What may stand behind the colon.
    public let kind: Kind
    /// Whether a prompt can have nothing noted, which `none` asks for.
    public let canBeMissing: Bool
    /// The column of `prompts` that is compared as a whole; nil where the condition is another.
    let column: String?
    /// The condition in SQL, of a prompt `p`; never NULL where the value itself is known.
    let condition: @Sendable (QueryValue, inout QueryCondition) -> String

    /// What may stand behind the colon.
    public enum Kind: Equatable, Sendable {
        /// Any text.
        case text
        /// A number, with or without a relation.
        case number
        /// A moment, to which the field itself says the relation.
        case moment
        /// A moment with a relation; that of an age is the age's.
        case age
        /// One of these words.
        case choice([String])
    }

    /// The field of a name, in letters of either case.
    static func named(_ name: String) -> QueryField? { all.first { $0.name == name.lowercased() } }

    init(
        _ name: String,
        _ help: String,
        _ kind: Kind,
        canBeMissing: Bool = false,
        column: String? = nil,
        condition: @escaping @Sendable (QueryValue, inout QueryCondition) -> String
    ) {
        self.name = name
        self.help = help
        self.kind = kind
        self.canBeMissing = canBeMissing
        self.column = column
        self.condition = condition
    }
}

extension QueryField: Hashable {
    /// Fields go by their names.
    public static func == (first: QueryField, second: QueryField) -> Bool { first.name == second.name }

    /// Fields go by their names.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
