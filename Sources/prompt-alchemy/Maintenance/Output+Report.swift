import PromptBrowser
import PromptStore

extension Output {
    /// Writes what has come of a task as text.
    static func write(_ report: TaskReport) throws { try write(lines: ReportText.lines(of: report)) }
}

extension JSON {
    /// What has come of a task.
    init(_ report: TaskReport, of name: String) {
        self = .object([
            "findings": .list(report.findings.map(JSON.init)), "headline": .text(report.headline),
            "outcome": .text(report.outcome.rawValue),
            "tables": Self.object(report.tables.map { ($0.name, JSON($0)) }), "task": .text(name),
            "values": Self.object(report.values.map { ($0.name, JSON($0.quantity)) }),
        ])
    }

    private init(_ finding: TaskFinding) {
        self = .object([
            "count": .number(Double(finding.count)), "prompts": .list(finding.promptIDs.map(JSON.text)),
            "severity": .text(finding.severity.rawValue), "text": .text(finding.text),
        ])
    }

    private init(_ table: TaskReport.Table) {
        self = .list(
            table.rows.map { row in Self.object(zip(table.columns, row).map { ($0, JSON($1)) }) }
        )
    }

    private init(_ quantity: TaskReport.Quantity) {
        self =
            switch quantity {
            case .bytes(let count), .count(let count): .number(Double(count))
            case .seconds(let number), .number(let number): .number(number)
            case .moment(let moment): JSON(moment)
            case .text(let text): .text(text)
            case .none: .null
            }
    }

    private static func object(_ entries: [(name: String, value: JSON)]) -> JSON {
        .object(
            Dictionary(entries.map { ($0.name.replacing(" ", with: "_"), $0.value) }) { first, _ in first }
        )
    }
}
