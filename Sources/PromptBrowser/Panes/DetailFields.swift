import PromptStore

/// The lines above and below the text of a prompt: every field of the schema that says something.
struct DetailFields {
    let detail: PromptDetail
    let now: Double

    /// What is above the text: what the prompt is for, and how much it is used.
    func head(width: Int) -> [[Span]] {
        Self.lines([[phase, model, persona], [tags], [usage, versions, created]], width)
    }

    /// What is below the text: all the rest.
    func tail(width: Int) -> [[Span]] {
        Self.lines([[context], [updated, length], [id, parent, original], [embedding], [warning]] + [further], width)
    }

    private static func lines(_ groups: [[[Span]]], _ width: Int) -> [[Span]] {
        groups.flatMap { group in Span.flowing(group.filter { !$0.isEmpty }, width: width) }
    }

    private var phase: [Span] {
        [Span(detail.phase.isEmpty ? "no phase" : detail.phase, Phase(stored: detail.phase).role, .bold)]
    }

    private var model: [Span] { [Span("\(detail.provider) / \(detail.model)")] }

    private var persona: [Span] { detail.persona.map { [Span($0)] } ?? [] }

    private var tags: [Span] {
        let tags = detail.tagList
        return tags.isEmpty ? [] : [Span(tags.map { "#" + $0 }.joined(separator: " "), .key)]
    }

    private var further: [[Span]] {
        detail.further.map { field in
            [Span(field.name.replacing("_", with: " ") + " ", .muted), Span(field.value)]
        }
    }

    private var usage: [Span] {
        let usage = Marked.number(detail.usageCount, in: 0...Double(Int32.max)) { Figures.plain($0) + "×" }
        return [Span("used ", .muted), Span(usage.text, usage.role)]
    }

    private var versions: [Span] { [Span("versions ", .muted), Span(Figures.grouped(detail.versionCount))] }

    private var length: [Span] { [Span("length ", .muted), Span(Figures.bytes(detail.contentBytes))] }

    private var created: [Span] { [Span("created ", .muted)] + Self.date(detail.createdAt, now: now) }

    private var updated: [Span] {
        detail.updatedAt == detail.createdAt ? [] : [Span("updated ", .muted)] + Self.date(detail.updatedAt, now: now)
    }

    /// A moment to the minute, and how long ago that is.
    static func date(_ moment: Timestamp?, now: Double) -> [Span] {
        guard let moment else { return [Span("unknown", .muted)] }
        guard let seconds = moment.seconds else { return [Span("\(moment.stored)?", .error)] }
        let minute = String(moment.stored.prefix(16)).replacing("T", with: " ")
        return [Span(minute), Span(" (\(Figures.age(now - seconds)))", .muted)]
    }

    private var id: [Span] { [Span("id ", .muted), Span(detail.id)] }

    private var parent: [Span] { detail.parentID.map { [Span("from ", .muted), Span($0)] } ?? [] }

    private var original: [Span] { detail.variantOf.map { [Span("variant of ", .muted), Span($0)] } ?? [] }

    private var embedding: [Span] {
        guard let embedding = detail.embedding else { return [] }
        let dimensions = Marked.number(embedding.dimensions, in: 1...65_536) { "\(Figures.plain($0)) dimensions" }
        return [
            Span("embedding ", .muted), Span(dimensions.text, dimensions.role),
            Span(", \(Figures.bytes(embedding.bytes))"), Span(embedding.model.map { ", \($0)" } ?? ""),
        ]
    }

    private var context: [Span] {
        guard let context = detail.context, !context.isEmpty else { return [] }
        return [Span("context ", .muted), Span(String(context.prefix(500)))]
    }

    private var warning: [Span] {
        guard detail.contentBytes > PromptDetail.longestText else { return [] }
        return [Span("Only the first \(Figures.bytes(PromptDetail.longestText)) of the text are shown.", .error)]
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
