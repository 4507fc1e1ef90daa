import Testing

@testable import PromptStore

/// Which backups are kept, and which nobody will miss.
struct BackupRetentionTests {
    /// Noon of a day, so that whole days before it are noons.
    private static let now = ScratchLibrary.now

    private func backup(daysAgo: Double, _ reason: Backup.Reason = .asked) -> Backup {
        Backup(
            path: "\(daysAgo) \(reason)",
            libraryName: "prompts",
            isOfThisLibrary: true,
            reason: reason,
            madeAt: Timestamp(number: Self.now - daysAgo * 86_400),
            bytes: 1
        )
    }

    private func kept(_ days: [Double], _ reason: Backup.Reason = .asked) -> [Double] {
        let backups = days.map { backup(daysAgo: $0, reason) }
        let gone = Set(BackupRetention(now: Self.now).superfluous(backups).map(\.path))
        return zip(days, backups).filter { !gone.contains($1.path) }.map(\.0)
    }

    @Test func `all of two days are kept`() {
        let days = stride(from: 0, to: 2, by: 0.125).map { $0 }
        #expect(kept(days) == days)
    }

    @Test func `the newest of each of seven days is kept`() {
        let days = stride(from: 0, to: 7, by: 0.25).map { $0 }
        let older = kept(days).filter { $0 >= 2.5 }
        // Noon is the first of a day's quarters when one goes back from the next midnight.
        #expect(Set(older.map { Int($0 + 0.5) }).count == older.count)
        #expect(older.count >= 4)
    }

    @Test func `a year of daily backups leaves a handful from all of half a year`() {
        let days = (0..<365).map(Double.init)
        let kept = kept(days)
        #expect(kept.count <= 2 + 7 + 4 + 6)
        #expect(kept.contains { $0 > 120 && $0 < 200 })
        #expect(kept.last.map { $0 < 200 } == true)
    }

    @Test func `what is kept on one day was kept on the days before`() {
        var backups: [Backup] = []
        for day in 0..<400 {
            let now = Self.now + Double(day) * 86_400
            backups.insert(backup(daysAgo: -Double(day)), at: 0)
            let gone = Set(BackupRetention(now: now).superfluous(backups).map(\.path))
            backups.removeAll { gone.contains($0.path) }
        }
        let span = (backups.first?.madeAt.seconds ?? 0) - (backups.last?.madeAt.seconds ?? 0)
        #expect(span > 120 * 86_400)
        #expect(backups.count <= 19)
    }

    @Test func `those before a migration stay until somebody deletes them`() {
        let days = (0..<900).map(Double.init)
        #expect(kept(days, .migration) == days)
    }
}
