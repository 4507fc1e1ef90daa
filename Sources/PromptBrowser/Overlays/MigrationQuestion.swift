import PromptStore

/// Asks whether a library of an earlier version is to be migrated, and says what that means.
enum MigrationQuestion {
    enum Answer: Equatable, Sendable {
        case no
        case migrate(MigrationOptions)
    }

    /// - Returns: nil where the key is no answer.
    static func answer(_ key: Key) -> Answer? {
        switch key {
        case .character("y"), .character("Y"): .migrate(MigrationOptions())
        case .character("r"): .migrate(MigrationOptions(isRehearsal: true))
        case .character("n"), .character("N"), .character("q"), .enter, .escape, .control("c"): .no
        default: nil
        }
    }

    // MARK: Drawing

    private static let question = """
        This library has the layout of an earlier version. Migrating gives it the tables, columns and indexes that it \
        lacks. Nothing that is there is changed or removed, and the tool that made it can still read it.

        First a backup is made and checked. Then everything happens at once, is compared with before, and is taken \
        back where anything differs. A rehearsal does all of that on a private copy.
        """

    /// - Parameter backups: where backups go, as a person would write it.
    static func draw(on surface: inout Surface, in area: Rect, backups: String) {
        let rect = area.centred(width: 92, height: 16)
        surface.clear(rect)
        surface.frame(rect, style: Style(.focus))
        surface.write(" Migrate ", x: rect.x + 2, y: rect.y, width: rect.width - 4, style: Style(.focus, .bold))
        let inside = rect.inside
        let text = Rect(x: inside.x + 1, y: inside.y, width: inside.width - 2, height: inside.height - 1)
        let lines = surface.write(question, in: text)
        let place = Rect(x: text.x, y: text.y + lines + 1, width: text.width, height: text.height - lines - 1)
        surface.write("The backup goes to \(backups).", in: place)
        var x = text.x
        for (key, word) in [("y", "migrate"), ("r", "rehearse"), ("N", "leave it")] {
            let y = inside.y + inside.height - 1
            x = surface.write(key, x: x, y: y, width: key.count, style: Style(.key, .bold))
            x = surface.write(" \(word)    ", x: x, y: y, width: word.count + 5)
        }
    }
}
