/// Which look each meaning has, where a person wants another than the terminal's own colours give it.
public struct Palette: Equatable, Sendable {
    /// Colours and attributes.
    public struct Look: Equatable, Sendable {
        /// The colour of the text.
        public var foreground = Colour.standard
        /// The colour behind it.
        public var background = Colour.standard
        /// Attributes beside those that show focus, selection and the like.
        public var attributes: Style.Attributes = []

        /// The terminal's own colours.
        public init() {}

        /// The look that words describe, such as `bright-red bold` or `black on 220 underline`.
        ///
        /// Nil where a word is neither a colour nor `on`, `bold`, `dim`, `underline` or `reverse`.
        public init?(_ words: String) {
            var front: Colour?
            var behind: Colour?
            var isBehind = false
            for word in words.split(separator: " ") {
                switch word {
                case "bold": attributes.insert(.bold)
                case "dim": attributes.insert(.dim)
                case "underline": attributes.insert(.underline)
                case "reverse": attributes.insert(.reverse)
                case "on" where !isBehind: isBehind = true
                default:
                    guard let colour = Colour(named: String(word)), (isBehind ? behind : front) == nil else {
                        return nil
                    }
                    if isBehind { behind = colour } else { front = colour }
                }
            }
            guard isBehind == (behind != nil), !words.allSatisfy({ $0 == " " }) else { return nil }
            foreground = front ?? .standard
            background = behind ?? .standard
        }
    }

    /// Whether there are any colours at all.
    public var isMono = false
    /// The looks that differ from what the terminal's own colours give.
    public var looks: [Style.Role: Look] = [:]

    /// The terminal's own colours.
    public init() {}

    /// The palettes that have a name.
    public static let named: [String: Palette] = [
        "standard": Palette(),
        "mono": Palette(isMono: true, [:]),
        "dark": Palette([
            "muted": "245", "border": "240", "focus": "81 bold", "key": "81 bold", "star": "220", "prima": "177",
            "solutio": "81", "coagulatio": "114", "good": "114", "fair": "221", "poor": "210", "hit": "220",
            "substitute": "245", "error": "210 bold",
        ]),
        "light": Palette([
            "muted": "243", "border": "248", "focus": "25 bold", "key": "25 bold", "star": "130", "prima": "90",
            "solutio": "25", "coagulatio": "28", "good": "28", "fair": "130", "poor": "124", "hit": "130",
            "substitute": "243", "error": "124 bold",
        ]),
    ]

    private init(isMono: Bool = false, _ looks: [String: String]) {
        self.isMono = isMono
        for (name, words) in looks {
            guard let role = Style.Role(named: name), let look = Look(words) else { continue }
            self.looks[role] = look
        }
    }
}

extension Style.Role {
    /// What it is called in a configuration.
    public var name: String { "\(self)" }

    /// The role of this name; nil where there is none.
    public init?(named name: String) {
        guard let role = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = role
    }
}

extension Palette.Look {
    /// The words that describe it.
    public var words: String {
        let names: [(Style.Attributes, String)] = [
            (.bold, "bold"), (.dim, "dim"), (.underline, "underline"), (.reverse, "reverse"),
        ]
        let behind = background == .standard ? "" : " on \(background.name)"
        return foreground.name + behind + names.filter { attributes.contains($0.0) }.map { " " + $0.1 }.joined()
    }
}
