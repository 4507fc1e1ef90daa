import PromptStore

/// How well the selected prompt does, each picture with its number beside it.
struct MetricsPane: Equatable, Sendable {
    private var summary: MetricsSummary?
    private var scroll = 0
    private var height = 1

    mutating func show(_ summary: MetricsSummary) { self.summary = summary }

    mutating func clear() {
        summary = nil
        scroll = 0
    }

    mutating func resize(height: Int) {
        self.height = height
        scroll(by: 0)
    }

    mutating func scroll(by count: Int) { scroll = min(max(0, scroll + count), max(0, lines(40).count - height)) }

    func draw(on surface: inout Surface, in rect: Rect) {
        for (line, spans) in lines(rect.width).dropFirst(scroll).prefix(rect.height).enumerated() {
            var x = rect.x
            for span in spans {
                x = surface.write(span.text, x: x, y: rect.y + line, width: rect.x + rect.width - x, style: span.style)
            }
        }
    }

    private typealias Span = DetailPane.Span

    private func span(_ text: String, _ role: Style.Role = .text, _ attributes: Style.Attributes = []) -> Span {
        Span(text: text, style: Style(role, attributes))
    }

    private func lines(_ width: Int) -> [[Span]] {
        guard let summary else { return [] }
        return [score(summary)] + ratings(summary) + [times(summary, width: width)] + runs(summary)
            + generation(summary.generation)
    }

    private func score(_ summary: MetricsSummary) -> [Span] {
        guard summary.score != .none else { return [span("no score", .muted)] }
        let score = Marked.score(summary.score)
        var spans = [span("score ", .muted), span(score.text, score.role, .bold)]
        if let spread = summary.spread { spans += [span(" ±\(Figures.share(spread))")] }
        if let value = summary.score.number, (0...1).contains(value) {
            spans += [span("  "), span(Bars.bar(value, width: 10), score.role)]
        }
        return spans
    }

    private func ratings(_ summary: MetricsSummary) -> [[Span]] {
        guard let mean = summary.meanRating else { return [[span("no ratings", .muted)]] }
        let most = Double(summary.histogram.max() ?? 1)
        return [
            [
                span(Figures.decimal(mean) + " ★", .star), span(" of "),
                span(Figures.grouped(summary.ratingCount)),
                span(summary.ratingCount == 1 ? " rating" : " ratings", .muted),
            ],
            [
                span("1", .muted), span(Bars.sparkline(summary.histogram.map { Double($0) / most }), .star),
                span("5  ", .muted), span(summary.histogram.map(String.init).joined(separator: " ")),
            ],
        ]
    }

    private func times(_ summary: MetricsSummary, width: Int) -> [Span] {
        guard let median = summary.responseTime(percentile: 0.5), let slow = summary.responseTime(percentile: 0.95)
        else { return [span("no response times", .muted)] }
        let text = [
            span(Figures.duration(milliseconds: median)), span(" p50  ", .muted),
            span(Figures.duration(milliseconds: slow)), span(" p95  ", .muted),
        ]
        let room = width - text.reduce(0) { $0 + $1.text.count }
        let latest = summary.responseTimes.suffix(max(0, min(room, 32)))
        guard latest.count > 1, let most = latest.max(), most > 0 else { return text }
        return text + [span(Bars.sparkline(latest.map { max(0, $0) / most }), .key)]
    }

    private func runs(_ summary: MetricsSummary) -> [[Span]] {
        guard summary.runs > 0 else { return [[span("no runs", .muted)]] }
        let count = Figures.grouped(summary.runs) + (summary.runs == MetricsSummary.longestSeries ? "+" : "")
        var spans = [span(count), span(summary.runs == 1 ? " run" : " runs", .muted)]
        if let tokens = summary.meanTokens {
            spans += [span("  " + Figures.plain(tokens.rounded())), span(" tokens each", .muted)]
        }
        guard let success = summary.successRate else { return [spans] }
        let rate = [
            span("\(Int((success * 100).rounded())) %"),
            span(" ok of \(Figures.grouped(summary.successCount))", .muted),
        ]
        return [spans, rate]
    }

    private func generation(_ generation: MetricsSummary.Generation?) -> [[Span]] {
        guard let generation else { return [] }
        let temperature = Marked.number(generation.temperature, in: 0...2, Figures.decimal)
        let most = Marked.number(generation.maxTokens, in: 0...1e9, Figures.plain)
        let input = Marked.number(generation.inputTokens, in: 0...1e9, Figures.plain)
        let output = Marked.number(generation.outputTokens, in: 0...1e9, Figures.plain)
        return [
            [
                span("temperature ", .muted), span(temperature.text, temperature.role), span("  max ", .muted),
                span(most.text, most.role), span("  by ", .muted), span(generation.model),
            ],
            [
                span("tokens in ", .muted), span(input.text, input.role), span("  out ", .muted),
                span(output.text, output.role),
            ],
        ]
    }
}
