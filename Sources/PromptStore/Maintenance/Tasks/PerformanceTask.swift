import Foundation
import GRDB

/// Times the program's own statements on this library, with values that are in it.
struct PerformanceTask: TaskWork {
    /// Each is run at most so often, and for no more than so many seconds.
    private static let mostRuns = 50
    private static let mostSeconds = 1.0

    func perform(_ run: TaskRun) throws -> TaskReport {
        let queue = try run.openReader()
        let samples = try queue.read { try TimedQuery.all(in: $0, runs: Self.mostRuns) }
        var rows: [[TaskReport.Quantity]] = []
        var slowest = 0.0
        for (number, query) in samples.enumerated() {
            try run.tell("Timing", number, of: samples.count)
            let (times, plan) = try run.watching(queue, "Timing") {
                try queue.read { (try Self.times(query, in: $0), try QueryPlan(of: query.query, in: $0)) }
            }
            guard let median = Self.percentile(times, 0.5), let high = Self.percentile(times, 0.95) else { continue }
            slowest = max(slowest, high)
            rows.append([
                .text(query.query.name), .count(times.count), .seconds(median), .seconds(high),
                .text(plan.indexes.joined(separator: ", ")), .text(plan.lines.joined(separator: "; ")),
            ])
        }
        let findings = try queue.read(AnalyzeTask.missingIndexes)
        return TaskReport(
            "Timed \(rows.count) statements.",
            findings.isEmpty ? .done : .advice,
            values: [.init("slowest p95", .seconds(slowest))],
            tables: [
                TaskReport.Table(
                    "statements",
                    columns: ["statement", "runs", "p50", "p95", "indexes", "plan"],
                    rows: rows
                )
            ],
            findings: findings
        )
    }

    /// Seconds of each run, shortest first.
    private static func times(_ query: TimedQuery, in database: Database) throws -> [Double] {
        let statement = try database.makeStatement(sql: query.query.sql)
        var times: [Double] = []
        for arguments in query.arguments where times.reduce(0, +) < mostSeconds {
            let start = DispatchTime.now().uptimeNanoseconds
            let rows = try Row.fetchCursor(statement, arguments: arguments)
            while try rows.next() != nil {}
            times.append(Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9)
        }
        return times.sorted()
    }

    /// The smallest time that this share of all does not exceed.
    private static func percentile(_ sorted: [Double], _ share: Double) -> Double? {
        guard !sorted.isEmpty else { return nil }
        return sorted[max(0, Int((share * Double(sorted.count)).rounded(.up)) - 1)]
    }
}
