/// Writing a query.
extension PromptQuery {
    /// The query as `init` reads it, in the one form that every text of this meaning has.
    public var text: String {
        var parts = conjuncts.map { Self.text($0, insideAll: conjuncts.count > 1) }
        if let order { parts.append("sort:\(order.key.rawValue)\(order.isDescending ? "-" : "+")") }
        return parts.joined(separator: " ")
    }

    private static func text(_ expression: QueryExpression, insideAll: Bool) -> String {
        switch expression {
        case .term(let term): text(term)
        case .not(.term(let term)): "-" + text(term)
        case .not(let inner): "-(" + text(inner, insideAll: false) + ")"
        case .all(let parts): parts.map { text($0, insideAll: true) }.joined(separator: " ")
        case .any(let parts):
            // Standing side by side binds more.
            insideAll
                ? "(" + text(expression, insideAll: false) + ")"
                : parts.map { text($0, insideAll: false) }.joined(separator: " OR ")
        }
    }

    private static func text(_ term: QueryTerm) -> String {
        switch term {
        case .text(let text, let isPrefix):
            return (needsQuotes(word: text) ? quoted(text) : text) + (isPrefix ? "*" : "")
        case .field(let field, let values):
            return "\(field.name):" + values.map(text).joined(separator: ",")
        }
    }

    private static func text(_ value: QueryValue) -> String {
        switch value {
        case .none: "none"
        case .text(let text): needsQuotes(value: text) ? quoted(text) : text
        case .moment(let relation, let moment): relation.rawValue + moment.text
        case .number(let relation, let number):
            relation.rawValue + (Int(exactly: number).map { String($0) } ?? "\(number)")
        }
    }

    private static func needsQuotes(word: String) -> Bool {
        let parser = QueryParser(word)
        return hasMeaning(word) || parser.scalars.first == "-" || parser.orIsHere || parser.fieldName != nil
            || parser.scalars.count > 1 && parser.scalars.last == "*"
    }

    private static func needsQuotes(value: String) -> Bool {
        hasMeaning(value) || value.unicodeScalars.contains(",") || value.lowercased() == "none"
    }

    /// Whether there are signs that end a word or begin something else.
    private static func hasMeaning(_ text: String) -> Bool {
        text.isEmpty
            || text.unicodeScalars.contains {
                $0.properties.isWhitespace || $0 == "\"" || $0 == "(" || $0 == ")"
            }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = String.UnicodeScalarView()
        quoted.append("\"")
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted.append("\\") }
            quoted.append(scalar)
        }
        quoted.append("\"")
        return String(quoted)
    }
}
