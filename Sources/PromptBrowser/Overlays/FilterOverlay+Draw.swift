import PromptStore

extension FilterOverlay {
    /// Draws the menu at the right of the area, so that the list stays in sight where there is room for both.
    ///
    /// - Parameter showsWaiting: whether to say of numbers that are being counted anew that they are not known.
    func draw(on surface: inout Surface, in area: Rect, found: Int?, showsWaiting: Bool) {
        let width = min(60, area.width)
        let height = min(24, area.height)
        let rect = Rect(x: area.x + area.width - width, y: area.y, width: width, height: height)
        surface.clear(rect)
        surface.frame(rect, style: Style(.focus))
        surface.write(" Filter ", x: rect.x + 2, y: rect.y, width: width - 4, style: Style(.focus, .bold))
        drawHints(on: &surface, rect)
        let inside = Rect(x: rect.x + 2, y: rect.y + 1, width: width - 4, height: height - 2)
        drawQuery(on: &surface, inside, found)
        let (fields, values) = Rect(x: inside.x, y: inside.y + 2, width: inside.width, height: inside.height - 2)
            .split(left: 12)
        for (line, field) in Self.fields.prefix(fields.height).enumerated() {
            let isPresent = line == self.field
            let role: Style.Role = !query.chosen(field).isEmpty ? .key : isPresent ? .text : .muted
            let style = Style(role, isPresent ? .bold : [])
            let mark = isPresent ? "▸" : " "
            surface.write(mark + " " + field.name, x: fields.x, y: fields.y + line, width: fields.width, style: style)
        }
        drawValues(on: &surface, values, showsWaiting)
    }

    private func drawQuery(on surface: inout Surface, _ inside: Rect, _ found: Int?) {
        let text = PromptQuery(query.expression).text
        let count = query.isEmpty ? "" : " " + (found.map(Figures.grouped) ?? "…")
        surface.write(
            query.isEmpty ? "all prompts" : text,
            x: inside.x,
            y: inside.y,
            width: inside.width - count.count,
            style: Style(query.isEmpty ? .muted : .text)
        )
        let end = inside.x + inside.width
        surface.write(count, x: end - count.count, y: inside.y, width: count.count, style: Style(.muted))
    }

    private func drawValues(on surface: inout Surface, _ area: Rect, _ showsWaiting: Bool) {
        var list = area
        if let narrowing {
            list = area.split(top: area.height - 1).0
            let y = area.y + area.height - 1
            let x = surface.write("/", x: area.x, y: y, width: 1, style: Style(.key, .bold))
            narrowing.draw(on: &surface, x: x, y: y, width: area.x + area.width - x)
        }
        let choices = choices
        let field = Self.fields[field]
        if choices.isEmpty {
            let text = isCurrent(field) ? "nothing to choose from" : showsWaiting ? "counting…" : ""
            surface.write(text, x: list.x + 4, y: list.y, width: list.width - 4, style: Style(.muted))
        }
        let top = max(0, min(cursor - list.height / 2, choices.count - list.height))
        for (line, choice) in choices.dropFirst(top).prefix(list.height).enumerated() {
            let y = list.y + line
            let isKnown = isCurrent(field) || !showsWaiting
            let count = isKnown ? choice.count.map(Figures.grouped) ?? "" : "…"
            surface.write(choice.isChosen ? "[x]" : "[ ]", x: list.x, y: y, width: 3, style: Style(.key))
            let name = Self.name(of: choice.value, in: field)
            let room = list.width - 4 - count.count - 1
            surface.write(name, x: list.x + 4, y: y, width: room, style: Style(.text, choice.isChosen ? .bold : []))
            let place = list.x + list.width - count.count
            surface.write(count, x: place, y: y, width: count.count, style: Style(.muted))
            guard top + line == cursor else { continue }
            surface.select(x: list.x, y: y, width: list.width)
            if narrowing == nil { surface.cursor = Position(x: list.x, y: y) }
        }
    }

    private func drawHints(on surface: inout Surface, _ rect: Rect) {
        let fitting =
            rect.width >= 60
            ? ["Space picks", "Tab field", "x clears", "Enter keeps", "Esc"] : ["Space", "Tab", "Enter keeps", "Esc"]
        let text = " " + fitting.joined(separator: " · ") + " "
        surface.write(
            text,
            x: rect.x + 2,
            y: rect.y + rect.height - 1,
            width: rect.width - 4,
            style: Style(.muted)
        )
    }
}
