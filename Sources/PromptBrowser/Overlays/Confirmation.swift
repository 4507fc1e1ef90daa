/// A question whose answer is no unless a person says yes.
struct Confirmation: Equatable, Sendable {
    let question: String
    let consequence: String
    let effects: [Effect]

    /// - Returns: the effects to have where the answer is yes, none where it is no, nil where the key is no answer.
    func answer(_ key: Key) -> [Effect]? {
        switch key {
        case .character("y"), .character("Y"): effects
        case .character("n"), .character("N"), .character("q"), .escape, .enter, .control("c"): []
        default: nil
        }
    }

    func draw(on surface: inout Surface, in area: Rect) {
        let width = min(64, area.width)
        var wrapped = WrappedText(consequence, width: max(1, width - 4))
        let lines = wrapped.count(atLeast: 6)
        let rect = area.centred(width: width, height: lines + 5)
        surface.clear(rect)
        surface.frame(rect, style: Style(.focus))
        let inside = rect.inside
        surface.write(question, x: inside.x + 1, y: inside.y, width: inside.width - 2, style: Style(.text, .bold))
        let y = inside.y + inside.height - 1
        let text = Rect(
            x: inside.x + 1,
            y: inside.y + 1,
            width: inside.width - 2,
            height: min(lines, inside.height - 2)
        )
        surface.write(consequence, in: text)
        let x = surface.write("y", x: text.x, y: y, width: 1, style: Style(.key, .bold))
        let no = surface.write(" yes    ", x: x, y: y, width: text.width)
        let end = surface.write("N", x: no, y: y, width: 1, style: Style(.key, .bold))
        surface.write(" no", x: end, y: y, width: 4)
        surface.cursor = Position(x: no, y: y)
    }
}
