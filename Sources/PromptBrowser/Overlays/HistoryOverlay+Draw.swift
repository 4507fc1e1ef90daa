import PromptStore

extension HistoryOverlay {
    mutating func draw(on surface: inout Surface) {
        surface.clear(area)
        surface.frame(area, style: Style(.focus))
        let title = surface.write(
            " History ",
            x: area.x + 2,
            y: area.y,
            width: area.width - 4,
            style: Style(.focus, .bold)
        )
        surface.write(
            "“\(heading)” ",
            x: title,
            y: area.y,
            width: area.x + area.width - 2 - title,
            style: Style(.muted)
        )
        let areas = areas
        guard let history else {
            let inside = Rect(x: area.x + 2, y: area.y + 1, width: area.width - 4, height: area.height - 2)
            surface.write(
                error?.sentence ?? "Reading the history…",
                in: inside,
                style: Style(error == nil ? .muted : .error)
            )
            return
        }
        areas.drawDivider(on: &surface, isInText: isInText)
        drawList(history, on: &surface, in: areas.list)
        text.draw(on: &surface, in: areas.text)
        if isInText { surface.cursor = Position(x: areas.text.x, y: areas.text.y) }
        guard history.isCut else { return }
        let note = " Older ones are not shown. "
        surface.write(note, x: area.x + 2, y: area.y + area.height - 1, width: area.width - 4, style: Style(.muted))
    }

    private func drawList(_ history: PromptHistory, on surface: inout Surface, in rect: Rect) {
        var y = rect.y
        for (index, version) in history.versions.enumerated().dropFirst(top) {
            guard y + Self.linesEach - 1 <= rect.y + rect.height else { return }
            draw(version, number: index, on: &surface, x: rect.x, y: y, width: rect.width)
            if index == cursor {
                surface.write("▸", x: rect.x, y: y, width: 1, style: Style(.focus, .bold))
                for line in 0..<Self.linesEach - 1 {
                    if isInText {
                        surface.add(.bold, x: rect.x, y: y + line, width: rect.width)
                    } else {
                        surface.select(x: rect.x, y: y + line, width: rect.width)
                    }
                }
                if !isInText { surface.cursor = Position(x: rect.x, y: y) }
            }
            y += Self.linesEach
        }
        guard history.versions.count == 1 else { return }
        surface.write(
            "No earlier text of this prompt is kept.",
            in: Rect(x: rect.x + 2, y: y, width: rect.width - 3, height: rect.y + rect.height - y),
            style: Style(.muted)
        )
    }

    private func draw(
        _ version: PromptVersion,
        number: Int,
        on surface: inout Surface,
        x: Int,
        y: Int,
        width: Int
    ) {
        let end = x + width
        surface.write(DetailFields.date(version.createdAt, now: now), x: x + 2, y: y, width: width - 2)
        let author = version.author ?? ""
        let reason = (version.reason ?? "").trimmed
        var column = x + 2
        if number == 0 {
            surface.write("the text as it is now", x: column, y: y + 1, width: end - column, style: Style(.good))
        } else if author.isEmpty && reason.isEmpty {
            surface.write("nothing noted", x: column, y: y + 1, width: end - column, style: Style(.muted))
        } else {
            let name = author.isEmpty ? "" : reason.isEmpty ? author : author + ": "
            column = surface.write(name, x: column, y: y + 1, width: end - column, style: Style(.key))
            surface.write(reason, x: column, y: y + 1, width: end - column)
        }
    }
}
