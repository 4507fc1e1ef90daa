/// One statement for each kind of term, so that tests can look at all of them.
extension QueryCondition {
    /// The condition of one word.
    static let sample = QueryCondition(.init(.term(.text("word"))), now: 0, ratings: .inOneTable).sql ?? "1"

    /// The newest prompts that a term of each field finds.
    static let named: [NamedQuery] = QueryField.all.flatMap { field in
        samples(of: field).flatMap { value in
            let term = QueryExpression.term(.field(field, [value]))
            return [term, term.negated].map { expression in
                let query = PromptQuery(expression)
                let condition = QueryCondition(query, now: 0, ratings: .inOneTable).sql
                let page = PageQuery(
                    order: PromptOrder(.created),
                    segment: 0,
                    isBackward: false,
                    comparison: .none,
                    condition: condition
                )
                return NamedQuery("page: created, \(query.text)", page.sql)
            }
        }
    }

    private static func samples(of field: QueryField) -> [QueryValue] {
        let values: [QueryValue] =
            switch field.kind {
            case .text: field == .tag ? [.text("a"), .text("\"")] : [.text("a")]
            case .number: [.number(.above, 1), .number(.equal, 1)]
            case .moment: [.moment(.equal, .ago(1, .days))]
            case .age: [.moment(.below, .ago(1, .days)), .moment(.below, .date(seconds: 0))]
            case .choice(let words): words.map(QueryValue.text)
            }
        return values + (field.canBeMissing ? [.none] : [])
    }
}
