import PromptStore

/// A library of an earlier version: the offer, and the question whether; the migration itself is a task like others.
extension Browser {
    /// Mentions that the library can be migrated, or does it where a person has said so once and for all.
    mutating func offerMigration() -> [Effect] {
        guard let library, library.isOlder, !library.isReadOnly else { return [] }
        if preferences.migratesAutomatically { return begin(.migrate(MigrationOptions())) }
        guard message == nil else { return [] }
        message = Message(
            text:
                "This library has the layout of an earlier version; \(keymap.hint(.migrate)) migrates it, or tries that out.",
            until: now + 10
        )
        return []
    }

    /// Asks whether to migrate, or shows the migration that is going on.
    mutating func openMigration() -> [Effect] {
        message = nil
        if let entry = tasks.newest(.migrate), !entry.hasEnded { return openMaintenance(at: .migrate) }
        overlays.append(.migration)
        return []
    }

    mutating func handleInMigration(_ key: Key) -> [Effect] {
        switch MigrationQuestion.answer(key) {
        case .no: return []
        case .migrate(let options): return openMaintenance(at: .migrate) + begin(.migrate(options))
        case nil:
            overlays.append(.migration)
            return []
        }
    }
}
