import PromptStore

/// A column of the list.
public enum ListColumn: String, CaseIterable, Equatable, Sendable {
    case rating, score, phase, title, provider, model, persona, tags, usage, created, updated

    /// What the list shows unless a person wants something else.
    public static let usual: [ListColumn] = [.rating, .score, .phase, .title]

    /// Its cells, fewer where the list is narrow; nil for the title, which takes what is left.
    func width(isNarrow: Bool) -> Int? {
        switch self {
        case .title: nil
        case .rating: isNarrow ? 2 : 5
        case .score: 3
        case .phase: isNarrow ? 1 : 4
        case .provider, .persona, .created, .updated: 10
        case .model: 18
        case .tags: 20
        case .usage: 6
        }
    }

    /// What it says of a prompt.
    ///
    /// - Parameter rating: the one to show, which may not be on the disk yet.
    func value(of row: PromptRow, rating: StoredNumber, isNarrow: Bool) -> Marked {
        switch self {
        case .title: Marked(text: Marked.title(row.title), role: .text)
        case .rating: isNarrow ? Self.short(rating) : Marked.stars(rating)
        case .score: Self.score(row.knownScore)
        case .phase: Self.phase(row.phase, isNarrow: isNarrow)
        case .provider: Marked(text: row.facts.provider, role: .text)
        case .model: Marked(text: row.facts.model, role: .text)
        case .persona: Marked(text: row.facts.persona ?? "", role: .text)
        case .tags: Marked(text: row.facts.tagList.map { "#" + $0 }.joined(separator: " "), role: .key)
        case .usage: Marked.number(row.facts.usageCount, in: 0...Double(Int32.max)) { Figures.plain($0) + "×" }
        case .created: Self.day(row.facts.createdAt)
        case .updated: Self.day(row.facts.updatedAt)
        }
    }

    private static func short(_ rating: StoredNumber) -> Marked {
        let stars = Marked.stars(rating)
        if rating == .none { return Marked(text: "·", role: stars.role) }
        guard let number = rating.number, stars.role != .error else { return stars }
        return Marked(text: "\(Int(number))★", role: stars.role)
    }

    private static func score(_ stored: StoredNumber) -> Marked {
        let score = Marked.score(stored)
        return Marked(text: score.text == "–" ? " –" : score.text, role: score.role)
    }

    private static func phase(_ stored: String, isNarrow: Bool) -> Marked {
        let phase = Phase(stored: stored)
        return Marked(text: isNarrow ? String(phase.short.prefix(1)) : phase.short, role: phase.role)
    }

    private static func day(_ moment: Timestamp?) -> Marked {
        guard let moment else { return Marked(text: "–", role: .muted) }
        return moment.seconds == nil
            ? Marked(text: moment.stored + "?", role: .error)
            : Marked(text: String(moment.stored.prefix(10)), role: .muted)
    }
}
