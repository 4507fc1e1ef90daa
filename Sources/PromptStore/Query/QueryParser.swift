/// Reads the text of a query, by descent. Whatever the text is, it comes to an end.
///
/// It goes by Unicode scalars: where texts are joined, characters may grow together, and scalars never do.
struct QueryParser {
    /// Something wrong, in scalars.
    struct Fault: Error {
        let fact: QueryError.Fact
        let range: Range<Int>
    }

    let text: String
    let scalars: [Unicode.Scalar]
    var position = 0
    private var depth = 0
    var isInParentheses: Bool { depth > 0 }
    private var count = 0
    private var isNegated = false
    private var order: PromptOrder?

    init(_ text: String) {
        self.text = text
        scalars = Array(text.unicodeScalars)
    }

    mutating func parse() throws(QueryError) -> PromptQuery {
        do throws(Fault) {
            guard scalars.count <= PromptQuery.longestText else {
                throw Fault(fact: .tooLong, range: PromptQuery.longestText..<scalars.count)
            }
            let expression = try alternatives()
            // Only a parenthesis ends alternatives before the end of the text.
            guard isAtEnd else { throw Fault(fact: .strayParenthesis, range: position..<position + 1) }
            return PromptQuery(expression, order: order)
        } catch {
            throw QueryError(fact: error.fact, range: characters(error.range))
        }
    }

    // MARK: The tree

    private mutating func alternatives() throws(Fault) -> QueryExpression? {
        var parts: [QueryExpression] = []
        var lastOr: Range<Int>?
        while true {
            let part = try conjunction()
            let nextOr = takeOr()
            if let or = nextOr ?? lastOr, part == nil { throw Fault(fact: .looseOr, range: or) }
            if let part { parts.append(part) }
            guard let nextOr else { return .either(parts) }
            lastOr = nextOr
        }
    }

    /// What stands side by side, up to an `OR`, a closing parenthesis or the end.
    private mutating func conjunction() throws(Fault) -> QueryExpression? {
        var parts: [QueryExpression] = []
        while true {
            skipSpace()
            if isAtEnd || scalar == ")" || orIsHere { return .joined(parts) }
            if let part = try factor() { parts.append(part) }
        }
    }

    /// A term, a group, or the contrary of one; nil where it was an order.
    private mutating func factor() throws(Fault) -> QueryExpression? {
        if scalar == "-", scalars.dropFirst(position + 1).first != "-" {
            let minus = position..<position + 1
            position += 1
            let wasNegated = isNegated
            isNegated = true
            defer { isNegated = wasNegated }
            guard !isAtEnd, !isSpace, scalar != ")" else { throw Fault(fact: .looseMinus, range: minus) }
            return try factor()?.negated
        }
        guard scalar == "(" else { return try term() }
        let start = position
        position += 1
        depth += 1
        defer { depth -= 1 }
        guard depth <= PromptQuery.deepestNesting else { throw Fault(fact: .tooDeep, range: start..<position) }
        let inside = try alternatives()
        guard !isAtEnd else { throw Fault(fact: .openParenthesis, range: start..<start + 1) }
        position += 1
        guard let inside else { throw Fault(fact: .emptyParentheses, range: start..<position) }
        return inside
    }

    private mutating func term() throws(Fault) -> QueryExpression? {
        let start = position
        if scalar == "\"" {
            let text = try quotation()
            let isPrefix = !isAtEnd && scalar == "*" && !text.isEmpty
            if isPrefix { position += 1 }
            try countTerm(from: start)
            return text.isEmpty ? nil : .term(.text(text, isPrefix: isPrefix))
        }
        if let name = fieldName { return try field(name) }
        var word = bareText(endsAtComma: false)
        let isPrefix = word.count > 1 && word.last == "*"
        if isPrefix { word.removeLast() }
        try countTerm(from: start)
        return .term(.text(String(word), isPrefix: isPrefix))
    }

    private mutating func field(_ name: String) throws(Fault) -> QueryExpression? {
        let start = position
        position += name.unicodeScalars.count + 1
        switch name.lowercased() {
        case "sort":
            guard depth == 0, !isNegated else {
                _ = bareText(endsAtComma: false)
                throw Fault(fact: .misplacedSort, range: start..<position)
            }
            let found = try sort(from: start)
            guard order == nil else { throw Fault(fact: .secondSort, range: start..<position) }
            order = found
            return nil
        case "is":
            try choice(of: ["unrated"], for: name, from: start)
            try countTerm(from: start)
            return .term(.field(.rating, [.none]))
        default:
            guard let field = QueryField.named(name) else {
                throw Fault(fact: .unknownField(name), range: start..<position)
            }
            var values: [QueryValue] = []
            repeat {
                let value = try value(of: field, from: start)
                if !values.contains(value) { values.append(value) }
                try countTerm(from: start)
            } while takeComma()
            return .term(.field(field, values))
        }
    }

    private mutating func countTerm(from start: Int) throws(Fault) {
        count += 1
        guard count <= PromptQuery.mostTerms else { throw Fault(fact: .tooManyTerms, range: start..<position) }
    }

    /// Of the text as a person counts.
    private func characters(_ range: Range<Int>) -> Range<Int> {
        var lower = 0
        var upper = 0
        var seen = 0
        for character in text {
            let next = seen + character.unicodeScalars.count
            if next <= range.lowerBound { lower += 1 }
            if seen < range.upperBound { upper += 1 }
            seen = next
        }
        return min(lower, upper)..<upper
    }
}
