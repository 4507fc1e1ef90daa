import PromptStore

/// What there is to read on the Maintenance screen.
extension MaintenanceScreen {
    /// Of the item under the cursor.
    ///
    /// - Parameter unavailability: why it cannot be run now; nil where it can.
    func lines(_ tasks: TaskQueue, unavailability: String?, width: Int, now: Double) -> [ReadingLine] {
        var text = TaskText(width: width, now: now)
        switch selected {
        case .task(let kind):
            describe(kind, unavailability, in: &text)
            if let entry = tasks.newest(kind) {
                text.add(entry, behind: tasks.obstacle(of: entry.id))
            } else if let run = overview?.lastRuns[kind] {
                text.skipLine()
                let seconds = Figures.duration(milliseconds: run.seconds * 1000)
                text.say("Last run \(moment(run.endedAt, now)), \(run.outcome.word.text) in \(seconds)", .muted)
                text.say(run.headline, run.outcome.word.role)
            }
        case .backup(let backup): describe(backup, in: &text)
        }
        return text.lines
    }

    private func describe(_ kind: MaintenanceTask.Kind, _ unavailability: String?, in text: inout TaskText) {
        text.say(kind.summary, .text, .bold)
        if kind.writes { text.say("It changes the library; you are asked before.", .muted) }
        if kind.hasDryRun { text.say("d tries it out without changing anything.", .muted) }
        if let reason = advice.first(where: { $0.kind == kind })?.reason { text.say("Advisable: \(reason).", .fair) }
        if let unavailability { text.say("Not now: \(unavailability).", .error) }
    }

    private func describe(_ backup: Backup, in text: inout TaskText) {
        text.say(backup.isOfThisLibrary ? "A backup of this library." : "A backup of another library.", .text, .bold)
        text.say("Made \(moment(backup.madeAt, text.now)), \(backup.reason.title)", .muted)
        text.say("\(Figures.bytes(backup.bytes)), checked before it got its name", .muted)
        text.skipLine()
        text.say(backup.path)
        text.skipLine()
        text.say(
            "Enter restores it; what the library holds now is backed up first, so that it can be taken back.",
            .muted
        )
    }

    private func moment(_ moment: Timestamp, _ now: Double) -> String {
        DetailFields.date(moment, now: now).map(\.text).joined()
    }

    /// What would do the library good.
    var advice: [LibraryHealth.Advice] { (try? overview?.health.get())?.advice ?? [] }

    /// How the library is, in one line or two.
    func healthLines(width: Int, now: Double) -> [[Span]] {
        switch overview?.health {
        case nil: []
        case .failure(let error): [[Span(error.sentence, .error)]]
        case .success(let health): [figures(health, now), advisable(health)]
        }
    }

    private func figures(_ health: LibraryHealth, _ now: Double) -> [Span] {
        var spans = [
            Span("size ", .muted), Span(Figures.bytes(health.bytes)), Span("   backup ", .muted),
        ]
        if let seconds = health.lastBackup?.madeAt.seconds {
            let age = Figures.age(now - seconds)
            spans.append(Span(age == "now" ? "just now" : "\(age) ago", .good))
        } else {
            spans.append(Span("none", .fair))
        }
        return spans + [
            Span("   free pages ", .muted), Span(Figures.grouped(health.freePages)), Span("   log ", .muted),
            Span(Figures.bytes(health.logBytes)),
        ]
    }

    private func advisable(_ health: LibraryHealth) -> [Span] {
        guard !health.advice.isEmpty else { return [Span("Nothing is advisable now.", .good)] }
        let items = health.advice.map { "\($0.kind.title) (\($0.reason))" }
        return [Span("Advisable: " + items.joined(separator: ", "), .fair)]
    }
}
