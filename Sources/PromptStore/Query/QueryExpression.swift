/// What must hold of a prompt, as a tree. Made by its functions, a tree has only one form for one meaning of the text.
public indirect enum QueryExpression: Equatable, Hashable, Sendable {
    /// A single condition.
    case term(QueryTerm)
    /// The contrary.
    case not(QueryExpression)
    /// All of at least two.
    case all([QueryExpression])
    /// One of at least two.
    case any([QueryExpression])

    /// All of these; nil where there are none.
    static func joined(_ parts: [QueryExpression]) -> QueryExpression? {
        let flat = parts.flatMap { part in
            if case .all(let inner) = part { inner } else { [part] }
        }
        return flat.count > 1 ? .all(flat) : flat.first
    }

    /// One of these; nil where there are none.
    static func either(_ parts: [QueryExpression]) -> QueryExpression? {
        let flat = parts.flatMap { part in
            if case .any(let inner) = part { inner } else { [part] }
        }
        return flat.count > 1 ? .any(flat) : flat.first
    }

    /// The contrary, where the contrary of the contrary is the thing itself.
    var negated: QueryExpression {
        if case .not(let inner) = self { inner } else { .not(self) }
    }
}
