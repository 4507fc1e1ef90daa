import GRDB

/// Rebuilds the library without gaps, with the indexes of our own that it lacks and fresh figures for the planner.
struct OptimizeTask: TaskWork {
    /// Whether the log, too, is to be emptied.
    var emptiesLog = false

    /// Rows of each index that the figures are taken from: enough to tell a good index from a bad one.
    private static let sampledRows = 1000

    func perform(_ run: TaskRun) throws -> TaskReport {
        let writer = try run.openWriter()
        let library = try Connections.openWriter(path: run.path)
        let before = try library.read { try FileRoom($0, path: run.path) }
        let missing = try library.read { try OwnIndex.missing(in: $0) }
        try CompactCopy(run: run) { try improve($0, missing, run) }.rebuild(library, writer)
        let wasEmptied = try writeLog(writer, run)
        let after = try library.read { try FileRoom($0, path: run.path) }
        for index in missing { run.note("Made the index \(index.name).") }
        var report = TaskReport(
            emptiesLog ? "Compacted, and checked." : "Optimized, and checked.",
            values: [
                .init("bytes before", .bytes(before.bytes)), .init("bytes after", .bytes(after.bytes)),
                .init("log before", .bytes(before.logBytes)), .init("log after", .bytes(after.logBytes)),
                .init("indexes made", .count(missing.count)),
            ]
        )
        if !wasEmptied {
            report.outcome = .advice
            report.findings = [
                TaskFinding(
                    .advice,
                    "another program reads the library, so its log will shrink only when that has ended"
                )
            ]
        }
        return report
    }

    private func improve(_ copy: DatabaseQueue, _ missing: [OwnIndex], _ run: TaskRun) throws {
        for (number, index) in missing.enumerated() {
            try run.tell("Making indexes", number, of: missing.count)
            try run.watching(copy, "Making indexes") {
                try copy.writeWithoutTransaction { try $0.execute(sql: index.sql) }
            }
        }
        try run.watching(copy, "Taking the planner's figures") {
            try copy.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA analysis_limit = \(Self.sampledRows)")
                try database.execute(sql: "ANALYZE")
            }
        }
    }

    /// Brings the log into the file, which shrinks only then.
    ///
    /// - Returns: whether nobody was in the way.
    private func writeLog(_ writer: DatabaseQueue, _ run: TaskRun) throws -> Bool {
        run.tellFinishing("Writing the file")
        let row = try writer.writeWithoutTransaction { try Row.fetchOne($0, sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        return row?[0] == 0
    }
}
