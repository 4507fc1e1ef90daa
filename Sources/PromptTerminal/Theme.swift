import CNcurses
import PromptBrowser

/// Which colour a meaning has: the terminal's own, by name, so that light and dark palettes both look right.
struct Theme {
    private let hasColours: Bool
    private let hasBright: Bool

    /// - Parameter isMono: use no colours even where there are some.
    init(isMono: Bool) {
        guard !isMono, has_colors(), start_color() == OK else {
            hasColours = false
            hasBright = false
            return
        }
        use_default_colors()
        hasColours = true
        hasBright = pa_colors() >= 16
        for role in Style.Role.allCases {
            init_pair(Self.pair(role), Self.colour(role, hasBright: hasBright), -1)
        }
    }

    /// Attributes and colour pair for ncurses.
    func look(_ style: Style) -> (attributes: attr_t, pair: Int16) {
        var attributes: attr_t = 0
        let wanted = style.attributes.union(Self.attributes(style.role, hasColours: hasColours, hasBright: hasBright))
        if wanted.contains(.bold) { attributes |= PA_BOLD }
        // Dim text turned around is hard to read.
        if wanted.contains(.dim), !wanted.contains(.reverse) { attributes |= PA_DIM }
        if wanted.contains(.reverse) { attributes |= PA_REVERSE }
        if wanted.contains(.underline) { attributes |= PA_UNDERLINE }
        return (attributes, hasColours ? Self.pair(style.role) : 0)
    }

    private static func pair(_ role: Style.Role) -> Int16 { Int16(role.rawValue) + 1 }

    private static func colour(_ role: Style.Role, hasBright: Bool) -> Int16 {
        switch role {
        case .text: -1
        case .muted, .border, .substitute: hasBright ? 8 : -1
        // No blue: on the black of many terminals it cannot be read.
        case .focus, .key, .solutio: Int16(COLOR_CYAN)
        case .star, .fair: Int16(COLOR_YELLOW)
        case .prima: Int16(COLOR_MAGENTA)
        case .coagulatio, .good: Int16(COLOR_GREEN)
        case .poor, .error: Int16(COLOR_RED)
        case .hit: Int16(COLOR_YELLOW)
        }
    }

    private static func attributes(
        _ role: Style.Role,
        hasColours: Bool,
        hasBright: Bool
    ) -> Style.Attributes {
        switch role {
        case .muted, .border, .substitute: hasColours && hasBright ? [] : .dim
        case .error: hasColours ? [] : .underline
        case .key, .focus: hasColours ? [] : .bold
        default: []
        }
    }
}
