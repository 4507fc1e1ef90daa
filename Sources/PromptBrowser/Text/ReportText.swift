import PromptStore

/// A task's report as lines of text.
public enum ReportText {
    /// A line, and what it is.
    struct Line: Equatable, Sendable {
        let text: String
        var isHeading = false
        /// Whether it may be wrapped: nothing in it stands below something else.
        var isSentence = false
        /// The prompt that it is about, or the first of them.
        var promptID: String?
    }

    /// The headline, then values, findings and tables with a title each.
    public static func lines(of report: TaskReport) -> [String] { [report.headline] + lines(below: report).map(\.text) }

    /// All but the headline.
    static func lines(below report: TaskReport) -> [Line] {
        var lines: [Line] = []
        if !report.values.isEmpty {
            lines += [Line(text: "")] + aligned(report.values.map { [$0.name, text($0.quantity)] })
        }
        for severity in [TaskFinding.Severity.damage, .advice] {
            let findings = report.findings.filter { $0.severity == severity }
            if !findings.isEmpty { lines += heading(title(severity)) + findings.flatMap(self.lines) }
        }
        for table in report.tables where !table.rows.isEmpty {
            lines += heading(capitalized(table.name))
            lines += aligned([table.columns] + table.rows.map { $0.map(text) }, rightFrom: rightColumns(table))
        }
        return lines
    }

    private static func heading(_ text: String) -> [Line] { [Line(text: ""), Line(text: text, isHeading: true)] }

    /// A quantity with its unit.
    public static func text(_ quantity: TaskReport.Quantity) -> String {
        switch quantity {
        case .bytes(let count): Figures.bytes(count)
        case .count(let count): Figures.grouped(count)
        case .seconds(let seconds): duration(seconds)
        case .number(let number): Figures.plain((number * 100).rounded() / 100)
        case .moment(let moment): moment.stored
        case .text(let text): text
        case .none: "–"
        }
    }

    /// What is quicker than the shortest that a pane shows is told apart here.
    private static func duration(_ seconds: Double) -> String {
        guard seconds < 0.01 else { return Figures.duration(milliseconds: seconds * 1000) }
        return "\((seconds * 100_000).rounded() / 100) ms"
    }

    private static func title(_ severity: TaskFinding.Severity) -> String {
        switch severity {
        case .damage: "Damage"
        case .advice: "Advice"
        }
    }

    private static func lines(_ finding: TaskFinding) -> [Line] {
        guard !finding.promptIDs.isEmpty else { return [Line(text: "  " + finding.text, isSentence: true)] }
        let more = finding.count - finding.promptIDs.count
        let sentence = "  \(finding.text): \(Figures.grouped(finding.count))"
        return [Line(text: sentence, isSentence: true, promptID: finding.promptIDs.first)]
            + finding.promptIDs.map { Line(text: "    " + $0, promptID: $0) }
            + (more > 0 ? [Line(text: "    and \(Figures.grouped(more)) more")] : [])
    }

    /// The columns that hold figures, which stand at the right.
    private static func rightColumns(_ table: TaskReport.Table) -> Set<Int> {
        Set(
            table.columns.indices.filter { index in
                !table.rows.contains { row in
                    switch row[index] {
                    case .text, .moment: true
                    case .bytes, .count, .seconds, .number, .none: false
                    }
                }
            }
        )
    }

    private static func aligned(_ rows: [[String]], rightFrom right: Set<Int> = []) -> [Line] {
        let columns = rows.first?.count ?? 0
        let widths = (0..<columns).map { index in rows.map { VisibleText.width(of: $0[index]) }.max() ?? 0 }
        return rows.map { row in
            let cells = row.indices.map { index in
                let space = String(repeating: " ", count: widths[index] - VisibleText.width(of: row[index]))
                if right.contains(index) { return space + row[index] }
                return index == columns - 1 ? row[index] : row[index] + space
            }
            return Line(text: "  " + cells.joined(separator: "  "))
        }
    }

    private static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
