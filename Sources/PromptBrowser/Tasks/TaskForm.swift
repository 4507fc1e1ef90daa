import PromptStore

/// Asks for what a task can be told before it runs: a line for each parameter, filled in as usual.
struct TaskForm: Equatable, Sendable {
    /// What a key leads to.
    enum Result: Equatable, Sendable {
        case stay, close
        case run(MaintenanceTask)
    }

    /// A parameter, and what is written there.
    private struct Entry: Equatable, Sendable {
        let parameter: TaskParameter
        var field: TextField

        /// The words to choose from, where it is a choice.
        var choices: [String]? { if case .choice(let words) = parameter.form { words } else { nil } }
    }

    let kind: MaintenanceTask.Kind
    private let isDryRun: Bool
    /// The prompts that an export is narrowed to.
    private let promptIDs: [String]?
    private var entries: [Entry]
    private var cursor = 0
    /// What is wrong with what is written.
    private var complaint: String?

    /// - Parameter backup: the path that is offered where a backup is asked for.
    init(_ kind: MaintenanceTask.Kind, isDryRun: Bool, backup: String?) {
        self.kind = kind
        self.isDryRun = isDryRun
        promptIDs = nil
        entries = kind.parameters.map { parameter in
            let usual = parameter.form == .backup ? backup ?? parameter.usual : parameter.usual
            return Entry(parameter: parameter, field: TextField(usual, limit: 4096))
        }
    }

    /// Asks where to export some prompts to.
    init(exporting promptIDs: [String]) {
        kind = .export
        isDryRun = false
        self.promptIDs = promptIDs
        entries = kind.parameters.filter { $0.name != "Since" }.map { parameter in
            Entry(parameter: parameter, field: TextField(parameter.usual, limit: 4096))
        }
    }

    mutating func insert(_ pasted: String) {
        guard !isChoice else { return }
        entries[cursor].field.insert(pasted.split(whereSeparator: \.isNewline).first.map(String.init) ?? "")
    }

    mutating func handle(_ key: Key) -> Result {
        complaint = nil
        switch key {
        case .escape, .control("c"): return .close
        case .enter: return run()
        case .tab, .down: cursor = (cursor + 1) % entries.count
        case .backTab, .up: cursor = (cursor + entries.count - 1) % entries.count
        case .left where isChoice: choose(-1)
        case .right where isChoice, .character(" ") where isChoice: choose(1)
        default:
            if !isChoice { _ = entries[cursor].field.handle(key) }
        }
        return .stay
    }

    private var isChoice: Bool { entries[cursor].choices != nil }

    private mutating func choose(_ step: Int) {
        guard let choices = entries[cursor].choices else { return }
        let place = choices.firstIndex(of: entries[cursor].field.text) ?? 0
        entries[cursor].field = TextField(choices[(place + step + choices.count) % choices.count])
    }

    private mutating func run() -> Result {
        let words = entries.map { ($0.parameter.name, $0.field.text) }
        do throws(TaskParameterError) {
            let task = try MaintenanceTask(kind, Dictionary(words) { $1 }, isDryRun: isDryRun)
            guard let promptIDs, case .export(let format, _, let target) = task else { return .run(task) }
            return .run(.export(format: format, of: .prompts(ids: promptIDs), to: target))
        } catch {
            cursor = entries.firstIndex { $0.parameter.name == error.name } ?? cursor
            complaint = error.sentence
            return .stay
        }
    }

    // MARK: Drawing

    func draw(on surface: inout Surface, in area: Rect) {
        let width = min(84, area.width)
        let rect = area.centred(width: width, height: entries.count + 6)
        surface.clear(rect)
        surface.frame(rect, style: Style(.focus))
        let what = promptIDs.map { " " + Figures.counted($0.count, "prompt") } ?? ""
        let title = isDryRun ? " \(kind.title), tried out " : " \(kind.title)\(what) "
        surface.write(title, x: rect.x + 2, y: rect.y, width: width - 4, style: Style(.focus, .bold))
        surface.write(
            " Enter runs · Tab next line · Esc leaves ",
            x: rect.x + 2,
            y: rect.y + rect.height - 1,
            width: width - 4,
            style: Style(.muted)
        )
        let inside = Rect(x: rect.x + 2, y: rect.y + 1, width: width - 4, height: rect.height - 2)
        let names = (entries.map { VisibleText.width(of: $0.parameter.name) }.max() ?? 0) + 2
        for (line, entry) in entries.enumerated() where line != cursor {
            draw(entry, isSelected: false, on: &surface, in: inside, y: inside.y + 1 + line, names: names)
        }
        // Last, for it puts the cursor where it is.
        draw(entries[cursor], isSelected: true, on: &surface, in: inside, y: inside.y + 1 + cursor, names: names)
        let below = Rect(x: inside.x, y: inside.y + entries.count + 2, width: inside.width, height: 2)
        surface.write(
            complaint ?? entries[cursor].parameter.hint + ".",
            in: below,
            style: Style(complaint == nil ? .muted : .error)
        )
    }

    private func draw(
        _ entry: Entry,
        isSelected: Bool,
        on surface: inout Surface,
        in inside: Rect,
        y: Int,
        names: Int
    ) {
        let style = isSelected ? Style(.key, .bold) : Style(.muted)
        surface.write(entry.parameter.name, x: inside.x, y: y, width: names, style: style)
        let (x, width) = (inside.x + names, inside.width - names)
        guard entry.choices == nil else {
            surface.write(isSelected ? "‹ \(entry.field.text) ›" : entry.field.text, x: x, y: y, width: width)
            if isSelected { surface.cursor = Position(x: x, y: y) }
            return
        }
        if isSelected {
            entry.field.draw(on: &surface, x: x, y: y, width: width)
        } else {
            surface.write(entry.field.text, x: x, y: y, width: width)
        }
    }
}
