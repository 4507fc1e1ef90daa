import PromptStore

extension MaintenanceScreen {
    /// - Parameter lines: what there is to read of the item under the cursor.
    func draw(
        on surface: inout Surface,
        in areas: Areas,
        of name: String,
        _ tasks: TaskQueue,
        _ lines: [ReadingLine],
        now: Double
    ) {
        let whole = areas.whole
        surface.clear(whole)
        surface.frame(whole, style: Style(.focus))
        let x = surface.write(
            " Maintenance ",
            x: whole.x + 2,
            y: whole.y,
            width: whole.width - 4,
            style: Style(.focus, .bold)
        )
        surface.write(name + " ", x: x, y: whole.y, width: whole.x + whole.width - 2 - x, style: Style(.muted))
        let health = areas.health
        for (line, spans) in healthLines(width: health.width, now: now).prefix(health.height).enumerated() {
            surface.write(spans, x: health.x, y: health.y + line, width: health.width)
        }
        for column in whole.x + 1..<whole.x + whole.width - 1 {
            surface.write("─", x: column, y: health.y + health.height, width: 1, style: Style(.border))
        }
        areas.panes.drawDivider(on: &surface, isInText: isInText)
        drawList(on: &surface, in: areas.panes.list, tasks, now: now)
        text.draw(lines, on: &surface, in: areas.panes.text, isFocused: isInText)
    }

    private func drawList(on surface: inout Surface, in rect: Rect, _ tasks: TaskQueue, now: Double) {
        let items = items
        let heading = MaintenanceTask.Kind.allCases.count + 1 - top
        if items.count > MaintenanceTask.Kind.allCases.count, (0..<rect.height).contains(heading) {
            surface.write("Backups", x: rect.x + 2, y: rect.y + heading, width: rect.width - 2, style: Style(.key))
        }
        for (index, item) in items.enumerated() {
            let line = Self.line(of: index) - top
            guard (0..<rect.height).contains(line) else { continue }
            let row = Rect(x: rect.x, y: rect.y + line, width: rect.width, height: 1)
            switch item {
            case .task(let kind): draw(kind, on: &surface, in: row, tasks, now: now)
            case .backup(let backup): draw(backup, on: &surface, in: row)
            }
            guard index == cursor else { continue }
            surface.mark(row, isFocused: !isInText)
        }
    }

    private func draw(
        _ kind: MaintenanceTask.Kind,
        on surface: inout Surface,
        in row: Rect,
        _ tasks: TaskQueue,
        now: Double
    ) {
        let (word, seconds) = outcome(of: kind, tasks)
        let age = row.width >= 36 ? seconds.map { Figures.age(now - $0) } ?? "" : ""
        let right = [Span(word.text, word.role), Span(row.width >= 36 ? age.leftPadded(7) : "", .muted)]
        let width = right.reduce(0) { $0 + $1.text.count }
        let place = row.x + row.width - width - 1
        let style: Style = advice.contains { $0.kind == kind } ? Style(.fair) : Style()
        surface.write(kind.title, x: row.x + 2, y: row.y, width: place - row.x - 3, style: style)
        surface.write(right, x: place, y: row.y, width: width)
    }

    /// How it is, or ended when it ran last, and when that was.
    private func outcome(of kind: MaintenanceTask.Kind, _ tasks: TaskQueue) -> (Marked, Double?) {
        if let entry = tasks.newest(kind) { return (entry.word, entry.endedAt) }
        if let run = overview?.lastRuns[kind] { return (run.outcome.word, run.endedAt.seconds) }
        return (Marked(text: "–", role: .muted), nil)
    }

    private func draw(_ backup: Backup, on surface: inout Surface, in row: Rect) {
        let size = Figures.bytes(backup.bytes)
        let place = row.x + row.width - size.count - 1
        let moment = String(backup.madeAt.stored.prefix(16))
        let name = backup.isOfThisLibrary ? moment : "\(moment) \(backup.libraryName)"
        let style = Style(backup.isOfThisLibrary ? .text : .muted)
        surface.write(name, x: row.x + 2, y: row.y, width: place - row.x - 3, style: style)
        surface.write(size, x: place, y: row.y, width: size.count, style: Style(.muted))
    }
}

extension Surface {
    /// Shows that the cursor is on a line of a list.
    mutating func mark(_ row: Rect, isFocused: Bool) {
        write("▸", x: row.x, y: row.y, width: 1, style: Style(.focus, .bold))
        if isFocused {
            select(x: row.x, y: row.y, width: row.width)
            cursor = Position(x: row.x, y: row.y)
        } else {
            add(.bold, x: row.x, y: row.y, width: row.width)
        }
    }
}

extension String {
    /// The same at the right end of some cells; of printable ASCII only.
    func leftPadded(_ width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
