/// How far a prompt has been worked out.
enum DemoPhase: String, Sendable {
    case prima = "prima-materia"
    case solutio
    case coagulatio
}

/// One wording of a topic; two drafts that differ in a detail differ in that detail's line.
struct DemoDraft: Sendable {
    let topic: DemoTopic
    var phase: DemoPhase
    /// Which of four arrangements, 0...3.
    var layout: Int
    /// How many of the topic's rules are in, 1...4.
    var ruleCount = 4
    var turns: [DemoTurn] = []
    var hasReason = true
    var hasExample = false

    var text: String {
        switch phase {
        case .prima: note
        case .solutio: conversation
        case .coagulatio: specification
        }
    }

    /// The wording before the latest change; nil where nothing can be taken away.
    var earlier: DemoDraft? {
        var draft = self
        if !turns.isEmpty {
            draft.turns.removeLast()
        } else if hasExample, phase == .coagulatio, topic.example != nil {
            draft.hasExample = false
        } else if ruleCount > 1 {
            draft.ruleCount -= 1
        } else if hasReason {
            draft.hasReason = false
        } else {
            return nil
        }
        return draft
    }

    private var rules: ArraySlice<String> { topic.rules.prefix(ruleCount) }

    private var title: String {
        guard let turn = turns.last else { return topic.title }
        return "\(topic.title), \(turn.label)"
    }

    // MARK: - Prima materia

    private var note: String {
        let points = rules.map { "- " + Self.lowercased($0.dropLast()) }.joined(separator: "\n")
        var text =
            switch layout {
            case 0: topic.note
            case 1: "\(Self.lowercased(topic.title[...])): \(topic.note)"
            case 2: "\(topic.note)\n\n\(points)"
            default: "idea: \(topic.note)\n\nwhy: \(Self.lowercased(topic.why.dropLast()))\n\n\(points)"
            }
        for turn in turns { text += "\n- also: \(Self.lowercased(turn.rule.dropLast())) (\(turn.label))" }
        return text
    }

    // MARK: - Solutio

    private static let connectors = [
        ["Please ", "Also, ", "And something people forget: ", "Last of all, "],
        ["It would help me if you did it like this: ", "Then ", "Please ", "And "],
        ["To begin with, ", "After that, ", "Please ", "Finally, "],
        ["My only wishes: ", "Next, ", "Also, ", "And, above all, "],
    ]
    private static let closings = [
        "What I hope to get back is", "Please answer with", "At the end I would like to have",
        "The answer should consist of",
    ]
    private static let handovers = [
        "Here is what you need:", "This is what I have:", "Have a look:", "I always paste it below, like this:",
    ]

    private var conversation: String {
        let subject = Self.lowercased(topic.title[...])
        let opening =
            switch layout {
            case 0: "I would like you to \(subject). Think of yourself as \(topic.role)."
            case 1: "Could you help me \(subject)? Imagine that you are \(topic.role)."
            case 2: "Let us \(subject) together. You are \(topic.role); I am the one in a hurry."
            default: "Here is something I need again and again: \(subject). I need \(topic.role) for that."
            }
        let wishes = zip(Self.connectors[layout], rules).map { $0 + Self.lowercased($1[...]) }.joined(separator: " ")
        var parts = [opening, hasReason ? "\(topic.task) \(topic.why)" : topic.task, wishes]
        for (index, turn) in turns.enumerated() {
            parts.append((index == 0 ? "One more thing: " : "And another one: ") + Self.lowercased(turn.rule[...]))
        }
        parts.append("\(Self.closings[layout]) \(Self.enumeration(topic.format)).")
        parts.append("\(Self.handovers[layout])\n\n\(topic.input)")
        return parts.joined(separator: "\n\n")
    }

    // MARK: - Coagulatio

    private var specification: String {
        let rules = rules + turns.map(\.rule)
        let reason = hasReason ? "\n\(topic.why)" : ""
        let bullets = rules.map { "- \($0)" }.joined(separator: "\n")
        let numbers = Self.numbered(rules)
        let format = Self.numbered(topic.format.map(Self.capitalised))
        let example = hasExample ? topic.example : nil
        switch layout {
        case 0:
            return "# \(title)\n\nYou are \(topic.role).\n\n## Task\n\n\(topic.task)\(reason)\n\n## Constraints\n\n"
                + "\(bullets)\n\n## Input\n\n\(topic.input)\n\n## Output format\n\n\(format)"
                + (example.map { "\n\n## Example\n\n\($0)" } ?? "")
        case 1:
            return "**\(title)**\n\n**Role:** \(topic.role)\n**Task:** \(topic.task)\(reason)\n\n**Constraints**\n"
                + "\(numbers)\n\n**Answer with**\n\(format)" + (example.map { "\n\n**Example**\n\n\($0)" } ?? "")
                + "\n\n---\n\n\(topic.input)"
        case 2:
            return "\(title)\n\n<role>\nYou are \(topic.role).\n</role>\n\n<task>\n\(topic.task)\(reason)\n</task>\n\n"
                + "<constraints>\n\(bullets)\n</constraints>\n\n<output_format>\n\(format)\n</output_format>"
                + (example.map { "\n\n<example>\n\($0)\n</example>" } ?? "") + "\n\n<input>\n\(topic.input)\n</input>"
        default:
            return "\(title): you are \(topic.role). \(topic.task)\(reason)\n\nRules:\n\(numbers)\n\n"
                + "Answer with \(Self.enumeration(topic.format))."
                + (example.map { "\n\nLike this:\n\n\($0)" } ?? "") + "\n\n\(topic.input)"
        }
    }

    // MARK: - Sentences

    private static func numbered(_ lines: some Sequence<String>) -> String {
        lines.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")
    }

    private static func enumeration(_ parts: [String]) -> String {
        guard parts.count > 1, let last = parts.last else { return parts.joined() }
        return parts.dropLast().joined(separator: ", ") + " and " + last
    }

    private static func capitalised(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }

    private static func lowercased(_ text: Substring) -> String {
        text.prefix(1).lowercased() + text.dropFirst()
    }
}
