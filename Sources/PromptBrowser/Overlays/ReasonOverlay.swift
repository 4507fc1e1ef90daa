import PromptStore

/// Asks in one line why a text was changed, before it is saved.
struct ReasonOverlay: Equatable, Sendable {
    let edited: EditedText
    let heading: String
    var field = TextField(limit: 4096)

    func draw(on surface: inout Surface, in area: Rect) {
        let width = min(76, area.width)
        let rect = area.centred(width: width, height: 4)
        surface.clear(rect)
        surface.frame(rect, style: Style(.focus))
        surface.write(" Why this change? ", x: rect.x + 2, y: rect.y, width: width - 4, style: Style(.focus, .bold))
        surface.write("of “\(heading)”", x: rect.x + 2, y: rect.y + 1, width: width - 4, style: Style(.muted))
        surface.write(
            " Enter saves, also without a reason · Esc does not save ",
            x: rect.x + 2,
            y: rect.y + rect.height - 1,
            width: width - 4,
            style: Style(.muted)
        )
        field.draw(on: &surface, x: rect.x + 2, y: rect.y + 2, width: width - 4)
    }
}
