import PromptStore

extension ListPane {
    /// Draws the rows in sight.
    ///
    /// - Parameters:
    ///   - pending: ratings that are not on the disk yet, by prompt; shown as if they were.
    ///   - isMarked: whether a prompt is marked.
    func draw(
        on surface: inout Surface,
        in rect: Rect,
        isFocused: Bool,
        pending: [String: StoredNumber],
        isMarked: (String) -> Bool
    ) {
        let columns = Columns(width: rect.width)
        for line in 0..<rect.height {
            let index = top + line
            guard rows.indices.contains(index) else { break }
            let row = rows[index]
            let y = rect.y + line
            let isSelected = index == selected
            columns.draw(row, rating: pending[row.id] ?? row.rating, on: &surface, x: rect.x, y: y)
            if isMarked(row.id) { surface.write("●", x: rect.x + 1, y: y, width: 1, style: Style(.key, .bold)) }
            if isSelected {
                surface.write("▸", x: rect.x, y: y, width: 1, style: Style(.focus, .bold))
                if isFocused {
                    surface.select(x: rect.x, y: y, width: rect.width)
                    surface.cursor = Position(x: rect.x, y: y)
                } else {
                    surface.add(.bold, x: rect.x, y: y, width: rect.width)
                }
            }
        }
    }

    /// Which columns there is room for.
    private struct Columns {
        let width: Int

        func draw(_ row: PromptRow, rating: StoredNumber, on surface: inout Surface, x: Int, y: Int) {
            let end = x + width
            var column = x + 2
            func put(_ value: Marked, width: Int) {
                surface.write(value.text, x: column, y: y, width: min(width, end - column), style: Style(value.role))
                column += width + 1
            }
            let stars = Marked.stars(rating)
            if width >= 40 {
                put(stars, width: 5)
            } else {
                let short = rating.number.map { stars.role == .error ? stars.text : "\(Int($0))★" } ?? stars.text
                put(Marked(text: rating == .none ? "·" : short, role: stars.role), width: 2)
            }
            let value = Marked.score(row.knownScore)
            put(Marked(text: value.text == "–" ? " –" : value.text, role: value.role), width: 3)
            let phase = Phase(stored: row.phase)
            put(
                Marked(text: width >= 40 ? phase.short : String(phase.short.prefix(1)), role: phase.role),
                width: width >= 40 ? 4 : 1
            )
            surface.write(Marked.title(row.title), x: column, y: y, width: end - column)
        }
    }
}
