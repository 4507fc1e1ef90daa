/// Which backups of one library to keep: all of two days, then the newest of each of seven days, four weeks and six
/// months that have any. Those from before a migration are a person's to delete.
struct BackupRetention {
    /// In seconds since 1970.
    let now: Double

    private static let day = 86_400.0
    /// The periods and how many of each keep their newest backup. A month is a twelfth of a year of 365.25 days.
    private static let periods = [
        (length: day, count: 7), (length: 7 * day, count: 4), (length: 30.4375 * day, count: 6),
    ]

    /// Those that nobody will miss.
    ///
    /// - Parameter backups: of one library, the newest first.
    func superfluous(_ backups: [Backup]) -> [Backup] {
        var kept = Set(backups.filter(isSafe).map(\.path))
        for period in Self.periods {
            var seen: Set<Int> = []
            for backup in backups where seen.count < period.count || seen.contains(number(backup, period.length)) {
                if seen.insert(number(backup, period.length)).inserted { kept.insert(backup.path) }
            }
        }
        return backups.filter { !kept.contains($0.path) }
    }

    private func isSafe(_ backup: Backup) -> Bool {
        backup.reason == .migration || now - (backup.madeAt.seconds ?? now) < 2 * Self.day
    }

    /// The number of the period that it was made in. Periods begin at fixed times: what was kept stays kept.
    private func number(_ backup: Backup, _ length: Double) -> Int {
        Int(((backup.madeAt.seconds ?? now) / length).rounded(.down))
    }
}
