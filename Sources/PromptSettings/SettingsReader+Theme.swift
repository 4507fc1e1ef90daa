import PromptBrowser
import Yams

/// `theme:`, the looks of things.
extension SettingsReader {
    mutating func takeTheme(_ value: Node) {
        guard let changes = value.mapping else {
            if let palette = palette(value) { self.palette = palette }
            return
        }
        for (key, value) in changes {
            if key.string == "base" {
                guard let base = palette(value) else { continue }
                palette.isMono = base.isMono
                palette.looks.merge(base.looks) { chosen, _ in chosen }
            } else if let role = key.string.flatMap(Style.Role.init(named:)) {
                guard let look = value.string.flatMap(Palette.Look.init) else {
                    complain(
                        at: value,
                        "a look is a colour and what it is on, such as “cyan”, “bright-red bold” or “black on #ffd75f”: "
                            + "\(Self.list(Colour.names)), standard, 0 to 255 or “#rrggbb”; bold, dim, underline, reverse."
                    )
                    continue
                }
                palette.looks[role] = look
                lines["theme.\(role.name)"] = key.mark?.line
            } else {
                complain(at: key, unknown("part of a theme", key, ["base"] + Style.Role.allCases.map(\.name)))
            }
        }
    }

    mutating func palette(_ value: Node) -> Palette? {
        guard let name = value.string, let palette = Palette.named[name] else {
            complain(at: value, unknown("theme", value, Palette.named.keys.sorted()))
            return nil
        }
        themeName = name
        return palette
    }
}
