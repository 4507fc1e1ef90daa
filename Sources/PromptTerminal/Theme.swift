import CNcurses
import PromptBrowser

/// Which colour a meaning has: the terminal's own, by name, so that light and dark palettes both look right, unless a
/// person wants others.
struct Theme {
    private let palette: Palette
    private let colours: Int

    /// - Parameter palette: which looks to have; one without colours uses none even where there are some.
    init(_ palette: Palette) {
        self.palette = palette
        guard !palette.isMono, has_colors(), start_color() == OK else {
            colours = 0
            return
        }
        use_default_colors()
        colours = Int(pa_colors())
        for role in Style.Role.allCases {
            let look = palette.looks[role]
            let foreground = look?.foreground.number(of: colours) ?? Self.colour(role, hasBright: hasBright)
            let background = look?.background.number(of: colours) ?? -1
            init_extended_pair(Int32(Self.pair(role)), Int32(foreground), Int32(background))
        }
    }

    private var hasColours: Bool { colours > 0 }
    private var hasBright: Bool { colours >= 16 }

    /// Attributes and colour pair for ncurses.
    func look(_ style: Style) -> (attributes: attr_t, pair: Int16) {
        var attributes: attr_t = 0
        let own = hasColours ? palette.looks[style.role]?.attributes : nil
        let wanted = style.attributes.union(own ?? attributesOfColours(style.role))
        if wanted.contains(.bold) { attributes |= PA_BOLD }
        // Dim text turned around is hard to read.
        if wanted.contains(.dim), !wanted.contains(.reverse) { attributes |= PA_DIM }
        if wanted.contains(.reverse) { attributes |= PA_REVERSE }
        if wanted.contains(.underline) { attributes |= PA_UNDERLINE }
        return (attributes, hasColours ? Self.pair(style.role) : 0)
    }

    private static func pair(_ role: Style.Role) -> Int16 { Int16(role.rawValue) + 1 }

    private static func colour(_ role: Style.Role, hasBright: Bool) -> Int {
        switch role {
        case .text: -1
        case .muted, .border, .substitute: hasBright ? 8 : -1
        // No blue: on the black of many terminals it cannot be read.
        case .focus, .key, .solutio: Int(COLOR_CYAN)
        case .star, .fair: Int(COLOR_YELLOW)
        case .prima: Int(COLOR_MAGENTA)
        case .coagulatio, .good: Int(COLOR_GREEN)
        case .poor, .error: Int(COLOR_RED)
        case .hit: Int(COLOR_YELLOW)
        }
    }

    /// What tells meanings apart where their colours cannot.
    private func attributesOfColours(_ role: Style.Role) -> Style.Attributes {
        switch role {
        case .muted, .border, .substitute: hasBright ? [] : .dim
        case .error: hasColours ? [] : .underline
        case .key, .focus: hasColours ? [] : .bold
        default: []
        }
    }
}
