import PromptStore

/// A stored value as it is shown: plausible ones plainly, others as they are and marked.
struct Marked: Equatable, Sendable {
    let text: String
    let role: Style.Role

    /// A number, `–` where there is none, and what is really stored where it is no number in range.
    static func number(
        _ stored: StoredNumber,
        in range: ClosedRange<Double>,
        role: Style.Role = .text,
        _ format: (Double) -> String
    ) -> Marked {
        switch stored {
        case .none: Marked(text: "–", role: .muted)
        case .number(let value) where range.contains(value): Marked(text: format(value), role: role)
        case .number(let value): Marked(text: Figures.plain(value) + "?", role: .error)
        case .text(let text): Marked(text: text + "?", role: .error)
        }
    }

    /// A score 0...1, coloured by thirds.
    static func score(_ stored: StoredNumber) -> Marked {
        let value = stored.number ?? 0
        return number(stored, in: 0...1, role: value >= 0.66 ? .good : value >= 0.4 ? .fair : .poor, Figures.share)
    }

    /// A rating 1...5 as five stars; no rating as five points.
    static func stars(_ stored: StoredNumber) -> Marked {
        switch stored {
        case .none: Marked(text: "·····", role: .muted)
        case .number(let value) where (1...5).contains(value) && value == value.rounded():
            Marked(text: stars(Int(value)), role: .star)
        default: number(stored, in: 1...5, role: .star, Figures.decimal)
        }
    }

    /// What a prompt is called.
    static func title(_ stored: String) -> String { stored.isEmpty ? "(no text)" : stored }

    /// `★★★··`.
    static func stars(_ count: Int) -> String {
        String(repeating: "★", count: count) + String(repeating: "·", count: max(0, 5 - count))
    }
}

/// The phase of a prompt, by the first letters of what is stored.
struct Phase: Equatable, Sendable {
    let short: String
    let role: Style.Role

    init(stored: String) {
        (short, role) =
            switch stored {
            case "prima-materia": ("prim", .prima)
            case "solutio": ("solu", .solutio)
            case "coagulatio": ("coag", .coagulatio)
            default: (String(stored.prefix(3)) + "?", .error)
            }
    }
}
