/// A single condition of a query.
public enum QueryTerm: Equatable, Hashable, Sendable {
    /// The prompt's text contains this, ASCII letters of either case; as the beginning of a word where `isPrefix`.
    ///
    /// Without a full-text index a beginning is looked for like any text.
    case text(String, isPrefix: Bool = false)
    /// A field has one of these values, of which there is at least one.
    case field(QueryField, [QueryValue])
}

/// What a field is compared with.
public enum QueryValue: Equatable, Hashable, Sendable {
    /// Nothing is noted.
    case none
    /// A text, or one of the words that a field knows.
    case text(String)
    /// A number.
    case number(Relation, Double)
    /// A moment; before and after it where the field has no relation of its own.
    case moment(Relation, QueryMoment)

    /// How a field relates to a value; raw values are as in the text.
    public enum Relation: String, CaseIterable, Sendable {
        case atLeast = ">="
        case atMost = "<="
        case above = ">"
        case below = "<"
        case equal = ""

        /// The sign in SQL.
        var sign: String { self == .equal ? "=" : rawValue }

        /// That of the moments to the ages: what is younger is later.
        var reversed: Relation {
            switch self {
            case .atLeast: .atMost
            case .atMost: .atLeast
            case .above: .below
            case .below: .above
            case .equal: .equal
            }
        }
    }
}
