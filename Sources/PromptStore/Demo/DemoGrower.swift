/// Grows the families of prompts.
struct DemoGrower: Sendable {
    private(set) var nodes: [DemoNode] = []
    var random: DemoRandom
    let now: Int
    /// Only the prompts of the first screen are younger than this; seconds since 1970.
    let cutoff: Int
    private var texts: Set<String> = []
    private let directions: [String: [Float]]
    private let personas: [String: String]

    static let dimensions = 64
    private static let day = 86_400

    init(seed: UInt64, now: Int) {
        var random = DemoRandom(seed: seed)
        var directions: [String: [Float]] = [:]
        var personas: [String: String] = [:]
        for group in DemoTopic.groups {
            let centre = Self.near(nil, distance: 1, &random)
            for topic in group.topics {
                directions[topic.title] = Self.near(centre, distance: 1.2, &random)
                personas[topic.title] = group.persona
            }
        }
        self.random = random
        self.now = now
        self.directions = directions
        self.personas = personas
        cutoff = now - 26 * 3600
    }

    // MARK: - Time

    /// A moment in the given part of the 18 months; 0 is the oldest, 1 about a day ago.
    func moment(_ part: Double) -> Int {
        let start = now - 540 * Self.day
        return start + Int(Double(cutoff - start) * part)
    }

    /// A moment some minutes to weeks after another one.
    mutating func moment(after earlier: Int) -> Int {
        let gap = random.chance(0.4) ? random.within(240...7200) : random.within(7200...(30 * Self.day))
        var later = earlier + min(gap, max(60, Int(Double(cutoff - earlier) * random.unit())))
        // Few people write prompts at night, and it is taken to be four in the afternoon: were it read from `now`, the
        // library would be another one every hour.
        let hoursAgo = (now - later) / 3600 % 24
        if (11...16).contains(hoursAgo), later + 8 * 3600 < cutoff { later += 8 * 3600 }
        return later
    }

    // MARK: - Prompts

    /// Adds a text that was written as a whole.
    @discardableResult
    mutating func add(
        _ text: String,
        phase: DemoPhase,
        persona: String,
        tags: [String],
        at created: Int,
        parent: Int? = nil
    ) -> Int {
        let parentNode = parent.map { nodes[$0] }
        let node = DemoNode(
            draft: nil,
            id: random.uuid(),
            text: text,
            phase: phase,
            persona: persona,
            tags: tags,
            parent: parent,
            created: created,
            quality: quality(phase, parentNode?.quality),
            direction: Self.near(parentNode?.direction, distance: 0.4, &random),
            depth: parentNode.map { $0.depth + 1 } ?? 0
        )
        texts.insert(text)
        nodes.append(node)
        return nodes.count - 1
    }

    /// Adds a draft, changed further as long as there is a prompt of the same text.
    @discardableResult
    mutating func add(_ wanted: DemoDraft, at created: Int, parent: Int? = nil, variantOf: Int? = nil) -> Int {
        var draft = wanted
        var text = draft.text
        while texts.contains(text), let turn = freshTurn(draft) {
            draft.turns.append(turn)
            text = draft.text
        }
        texts.insert(text)
        let relative = (parent ?? variantOf).map { nodes[$0] }
        let language = random.pick(["swift", "python", "typescript", "go", "rust"])
        let tags = draft.topic.tags.map { tag in
            tag == "{{language}}" ? language : tag == "{{dialect}}" ? random.pick(["postgres", "sqlite"]) : tag
        }
        let node = DemoNode(
            draft: draft,
            id: random.uuid(),
            text: text,
            phase: draft.phase,
            persona: personas[draft.topic.title] ?? "generic",
            tags: relative?.tags ?? tags,
            parent: parent,
            variantOf: variantOf,
            created: created,
            quality: quality(draft.phase, relative?.quality),
            direction: Self.near(
                relative?.direction ?? directions[draft.topic.title],
                distance: relative == nil ? 0.5 : 0.3,
                &random
            ),
            depth: parent.map { nodes[$0].depth + 1 } ?? 0
        )
        nodes.append(node)
        return nodes.count - 1
    }

    /// Derives a prompt: into another phase by rewriting it, within its phase by one more wish.
    @discardableResult
    mutating func derive(
        _ parent: Int,
        into phase: DemoPhase,
        at moment: Int? = nil,
        turn: DemoTurn? = nil
    ) -> Int {
        guard var draft = nodes[parent].draft else { return parent }
        if draft.phase == phase {
            draft.ruleCount = min(4, draft.ruleCount + random.below(2))
            draft.hasExample = draft.hasExample || random.chance(0.3)
            if let turn = turn ?? freshTurn(draft) { draft.turns.append(turn) }
        } else {
            draft.phase = phase
            draft.layout = random.pick([0, 0, 1, 2, 3])
            draft.ruleCount = phase == .solutio ? random.within(2...4) : random.within(3...4)
            draft.hasExample = phase == .coagulatio && random.chance(0.5)
            draft.hasReason = random.chance(0.8)
            if let turn { draft.turns.append(turn) }
        }
        return add(draft, at: moment ?? self.moment(after: nodes[parent].created), parent: parent)
    }

    /// Adds an alternative to a prompt: the same in another arrangement, or even in another phase.
    @discardableResult
    mutating func vary(
        _ original: Int,
        keepsParent: Bool,
        into phase: DemoPhase? = nil,
        at moment: Int? = nil
    ) -> Int {
        guard var draft = nodes[original].draft else { return original }
        draft.phase = phase ?? draft.phase
        draft.layout = (draft.layout + 1) % 4
        draft.hasExample.toggle()
        return add(
            draft,
            at: moment ?? self.moment(after: nodes[original].created),
            parent: keepsParent ? nodes[original].parent : nil,
            variantOf: original
        )
    }

    /// Lets two prompts of the list name each other as parent.
    mutating func close(_ first: Int, _ second: Int) {
        nodes[first].parent = second
        nodes[second].parent = first
    }

    mutating func orphan(_ index: Int) {
        nodes[index].missingParent = random.uuid()
    }

    mutating func receive(_ index: Int, _ reception: DemoReception) {
        nodes[index].reception = reception
        guard !reception.ratings.isEmpty else { return }
        nodes[index].quality = (Double(reception.ratings.reduce(0, +)) / Double(reception.ratings.count) - 1) / 4
    }

    private mutating func freshTurn(_ draft: DemoDraft) -> DemoTurn? {
        let left = (draft.topic.turns + DemoTurn.common).filter { !draft.turns.contains($0) }
        return left.isEmpty ? nil : random.chance(0.5) ? left[0] : random.pick(left)
    }

    private mutating func quality(_ phase: DemoPhase, _ inherited: Double?) -> Double {
        let start = inherited ?? 0.35 + 0.4 * random.unit()
        let gain = inherited == nil ? (phase == .coagulatio ? 0.12 : 0) : 0.045
        return min(0.97, max(0.08, start + gain + 0.12 * random.bell()))
    }

    /// A direction of length 1 at about that distance from another one, or anywhere.
    private static func near(_ centre: [Float]?, distance: Float, _ random: inout DemoRandom) -> [Float] {
        let noise = normalised((0..<dimensions).map { _ in Float(random.bell()) })
        guard let centre else { return noise }
        return normalised(zip(centre, noise).map { $0 + distance * $1 })
    }

    private static func normalised(_ numbers: [Float]) -> [Float] {
        let length = numbers.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return length > 0 ? numbers.map { $0 / length } : numbers
    }
}
