/// All that is known of a library's maintenance without running anything.
public struct MaintenanceOverview: Equatable, Sendable {
    /// How the file is; a file that cannot be read says why.
    public let health: Result<LibraryHealth, StoreError>
    /// How each task ended when it ran last.
    public let lastRuns: [MaintenanceTask.Kind: LastRun]
    /// Those of other libraries too, the newest first.
    public let backups: [Backup]
    /// Where backups are kept.
    public let backupDirectory: String
}

extension Maintenance {
    /// Looks at the file, at what is written down of its maintenance, and at the directory of backups; takes
    /// milliseconds.
    public func overview() -> MaintenanceOverview {
        let backups = backups()
        let directory = BackupDirectory(dataDirectory: dataDirectory, library: path).path
        do throws(StoreError) {
            let lastRuns = try lastRuns()
            return MaintenanceOverview(
                health: .success(LibraryHealth(try room(), lastRuns: lastRuns, backups: backups, now: now)),
                lastRuns: lastRuns,
                backups: backups,
                backupDirectory: directory
            )
        } catch {
            return MaintenanceOverview(
                health: .failure(error),
                lastRuns: [:],
                backups: backups,
                backupDirectory: directory
            )
        }
    }

    private func room() throws(StoreError) -> FileRoom {
        let connection = try LibraryInspection(path: path, isReadOnly: true).run().connection
        return try StoreError.translating(path: path) { try connection.read { try FileRoom($0, path: path) } }
    }
}
