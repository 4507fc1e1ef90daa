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
        pending: [String: Browser.PendingRating],
        isMarked: (String) -> Bool
    ) {
        let columns = Columns(columns, width: rect.width)
        for line in 0..<rect.height {
            let index = top + line
            guard rows.indices.contains(index) else { break }
            let row = rows[index]
            let y = rect.y + line
            let isSelected = index == selected
            let waiting = pending[row.id]
            columns.draw(row, rating: waiting?.rating ?? row.rating, on: &surface, x: rect.x, y: y)
            if let kept = waiting?.kept, kept > 0 { columns.markKept(on: &surface, x: rect.x, y: y) }
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

    /// The columns that there is room for.
    private struct Columns {
        /// Cells that a title needs to say anything.
        private static let leastTitle = 16

        let isNarrow: Bool
        let shown: [ListColumn]
        let width: Int

        init(_ wanted: [ListColumn], width: Int) {
            let isNarrow = width < 40
            var shown = wanted
            func needed() -> Int { shown.reduce(2) { $0 + ($1.width(isNarrow: isNarrow) ?? Self.leastTitle) + 1 } - 1 }
            while shown.count > 1, needed() > width, let last = shown.lastIndex(where: { $0 != .title }) {
                shown.remove(at: last)
            }
            self.isNarrow = isNarrow
            self.shown = shown
            self.width = width
        }

        /// Tells what is not in the library yet from what is, after the rating, or in the margin where none is shown.
        func markKept(on surface: inout Surface, x: Int, y: Int) {
            let before = shown.prefix { $0 != .rating }
            let isShown = before.count < shown.count
            let widths = before.reduce(0) { $0 + ($1.width(isNarrow: isNarrow) ?? 0) + 1 }
            let place = isShown ? 2 + widths + (ListColumn.rating.width(isNarrow: isNarrow) ?? 0) : 1
            surface.write("⧗", x: x + place, y: y, width: 1, style: Style(.fair))
        }

        func draw(_ row: PromptRow, rating: StoredNumber, on surface: inout Surface, x: Int, y: Int) {
            let fixed = shown.reduce(2) { $0 + ($1.width(isNarrow: isNarrow) ?? 0) + 1 } - 1
            var left = x + 2
            for column in shown {
                let room = column.width(isNarrow: isNarrow) ?? max(0, width - fixed)
                let value = column.value(of: row, rating: rating, isNarrow: isNarrow)
                let cells = min(room, x + width - left)
                surface.write(value.text, x: left, y: y, width: cells, style: Style(value.role))
                left += room + 1
            }
        }
    }
}
