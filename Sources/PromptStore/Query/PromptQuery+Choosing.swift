/// Changing a query without typing.
extension PromptQuery {
    /// What must hold at the same time: the terms of the breadcrumb.
    public var conjuncts: [QueryExpression] {
        guard let expression else { return [] }
        if case .all(let parts) = expression { return parts }
        return [expression]
    }

    /// The query without one of its `conjuncts`.
    public func removing(conjunct index: Int) -> PromptQuery {
        var parts = conjuncts
        if parts.indices.contains(index) { parts.remove(at: index) }
        return PromptQuery(.joined(parts), order: order)
    }

    /// The query and another one; an order of the other goes first.
    public func and(_ other: PromptQuery) -> PromptQuery {
        PromptQuery(.joined(conjuncts + other.conjuncts), order: other.order ?? order)
    }

    /// The values of a field that a prompt may have, where one of its conjuncts says so.
    public func chosen(_ field: QueryField) -> [QueryValue] { place(of: field)?.values ?? [] }

    /// The query with a value of a field chosen, or no longer where it was. Several values of a field mean any of them.
    public func toggling(_ field: QueryField, _ value: QueryValue) -> PromptQuery {
        var parts = conjuncts
        guard let (index, values) = place(of: field) else {
            return PromptQuery(.joined(parts + [.term(.field(field, [value]))]), order: order)
        }
        let rest = values.filter { $0 != value }
        let changed = rest.count < values.count ? rest : values + [value]
        if changed.isEmpty { parts.remove(at: index) } else { parts[index] = .term(.field(field, changed)) }
        return PromptQuery(.joined(parts), order: order)
    }

    /// The same for a value that is a text.
    public func toggling(_ field: QueryField, _ text: String) -> PromptQuery { toggling(field, .text(text)) }

    /// The query without what its conjuncts choose of a field.
    public func without(_ field: QueryField) -> PromptQuery {
        let rest = conjuncts.filter { part in
            if case .term(.field(field, _)) = part { false } else { true }
        }
        return PromptQuery(.joined(rest), order: order)
    }

    /// The texts that a prompt's own text must or may contain, to be lighted in it.
    public var soughtTexts: [String] {
        var texts: [String] = []
        func collect(_ expression: QueryExpression) {
            switch expression {
            case .term(.text(let text, _)): texts.append(text)
            case .term(.field), .not: break
            case .all(let parts), .any(let parts): parts.forEach(collect)
            }
        }
        if let expression { collect(expression) }
        return texts
    }

    private func place(of field: QueryField) -> (index: Int, values: [QueryValue])? {
        for (index, part) in conjuncts.enumerated() {
            if case .term(.field(field, let values)) = part { return (index, values) }
        }
        return nil
    }
}
