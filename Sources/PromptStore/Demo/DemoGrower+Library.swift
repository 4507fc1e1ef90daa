extension DemoGrower {
    private static let size = 404

    /// Grows everything, the first screen last.
    mutating func growLibrary() {
        for (index, topic) in random.shuffled(DemoTopic.groups.flatMap(\.topics)).enumerated() {
            growFamily(topic, index: index)
        }
        growWholeTexts()
        growOddities()
        growMore(until: Self.size - DemoFrontRow.newest.count)
        growFirstScreen()
    }

    /// A rough note and what became of it; the index decides what else belongs to the family.
    private mutating func growFamily(_ topic: DemoTopic, index: Int) {
        let draft = DemoDraft(topic: topic, phase: .prima, layout: index % 4, ruleCount: random.within(1...3))
        let isShown = DemoFrontRow.newest.contains { $0.topic == topic.title }
        // What has many descendants begins early, so that they do not all come in the last week.
        let root = add(draft, at: moment(random.unit() * (index % 12 == 0 ? 0.4 : isShown ? 0.6 : 0.97)))
        var flowing = derive(root, into: .solutio)
        if index % 12 == 0 { flowing = derive(flowing, into: .solutio) }
        let final = derive(flowing, into: .coagulatio)
        if index % 12 == 0 {
            var tip = final
            for _ in 0..<3 {
                let next = derive(tip, into: .coagulatio)
                if random.chance(0.6) { derive(tip, into: .coagulatio) }
                tip = next
            }
        }
        if topic.title == "Explain a concept" {
            for reader in DemoTurn.readers { derive(final, into: .coagulatio, turn: reader) }
        }
        switch index % 3 {
        case 1:
            derive(final, into: .coagulatio)
            vary(final, keepsParent: true)
        case 2:
            derive(derive(root, into: .solutio), into: .coagulatio)
            if index % 6 == 2 { vary(flowing, keepsParent: false) }
        default: break
        }
        if index % 4 == 1 {
            let found = DemoDraft(topic: topic, phase: .coagulatio, layout: (index + 1) % 4, turns: [topic.turns[2]])
            add(found, at: moment(random.unit()))
        }
        if index % 12 == 3 { vary(final, keepsParent: false) }
    }

    /// Prompts that were never made of anything.
    private mutating func growWholeTexts() {
        let count = Double(DemoText.short.count)
        for (index, text) in DemoText.short.enumerated() {
            add(
                text.text,
                phase: text.phase,
                persona: text.persona,
                tags: text.tags,
                at: moment((Double(index) + random.unit()) / count)
            )
        }
        // The last three of these belong between the first screen and the rest.
        let recent = [17, 20, 25]
        let old = DemoText.odd.count - recent.count
        for (index, text) in DemoText.odd.enumerated() {
            let created =
                index < old
                ? moment((Double(index) + random.unit()) / Double(old) * 0.97) : now - recent[index - old] * 3600 - 431
            add(text.text, phase: text.phase, persona: text.persona, tags: text.tags, at: created)
        }
        let code = DemoTopic.coding + DemoTopic.review
        add(
            Self.system("the engineering team", code),
            phase: .coagulatio,
            persona: "code",
            tags: ["system-prompt", "team"],
            at: moment(0.62)
        )
        add(
            Self.system("a very small office", DemoTopic.mail + DemoTopic.legal + DemoTopic.writing),
            phase: .coagulatio,
            persona: "writing",
            tags: ["system-prompt", "office"],
            at: moment(0.81)
        )
    }

    private static func system(_ users: String, _ topics: [DemoTopic]) -> String {
        let sections = topics.map { topic in
            "## \(topic.title)\n\nAct as \(topic.role). \(topic.task)\n\n"
                + topic.rules.map { "- \($0)\n" }.joined() + "\nAnswer with \(topic.format.joined(separator: "; "))."
        }
        return "# System prompt for \(users)\n\nYou are the assistant of \(users). Find out which of the sections "
            + "below fits the request, follow that section and no other, and name it in your first line. If none "
            + "fits, ask what is wanted.\n\n" + sections.joined(separator: "\n\n")
            + "\n\n## Always\n\n" + DemoTurn.common.prefix(8).map { "- \($0.rule)" }.joined(separator: "\n")
    }

    /// Relations that should not be there, and are in every grown library.
    private mutating func growOddities() {
        let start = moment(0.37)
        let first = add(DemoText.loop.0, phase: .solutio, persona: "writing", tags: ["naming"], at: start)
        let second = add(DemoText.loop.1, phase: .solutio, persona: "writing", tags: ["naming"], at: start + 5400)
        close(first, second)
        orphan(add(DemoText.orphan, phase: .coagulatio, persona: "analysis", tags: ["budget"], at: moment(0.55)))
    }

    private mutating func growMore(until count: Int) {
        while nodes.count < count {
            let index = random.below(nodes.count)
            let node = nodes[index]
            guard let draft = node.draft, draft.phase != .prima, node.depth < 6, draft.turns.count < 4 else { continue }
            // Most of what anybody adds to a large library comes late.
            let created = moment(1 - 0.25 * random.unit())
            guard created > node.created else { continue }
            derive(index, into: random.chance(0.7) ? .coagulatio : draft.phase, at: created)
        }
    }

    // MARK: - The first screen

    private mutating func growFirstScreen() {
        for row in DemoFrontRow.newest.reversed() {
            let created = now - row.age
            switch row.relation {
            case .root:
                guard let topic = topic(row.topic) else { continue }
                let draft = DemoDraft(topic: topic, phase: row.phase, layout: 2, ruleCount: 3)
                receive(add(draft, at: created), row.reception)
            case .child:
                guard let source = source(of: row) else { continue }
                receive(derive(source, into: row.phase, at: created, turn: row.turn), row.reception)
            case .winner:
                guard let source = source(of: row) else { continue }
                growSiblings(of: source, newest: row, at: created)
            case .variant: continue
            }
        }
    }

    /// The newest prompt with two alternatives that were made in the same minute.
    private mutating func growSiblings(of parent: Int, newest row: DemoFrontRow, at created: Int) {
        for index in 1...2 {
            derive(parent, into: .coagulatio, at: now - (index * 5 + 1) * 86_400 - index * 7411)
        }
        let newest = derive(parent, into: row.phase, at: created, turn: row.turn)
        receive(newest, row.reception)
        for alternative in DemoFrontRow.newest where alternative.relation == .variant {
            let variant = vary(
                newest,
                keepsParent: alternative.phase == row.phase,
                into: alternative.phase,
                at: now - alternative.age
            )
            receive(variant, alternative.reception)
        }
    }

    private func topic(_ title: String) -> DemoTopic? {
        DemoTopic.groups.lazy.flatMap(\.topics).first { $0.title == title }
    }

    /// The deepest prompt that the row can be derived from and that is older.
    private func source(of row: DemoFrontRow) -> Int? {
        nodes.indices.filter { index in
            let node = nodes[index]
            return node.draft?.topic.title == row.topic && node.phase == row.source && node.depth < 6
                && node.variantOf == nil && node.created < now - 13 * 86_400
        }.max { nodes[$0].depth < nodes[$1].depth }
    }
}
