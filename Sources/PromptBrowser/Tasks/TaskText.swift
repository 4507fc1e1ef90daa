import PromptStore

/// What there is to read of a task, in lines of a width.
struct TaskText {
    let width: Int
    /// Seconds since 1970.
    let now: Double
    private(set) var lines: [ReadingLine] = []

    init(width: Int, now: Double) {
        self.width = width
        self.now = now
    }

    /// Adds a sentence, on as many lines as it needs.
    mutating func say(
        _ sentence: String,
        _ role: Style.Role = .text,
        _ attributes: Style.Attributes = [],
        about promptID: String? = nil
    ) {
        var wrapped = WrappedText(sentence, width: max(1, width))
        lines += wrapped.lines(0..<50).map { line in
            ReadingLine([Span(line.cells.map(\.text).joined(), role, attributes)], promptID: promptID)
        }
    }

    mutating func skipLine() { if lines.last.map({ !$0.spans.isEmpty }) == true { lines.append(ReadingLine()) } }

    /// Adds how a task of this run is, or what has come of it.
    mutating func add(_ entry: TaskEntry, behind obstacle: TaskEntry?) {
        skipLine()
        switch entry.state {
        case .waiting: say("Waits for: \(obstacle?.title ?? "another task").", .muted)
        case .running: addProgress(of: entry)
        case .ended(.success(let report)): add(report, seconds: entry.seconds(at: now))
        case .ended(.failure(.cancelled)): say("Cancelled; the library is as it was.", .muted)
        case .ended(.failure(let error)):
            say("Failed after \(duration(entry)): \(error.sentence)", .error)
        }
        guard !entry.log.isEmpty else { return }
        skipLine()
        say("Log", .muted)
        for note in entry.log {
            let time = String(Timestamp.text(seconds: Int(note.moment)).suffix(8))
            lines.append(ReadingLine([Span(time + "  ", .muted), Span(note.text)]))
        }
    }

    private func duration(_ entry: TaskEntry) -> String {
        Figures.duration(milliseconds: entry.seconds(at: now) * 1000)
    }

    private mutating func addProgress(of entry: TaskEntry) {
        let stage = entry.progress.map { ": \($0.stage)" } ?? ""
        say("\(MovingSign.sign(at: now)) Running for \(duration(entry))\(stage)", .key, .bold)
        if let fraction = entry.progress?.fraction {
            let bar = Bars.bar(fraction, width: min(30, width - 8))
            lines.append(ReadingLine([Span(bar, .good), Span(" " + Browser.percent(fraction))]))
        }
        if entry.progress?.isCancellable == false {
            say("Finishing, cannot be cancelled.", .fair)
        } else if entry.isCancelled {
            say("Ending.", .fair)
        } else {
            say("x cancels it; the library is then as it was.", .muted)
        }
    }

    private mutating func add(_ report: TaskReport, seconds: Double) {
        let word = report.outcome.word
        say(report.headline, word.role, .bold)
        say("\(word.text) in \(Figures.duration(milliseconds: seconds * 1000))", .muted)
        for line in ReportText.lines(below: report) {
            if line.isSentence {
                say(line.text, about: line.promptID)
            } else {
                let role: Style.Role = line.isHeading ? .key : line.promptID == nil ? .text : .focus
                lines.append(
                    ReadingLine(line.text.isEmpty ? [] : [Span(line.text, role)], promptID: line.promptID)
                )
            }
        }
    }
}
