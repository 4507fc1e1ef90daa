import GRDB

/// Takes a file through steps, inside a transaction that is open already and that the caller ends.
struct Migration {
    let path: String
    let steps: [MigrationStep]
    /// The rows that are filled in by one statement, at least 1.
    let batchSize: Int
    /// Is told how far it is; throws to end the migration.
    let tell: MigrationChecks.Tell

    /// Does the steps, then looks whether all that was there is as before.
    ///
    /// - Throws: what has ended it, `StoreError.notAsBefore` where a check fails: the transaction has to be rolled back.
    func run(on database: Database) throws -> MigrationReport {
        let checks = try MigrationChecks(database, tell: tell)
        var report = MigrationReport()
        var filled = ContentDigest()
        var added: Set<String> = []
        for step in steps {
            let clock = ContinuousClock()
            let start = clock.now
            let before = try Self.bytes(database)
            let stage = MigrationStage(database, batchSize: batchSize, added: added) { done, all in
                try tell("Step \(step.name)", done, all)
            }
            try step.perform(stage)
            filled.add(stage.filled)
            added = stage.addedColumns
            var work = stage.work
            work.bytes = try Self.bytes(database) - before
            let seconds = (clock.now - start) / .seconds(1)
            report.steps.append(
                MigrationReport.Step(name: step.name, summary: step.summary, work: work, seconds: seconds)
            )
        }
        try MigrationSteps.record(steps, in: database)
        report.checks = try checks.run(on: database, path: path, filled: filled, tell: tell)
        return report
    }

    private static func bytes(_ database: Database) throws -> Int {
        let pages = try Int.fetchOne(database, sql: "PRAGMA main.page_count") ?? 0
        return pages * (try Int.fetchOne(database, sql: "PRAGMA main.page_size") ?? 0)
    }
}
