import PromptStore

/// The lines above the text of a prompt: every field of the schema that says something.
struct DetailFields {
    let detail: PromptDetail
    let now: Double

    var lines: [[DetailPane.Span]] {
        [heading, numbers, dates, tags, relations, embedding, context, warning].filter { !$0.isEmpty }
    }

    private func span(_ text: String, _ role: Style.Role = .text, _ attributes: Style.Attributes = [])
        -> DetailPane.Span
    {
        .init(text: text, style: Style(role, attributes))
    }

    private var heading: [DetailPane.Span] {
        let phase = Phase(stored: detail.phase)
        return [
            span(detail.phase.isEmpty ? "no phase" : detail.phase, phase.role, .bold),
            span(" · \(detail.provider) / \(detail.model)"),
            span(detail.persona.map { " · \($0)" } ?? ""),
        ]
    }

    private var numbers: [DetailPane.Span] {
        let usage = Marked.number(detail.usageCount, in: 0...Double(Int32.max)) { Figures.plain($0) + "×" }
        return [
            span("used ", .muted), span(usage.text, usage.role),
            span("   versions ", .muted), span(Figures.grouped(detail.versionCount)),
            span("   length ", .muted), span(Figures.bytes(detail.contentBytes)),
            span("   id ", .muted), span(detail.id),
        ]
    }

    private var dates: [DetailPane.Span] {
        var spans = [span("created ", .muted)] + date(detail.createdAt)
        if detail.updatedAt != detail.createdAt { spans += [span("   updated ", .muted)] + date(detail.updatedAt) }
        return spans
    }

    private func date(_ moment: Timestamp?) -> [DetailPane.Span] {
        guard let moment else { return [span("unknown", .muted)] }
        guard let seconds = moment.seconds else { return [span("\(moment.stored)?", .error)] }
        return [
            span(String(moment.stored.prefix(16)).replacing("T", with: " ")),
            span(" (\(Figures.age(now - seconds)))", .muted),
        ]
    }

    private var tags: [DetailPane.Span] {
        guard let tags = detail.tags, !tags.isEmpty else { return [] }
        return [span(tags.split(separator: ",").map { "#" + String($0).trimmed }.joined(separator: " "), .key)]
    }

    private var relations: [DetailPane.Span] {
        var spans: [DetailPane.Span] = []
        if let parent = detail.parentID { spans += [span("from ", .muted), span(parent)] }
        if let original = detail.variantOf {
            spans += [span(spans.isEmpty ? "variant of " : "   variant of ", .muted), span(original)]
        }
        return spans
    }

    private var embedding: [DetailPane.Span] {
        guard let embedding = detail.embedding else { return [] }
        let dimensions = Marked.number(embedding.dimensions, in: 1...65_536) { "\(Figures.plain($0)) dimensions" }
        return [
            span("embedding ", .muted), span(dimensions.text, dimensions.role),
            span(" · \(Figures.bytes(embedding.bytes))"), span(embedding.model.map { " · \($0)" } ?? ""),
        ]
    }

    private var context: [DetailPane.Span] {
        guard let context = detail.context, !context.isEmpty else { return [] }
        return [span("context ", .muted), span(String(context.prefix(500)))]
    }

    private var warning: [DetailPane.Span] {
        guard detail.contentBytes > PromptDetail.longestText else { return [] }
        return [span("Only the first \(Figures.bytes(PromptDetail.longestText)) of the text are shown.", .error)]
    }
}

extension String {
    /// Without spaces at either end.
    var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
