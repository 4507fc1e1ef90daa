import PromptStore

/// A migration from the question whether to what has come of it.
struct MigrationOverlay: Equatable, Sendable {
    /// How far it is.
    enum Stage: Equatable, Sendable {
        case asking
        case running(isRehearsal: Bool, TaskProgress?, isEnding: Bool)
        case ended(lines: [String], isError: Bool)
    }

    private(set) var stage = Stage.asking
    private var top = 0

    /// What a key leads to.
    enum Result: Equatable, Sendable {
        case stay
        /// The panes are seen again; what runs goes on.
        case hide
        case begin(MigrationOptions)
        case cancel
    }

    mutating func handle(_ key: Key) -> Result {
        switch (stage, key) {
        case (.asking, .character("y")), (.asking, .character("Y")): return .begin(MigrationOptions())
        case (.asking, .character("r")): return .begin(MigrationOptions(isRehearsal: true))
        case (.asking, .enter), (.asking, .character("n")), (.asking, .character("N")): return .hide
        case (.running(let isRehearsal, let progress, _), .character("c")),
            (.running(let isRehearsal, let progress, _), .control("c")):
            stage = .running(isRehearsal: isRehearsal, progress, isEnding: true)
            return .cancel
        case (.ended, .down), (.ended, .character("j")): top += 1
        case (.ended, .up), (.ended, .character("k")): top = max(0, top - 1)
        case (.ended, .enter), (_, .escape), (_, .character("q")), (_, .control("c")): return .hide
        default: break
        }
        return .stay
    }

    mutating func begin(isRehearsal: Bool) { stage = .running(isRehearsal: isRehearsal, nil, isEnding: false) }

    mutating func take(_ progress: TaskProgress) {
        guard case .running(let isRehearsal, _, let isEnding) = stage else { return }
        stage = .running(isRehearsal: isRehearsal, progress, isEnding: isEnding)
    }

    mutating func end(_ result: Swift.Result<TaskReport, StoreError>) {
        top = 0
        switch result {
        case .success(let report): stage = .ended(lines: ReportText.lines(of: report), isError: false)
        case .failure(.cancelled): stage = .ended(lines: ["Cancelled; the library is as it was."], isError: false)
        case .failure(let error): stage = .ended(lines: [error.sentence], isError: true)
        }
    }

    /// What the footer says while it runs out of sight; nil where it does not run.
    var progressLine: String? {
        guard case .running(let isRehearsal, let progress, let isEnding) = stage else { return nil }
        let what = isRehearsal ? "Rehearsing the migration" : "Migrating"
        guard let progress else { return what + "…" }
        let percent = progress.fraction.map { " \(Int($0 * 100)) %" } ?? ""
        let ending = !progress.isCancellable ? ", cannot be cancelled any more" : isEnding ? ", ending" : ""
        return "\(what): \(progress.stage)\(percent)\(ending)"
    }

    // MARK: Drawing

    private static let question = """
        This library has the layout of an earlier version. Migrating gives it the tables, columns and indexes that it \
        lacks. Nothing that is there is changed or removed, and the tool that made it can still read it.

        First a backup is made and checked. Then everything happens at once, is compared with before, and is taken \
        back where anything differs. A rehearsal does all of that on a private copy.
        """

    /// - Parameter backups: where backups go, as a person would write it.
    mutating func draw(on surface: inout Surface, in area: Rect, backups: String) {
        let rect = area.centred(width: 92, height: isLong ? area.height : 16)
        surface.clear(rect)
        surface.frame(rect, style: Style(.focus))
        surface.write(" Migrate ", x: rect.x + 2, y: rect.y, width: rect.width - 4, style: Style(.focus, .bold))
        let inside = rect.inside
        let text = Rect(x: inside.x + 1, y: inside.y, width: inside.width - 2, height: inside.height - 1)
        let last = inside.y + inside.height - 1
        switch stage {
        case .asking:
            let lines = surface.write(Self.question, in: text)
            let place = Rect(x: text.x, y: text.y + lines + 1, width: text.width, height: text.height - lines - 1)
            surface.write("The backup goes to \(backups).", in: place)
            drawKeys([("y", "migrate"), ("r", "rehearse"), ("N", "leave it")], x: text.x, y: last, on: &surface)
        case .running(_, let progress, let isEnding):
            surface.write(progressLine ?? "", in: text)
            surface.write(
                "You can go on browsing; M shows this again.",
                in: Rect(x: text.x, y: text.y + 3, width: text.width, height: 2),
                style: Style(.muted)
            )
            let canEnd = !isEnding && progress?.isCancellable != false
            drawKeys((canEnd ? [("c", "cancel")] : []) + [("Esc", "to the panes")], x: text.x, y: last, on: &surface)
        case .ended(let lines, let isError):
            drawLines(lines, isError: isError, on: &surface, in: text)
            drawKeys([("j k", "scroll"), ("Esc", "close")], x: text.x, y: last, on: &surface)
        }
    }

    private var isLong: Bool { if case .ended(let lines, _) = stage { lines.count > 12 } else { false } }

    private mutating func drawLines(_ lines: [String], isError: Bool, on surface: inout Surface, in rect: Rect) {
        if lines.count == 1 {
            surface.write(lines[0], in: rect, style: Style(isError ? .error : .text))
            return
        }
        top = max(0, min(top, lines.count - rect.height))
        for (index, line) in lines.dropFirst(top).prefix(rect.height).enumerated() {
            let cells = Truncation.fit(VisibleText.cells(of: line), width: rect.width, ellipsis: true)
            surface.write(cells, x: rect.x, y: rect.y + index, width: rect.width)
        }
    }

    private func drawKeys(_ keys: [(key: String, word: String)], x: Int, y: Int, on surface: inout Surface) {
        var x = x
        for (key, word) in keys {
            x = surface.write(key, x: x, y: y, width: key.count, style: Style(.key, .bold))
            x = surface.write(" \(word)    ", x: x, y: y, width: word.count + 5)
        }
    }
}
