import PromptStore

extension Browser {
    /// Draws the whole screen. Only wrapping the lines in sight for the first time changes anything.
    public mutating func draw() -> Surface {
        var surface = Surface(size: size)
        let screen = Rect(x: 0, y: 0, width: size.width, height: size.height)
        if let welcome {
            welcome.draw(on: &surface, in: screen)
            drawMessage(on: &surface, y: size.height - 1)
            return surface
        }
        guard let layout else {
            drawTooSmall(on: &surface)
            return surface
        }
        drawHeader(on: &surface)
        for slot in layout.slots { draw(slot, on: &surface) }
        for index in overlays.indices where !isHidden(overlays[index]) { drawOverlay(index, on: &surface, in: body) }
        drawFooter(on: &surface)
        return surface
    }

    private func drawTooSmall(on surface: inout Surface) {
        let least = Layout.smallest
        surface.write(
            "prompt-alchemy needs \(least.width)x\(least.height) cells; here are \(size.width)x\(size.height). q quits.",
            in: Rect(x: 0, y: 0, width: size.width, height: size.height)
        )
    }

    private func drawHeader(on surface: inout Surface) {
        guard let library else { return }
        let note = taskNote(width: size.width)
        var state = note.isEmpty ? "" : note + "  "
        if library.isDemo, note.isEmpty || size.width >= 100 { state += "demo, thrown away at the end " }
        if library.isReadOnly { state += "read-only " }
        if keptChanges.count > 0 { state += "\(Figures.grouped(keptChanges.count)) pending " }
        if note.isEmpty || size.width >= 80 { state += isWatching ? "● live " : "not live " }
        let room = size.width - VisibleText.width(of: state)
        let showsState = room > (note.isEmpty ? 24 : 12)
        let count = total.map { "  " + Figures.counted($0, "prompt") } ?? ""
        var x = 0
        if size.width >= 80 {
            x = surface.write(" prompt-alchemy ", x: 0, y: 0, width: size.width, style: Style(.focus, .bold))
        }
        let end = showsState ? room : size.width
        let name = Truncation.fit(
            VisibleText.cells(of: library.name),
            width: max(8, end - x - count.count - 2),
            ellipsis: true
        )
        x = surface.write(name, x: x + 1, y: 0, width: end - x - 1)
        surface.write(count, x: x, y: 0, width: end - x, style: Style(.muted))
        if showsState { surface.write(state, x: room, y: 0, width: size.width - room, style: Style(.muted)) }
    }

    private mutating func draw(_ slot: Layout.Slot, on surface: inout Surface) {
        let isFocused = slot.panes.contains(wishes.focus) && overlays.allSatisfy(isHidden)
        let style = Style(isFocused ? .focus : .border)
        surface.frame(slot.rect, style: style)
        drawTitle(of: slot, isFocused: isFocused, on: &surface)
        let inside = slot.content
        switch slot.shown {
        case .prompts:
            if list.rows.isEmpty { drawEmptyList(on: &surface, in: inside) }
            let range = Set(markedRange)
            list.draw(on: &surface, in: inside, isFocused: isFocused, pending: pendingRatings) { id in
                marks.ids.contains(id) || range.contains(id)
            }
        case .lineage: lineage.draw(on: &surface, in: inside, isFocused: isFocused)
        case .detail, .metrics, .feedback:
            if let dossierError {
                surface.write(dossierError.sentence, in: inside, style: Style(.error))
                return
            }
            if wantedDossier != shownDossier, now >= dossierSince + Self.patience {
                surface.write("Loading…", x: inside.x, y: inside.y, width: inside.width, style: Style(.muted))
                return
            }
            guard shownDossier != nil else { return }
            switch slot.shown {
            case .metrics: metrics.draw(on: &surface, in: inside)
            case .feedback: feedback.draw(on: &surface, in: inside, isFocused: isFocused)
            default: detail.draw(on: &surface, in: inside)
            }
            if isFocused, slot.shown != .feedback { surface.cursor = Position(x: inside.x, y: inside.y) }
        }
    }

    private func drawTitle(of slot: Layout.Slot, isFocused: Bool, on surface: inout Surface) {
        let rect = slot.rect
        let right = slot.shown == .prompts ? listNote : ""
        let room = rect.width - 4
        var names = slot.panes.map(\.title)
        let shown = slot.panes.firstIndex(of: slot.shown) ?? 0
        for length in [3, 1] where names.reduce(1, { $0 + $1.count + 1 }) + right.count > room {
            names = slot.panes.enumerated().map { index, pane in
                index == shown ? pane.title : String(pane.title.prefix(length))
            }
        }
        var x = rect.x + 2
        let end = rect.x + 2 + room
        for (index, name) in names.enumerated() {
            let style = index == shown ? Style(isFocused ? .focus : .text, .bold) : Style(.muted)
            x = surface.write(index == 0 ? " \(name) " : "\(name) ", x: x, y: rect.y, width: end - x, style: style)
        }
        guard !right.isEmpty else { return }
        let width = min(VisibleText.width(of: right), end - x)
        surface.write(right, x: end - width, y: rect.y, width: width, style: Style(.muted))
    }

    /// What the list's title says on the right: what it is narrowed to, how much it finds, what has come in.
    private var listNote: String {
        var note = ""
        if !list.query.isEmpty {
            note = " “\(breadcrumb)” \(found.map(Figures.grouped) ?? "…")"
            if list.reading != nil, list.isInOrder, now >= listSince + Self.patience { note += " searching" }
        }
        if let order = list.shownOrder.note { note += " \(order)" }
        if !list.isInOrder, list.reading != nil, now >= listSince + Self.patience { note += " sorting" }
        if let marksNote { note += " " + marksNote }
        if newcomers > 0 { note += " +\(Figures.grouped(newcomers)) new ↑" }
        return note.isEmpty ? "" : note + " "
    }

    /// What the list is narrowed to; its order is said apart.
    private var breadcrumb: String { PromptQuery(list.query.expression).text }

    private func drawEmptyList(on surface: inout Surface, in rect: Rect) {
        let text: String
        if list.reading != nil {
            text = now >= listSince + Self.patience ? "Searching…" : ""
        } else if list.query.isEmpty {
            text = "There are no prompts in this library yet."
        } else {
            text = "No prompt matches “\(breadcrumb)”."
        }
        let inside = Rect(x: rect.x + 1, y: rect.y, width: rect.width - 2, height: rect.height)
        surface.write(text, in: inside, style: Style(.muted))
    }

    private mutating func drawOverlay(_ index: Int, on surface: inout Surface, in area: Rect) {
        switch overlays[index] {
        case .help(var help):
            help.draw(on: &surface, in: area, unavailability: unavailability)
            overlays[index] = .help(help)
        case .history(var history):
            history.draw(on: &surface)
            overlays[index] = .history(history)
        case .comment(let comment): comment.draw(on: &surface, in: area)
        case .tags(let tags): tags.draw(on: &surface, in: area)
        case .add(let add): add.draw(on: &surface, in: area)
        case .reason(let reason): reason.draw(on: &surface, in: area)
        case .confirmation(let confirmation): confirmation.draw(on: &surface, in: area)
        case .sort(let menu): menu.draw(on: &surface, in: area, present: list.order)
        case .filter(let menu):
            menu.draw(on: &surface, in: area, found: found, showsWaiting: now >= menu.since + Self.patience)
        case .foreignObjects(let question): question.draw(on: &surface, in: area)
        case .maintenance:
            let areas = MaintenanceScreen.Areas(area)
            let name = library?.name ?? ""
            maintenance.draw(on: &surface, in: areas, of: name, tasks, maintenanceLines, now: now)
        case .tasks: tasksScreen.draw(on: &surface, in: area, tasks, tasksLines, now: now)
        case .migration: MigrationQuestion.draw(on: &surface, in: area, backups: library?.backups ?? "")
        case .taskForm(let form): form.draw(on: &surface, in: area)
        case .search: break
        }
    }
}
