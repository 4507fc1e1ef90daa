/// What stands behind the colon of a field.
extension QueryParser {
    /// - Parameter start: where the field begins, for what is wrong with all of it.
    mutating func value(of field: QueryField, from start: Int) throws(Fault) -> QueryValue {
        let (text, isQuoted, range) = try valueText(of: field, from: start)
        if field.canBeMissing, text.isEmpty || !isQuoted && text.lowercased() == "none" { return .none }
        guard !text.isEmpty else { throw Fault(fact: .missingValue(field), range: start..<position) }
        switch field.kind {
        case .text: return .text(text)
        case .choice(let words):
            let word = text.lowercased()
            guard words.contains(word) else {
                throw Fault(fact: .unknownChoice(name: field.name, text, choices: words), range: range)
            }
            return .text(word)
        case .number:
            let (relation, rest) = Self.relation(text)
            let isPlain = rest.utf8.allSatisfy { (48...57).contains($0) || "+-.eE".utf8.contains($0) }
            guard isPlain, let number = Double(rest), number.isFinite else {
                throw Fault(fact: rest.isEmpty ? .missingValue(field) : .notANumber(field, rest), range: range)
            }
            return .number(relation, number == 0 ? 0 : number)
        case .moment: return .moment(.equal, try moment(text, of: field, at: range))
        case .age:
            let (relation, rest) = Self.relation(text)
            guard !rest.isEmpty else { throw Fault(fact: .missingValue(field), range: range) }
            let moment = try moment(rest, of: field, at: range)
            guard relation != .equal else { throw Fault(fact: .missingRelation(field), range: range) }
            return .moment(relation, moment)
        }
    }

    /// The key of an order, with `-` for the largest first, which is how they are by themselves, and `+` for the smallest.
    mutating func sort(from start: Int) throws(Fault) -> PromptOrder {
        let choices = PromptOrder.Key.allCases.map(\.rawValue)
        let begin = position
        var word = String(bareText(endsAtComma: false))
        let isAscending = word.last == "+"
        if isAscending || word.last == "-" { word.removeLast() }
        guard let key = PromptOrder.Key(rawValue: word.lowercased()) else {
            let range = begin < position ? begin..<position : start..<position
            throw Fault(fact: .unknownChoice(name: "sort", word, choices: choices), range: range)
        }
        return PromptOrder(key, isDescending: !isAscending)
    }

    mutating func choice(of words: [String], for name: String, from start: Int) throws(Fault) {
        let begin = position
        let word = String(bareText(endsAtComma: false))
        guard words.contains(word.lowercased()) else {
            let range = begin < position ? begin..<position : start..<position
            throw Fault(fact: .unknownChoice(name: name, word, choices: words), range: range)
        }
    }

    private mutating func valueText(
        of field: QueryField,
        from start: Int
    ) throws(Fault) -> (text: String, isQuoted: Bool, range: Range<Int>) {
        let begin = position
        guard !isAtEnd, scalar != "\"" else {
            guard !isAtEnd else { throw Fault(fact: .missingValue(field), range: start..<position) }
            return (try quotation(), true, begin..<position)
        }
        let text = String(bareText(endsAtComma: true))
        guard !text.isEmpty else { throw Fault(fact: .missingValue(field), range: start..<position) }
        return (text, false, begin..<position)
    }

    private func moment(_ text: String, of field: QueryField, at range: Range<Int>) throws(Fault) -> QueryMoment {
        guard let moment = QueryMoment(text) else { throw Fault(fact: .notAMoment(field, text), range: range) }
        return moment
    }

    private static func relation(_ text: String) -> (QueryValue.Relation, String) {
        for relation in QueryValue.Relation.allCases where text.hasPrefix(relation.sign) {
            return (relation, String(text.dropFirst(relation.sign.count)))
        }
        return (.equal, text)
    }
}
