import PromptStore

/// Writes a new prompt. What has been typed is kept until it is saved, also over Esc.
struct AddOverlay: Equatable, Sendable {
    /// What a key leads to.
    enum Result: Equatable, Sendable {
        case stay, close
        case save(NewPrompt)
    }

    /// What is being filled in.
    private enum Part: Int, CaseIterable {
        case text, phase, tags

        func next(_ step: Int) -> Part {
            let count = Self.allCases.count
            return Self.allCases[(rawValue + step + count) % count]
        }
    }

    /// The longest text that is typed, in bytes; longer ones are added on the command line.
    private static let longestText = 262_144
    private static let phases = ["prima-materia", "solutio", "coagulatio"]

    private var text = TextField(limit: longestText)
    private var tags = TextField(limit: 4096)
    private var phase = 0
    private var part = Part.text

    /// Whether nothing has been typed.
    var isBlank: Bool { text.characters.isEmpty && tags.characters.isEmpty }

    mutating func insert(_ pasted: String) {
        switch part {
        case .text: text.insert(pasted)
        case .tags: tags.insert(pasted.split(whereSeparator: \.isNewline).joined(separator: ", "))
        case .phase: break
        }
    }

    mutating func handle(_ key: Key) -> Result {
        switch (key, part) {
        case (.escape, _), (.control("c"), _): return .close
        case (.control("s"), _): return .save(prompt)
        case (.tab, _): part = part.next(1)
        case (.backTab, _): part = part.next(-1)
        case (.enter, .text): text.insert("\n")
        case (.enter, _): return .save(prompt)
        case (.up, .text): text.moveToLine(-1)
        case (.down, .text): text.moveToLine(1)
        case (.left, .phase), (.up, .phase): phase = max(0, phase - 1)
        case (.right, .phase), (.down, .phase): phase = min(Self.phases.count - 1, phase + 1)
        case (_, .text): _ = text.handle(key)
        case (_, .tags): _ = tags.handle(key)
        case (_, .phase): break
        }
        return .stay
    }

    private var prompt: NewPrompt {
        let tags = tags.text.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
        return NewPrompt(content: text.text, phase: Self.phases[phase], tags: tags)
    }

    func draw(on surface: inout Surface, in area: Rect) {
        let width = min(84, area.width)
        let height = min(24, area.height)
        let rect = area.centred(width: width, height: height)
        surface.clear(rect)
        surface.frame(rect, style: Style(.focus))
        surface.write(" New prompt ", x: rect.x + 2, y: rect.y, width: width - 4, style: Style(.focus, .bold))
        let inside = Rect(x: rect.x + 2, y: rect.y + 1, width: width - 4, height: height - 2)
        let labels = inside.y + inside.height - 2
        for x in inside.x..<inside.x + inside.width {
            surface.write("─", x: x, y: labels - 1, width: 1, style: Style(.border))
        }
        drawPhases(on: &surface, in: Rect(x: inside.x, y: labels, width: inside.width, height: 1))
        label("Tags", .tags, on: &surface, x: inside.x, y: labels + 1)
        let tagsX = inside.x + 7
        let tagsWidth = inside.width - 7
        if part == .tags {
            tags.draw(on: &surface, x: tagsX, y: labels + 1, width: tagsWidth)
        } else {
            surface.write(tags.text, x: tagsX, y: labels + 1, width: tagsWidth)
        }
        surface.write(
            " Ctrl-s saves · Tab next field · Esc keeps it for later ",
            x: rect.x + 2,
            y: rect.y + rect.height - 1,
            width: width - 4,
            style: Style(.muted)
        )
        let cursor = surface.cursor
        text.drawWrapped(
            on: &surface,
            in: Rect(x: inside.x, y: inside.y, width: inside.width, height: inside.height - 3)
        )
        if part != .text { surface.cursor = part == .tags ? cursor : Position(x: inside.x, y: labels) }
    }

    private func drawPhases(on surface: inout Surface, in rect: Rect) {
        label("Phase", .phase, on: &surface, x: rect.x, y: rect.y)
        var x = rect.x + 7
        for (index, phase) in Self.phases.enumerated() {
            let isChosen = index == self.phase
            x = surface.write(isChosen ? "▸" : " ", x: x, y: rect.y, width: 1, style: Style(.focus, .bold))
            x = surface.write(
                phase + "  ",
                x: x,
                y: rect.y,
                width: rect.x + rect.width - x,
                style: isChosen ? Style(.text, .bold) : Style(.muted)
            )
        }
    }

    private func label(_ text: String, _ part: Part, on surface: inout Surface, x: Int, y: Int) {
        surface.write(text, x: x, y: y, width: 6, style: part == self.part ? Style(.key, .bold) : Style(.muted))
    }
}
