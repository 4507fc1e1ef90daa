import PromptStore

/// A library of an earlier version: the offer, the migration in the background, and what has come of it.
extension Browser {
    /// Whether one is going on.
    var isMigrating: Bool { migration?.progressLine != nil }

    /// Mentions that the library can be migrated, or does it where a person has said so once and for all.
    mutating func offerMigration() -> [Effect] {
        guard let library, library.isOlder, !library.isReadOnly else { return [] }
        if preferences.migratesAutomatically {
            migration = MigrationOverlay()
            return begin(MigrationOptions())
        }
        guard message == nil else { return [] }
        message = Message(
            text:
                "This library has the layout of an earlier version; \(keymap.hint(.migrate)) migrates it, or tries that out.",
            until: now + 10
        )
        return []
    }

    mutating func openMigration() {
        if migration == nil { migration = MigrationOverlay() }
        message = nil
        overlays.append(.migration)
    }

    mutating func handleInMigration(_ key: Key) -> [Effect] {
        guard var migration else { return [] }
        let result = migration.handle(key)
        self.migration = migration
        switch result {
        case .stay: break
        case .hide:
            if !isMigrating { self.migration = nil }
            return []
        case .begin(let options):
            overlays.append(.migration)
            return begin(options)
        case .cancel:
            overlays.append(.migration)
            return [.cancelMigration]
        }
        overlays.append(.migration)
        return []
    }

    private mutating func begin(_ options: MigrationOptions) -> [Effect] {
        migration?.begin(isRehearsal: options.isRehearsal)
        return [.migrate(options)]
    }

    mutating func take(_ result: Result<TaskReport, StoreError>, of options: MigrationOptions) -> [Effect] {
        migration?.end(result)
        let isInSight = overlays.contains { if case .migration = $0 { true } else { false } }
        if !isInSight {
            switch result {
            case .success(let report): say("\(report.headline) \(keymap.hint(.migrate)) shows more.")
            case .failure(.cancelled): break
            case .failure(let error): complain(error.sentence)
            }
        }
        guard case .success = result, !options.isRehearsal else { return [] }
        library?.isOlder = false
        return refresh()
    }
}
