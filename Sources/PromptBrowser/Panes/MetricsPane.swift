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
            surface.write(spans, x: rect.x, y: rect.y + line, width: rect.width)
        }
    }

    private func lines(_ width: Int) -> [[Span]] {
        guard let summary else { return [] }
        return [score(summary)] + ratings(summary) + [times(summary, width: width)] + runs(summary)
            + generation(summary.generation)
    }

    private func score(_ summary: MetricsSummary) -> [Span] {
        guard summary.score != .none else { return [Span("no score", .muted)] }
        let score = Marked.score(summary.score)
        var spans = [Span("score ", .muted), Span(score.text, score.role, .bold)]
        if let spread = summary.spread { spans += [Span(" ±\(Figures.share(spread))")] }
        if let value = summary.score.number, (0...1).contains(value) {
            spans += [Span("  "), Span(Bars.bar(value, width: 10), score.role)]
        }
        return spans
    }

    private func ratings(_ summary: MetricsSummary) -> [[Span]] {
        guard let mean = summary.meanRating else { return [[Span("no ratings", .muted)]] }
        let most = Double(summary.histogram.max() ?? 1)
        return [
            [
                Span(Figures.decimal(mean) + " ★", .star), Span(" of "),
                Span(Figures.grouped(summary.ratingCount)),
                Span(summary.ratingCount == 1 ? " rating" : " ratings", .muted),
            ],
            [
                Span("1", .muted), Span(Bars.sparkline(summary.histogram.map { Double($0) / most }), .star),
                Span("5  ", .muted), Span(summary.histogram.map(String.init).joined(separator: " ")),
            ],
        ]
    }

    private func times(_ summary: MetricsSummary, width: Int) -> [Span] {
        guard let median = summary.responseTime(percentile: 0.5), let slow = summary.responseTime(percentile: 0.95)
        else { return [Span("no response times", .muted)] }
        let text = [
            Span(Figures.duration(milliseconds: median)), Span(" p50  ", .muted),
            Span(Figures.duration(milliseconds: slow)), Span(" p95  ", .muted),
        ]
        let room = width - text.reduce(0) { $0 + $1.text.count }
        let latest = summary.responseTimes.suffix(max(0, min(room, 32)))
        guard latest.count > 1, let most = latest.max(), most > 0 else { return text }
        return text + [Span(Bars.sparkline(latest.map { max(0, $0) / most }), .key)]
    }

    private func runs(_ summary: MetricsSummary) -> [[Span]] {
        guard summary.runs > 0 else { return [[Span("no runs", .muted)]] }
        let count = Figures.grouped(summary.runs) + (summary.runs == MetricsSummary.longestSeries ? "+" : "")
        var spans = [Span(count), Span(summary.runs == 1 ? " run" : " runs", .muted)]
        if let tokens = summary.meanTokens {
            spans += [Span("  " + Figures.plain(tokens.rounded())), Span(" tokens each", .muted)]
        }
        guard let success = summary.successRate else { return [spans] }
        let rate = [
            Span("\(Int((success * 100).rounded())) %"),
            Span(" ok of \(Figures.grouped(summary.successCount))", .muted),
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
                Span("temperature ", .muted), Span(temperature.text, temperature.role), Span("  max ", .muted),
                Span(most.text, most.role), Span("  by ", .muted), Span(generation.model),
            ],
            [
                Span("tokens in ", .muted), Span(input.text, input.role), Span("  out ", .muted),
                Span(output.text, output.role),
            ],
        ]
    }
}
