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
        Self.lines([[context], [updated, length], [id, parent, original], [embedding], [warning]], width)
            + further(width)
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

    /// What other programs have noted. Short values share lines; what is longer than a line has lines of its own.
    private func further(_ width: Int) -> [[Span]] {
        let rows = detail.furtherRows.map { row in
            let values = row.fields.map { Self.words($0.name) + " " + $0.value }
            return (Self.words(row.table) + ": ", values.joined(separator: ", "))
        }
        let columns = detail.further.map { (Self.words($0.name) + " ", $0.value) }
        return Self.lines(columns, width) + rows.flatMap { Self.lines([$0], width) }
    }

    private static func lines(_ fields: [(name: String, value: String)], _ width: Int) -> [[Span]] {
        var lines: [[Span]] = []
        var short: [[Span]] = []
        for field in fields {
            let span = [Span(field.name, .muted), Span(field.value)]
            if VisibleText.width(of: field.name + field.value) <= width, !field.value.contains("\n") {
                short.append(span)
                continue
            }
            lines += Span.flowing(short, width: width)
            short = []
            var wrapped = WrappedText(field.name + field.value, width: max(1, width))
            lines += wrapped.lines(0..<200).map { [Span($0.cells.map(\.text).joined())] }
        }
        return lines + Span.flowing(short, width: width)
    }

    /// What a column or a table is called on the screen.
    private static func words(_ name: String) -> String { name.replacing("_", with: " ") }

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
