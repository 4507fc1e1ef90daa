/// What was said about a prompt of the first screen, and how often it ran.
struct DemoReception: Equatable, Sendable {
    /// Each 1...5, oldest first.
    let ratings: [Int]
    /// Belong to the last ratings; what is left over was said without a rating.
    let comments: [String]
    /// 0...40.
    let runs: Int
}

/// One of the newest prompts: they are what one sees first, so they are chosen and not drawn.
struct DemoFrontRow: Sendable {
    /// How it hangs on the library.
    enum Relation: Sendable {
        /// Derived from the deepest prompt of the topic and phase.
        case child
        /// The beginning of something.
        case root
        /// A child that was made together with alternatives and preferred to them.
        case winner
        /// An alternative to the winner.
        case variant
    }

    /// The title of a topic.
    let topic: String
    let relation: Relation
    /// The phase that it is derived from.
    var source = DemoPhase.coagulatio
    let phase: DemoPhase
    /// Seconds before now.
    let age: Int
    var turn: DemoTurn?
    let reception: DemoReception

    /// Newest first, for an engineer who also cooks.
    static let newest: [DemoFrontRow] = [
        DemoFrontRow(
            topic: "Review a pull request",
            relation: .winner,
            phase: .coagulatio,
            age: 7 * 60 + 12,
            turn: DemoTurn("with a risk per file", "Rate the risk of every changed file from 0 to 3, and say why."),
            reception: DemoReception(
                ratings: [4, 5, 5, 4],
                comments: [
                    "Found the missing rollback that two of us had overlooked.",
                    "The risk per file is what I read first now. Keep it.",
                ],
                runs: 26
            )
        ),
        DemoFrontRow(
            topic: "Review a pull request",
            relation: .variant,
            phase: .coagulatio,
            age: 7 * 60 + 31,
            reception: DemoReception(ratings: [3], comments: ["Good findings, but the format drifts."], runs: 14)
        ),
        DemoFrontRow(
            topic: "Review a pull request",
            relation: .variant,
            phase: .solutio,
            age: 7 * 60 + 48,
            reception: DemoReception(ratings: [4, 2], comments: [], runs: 11)
        ),
        DemoFrontRow(
            topic: "Turn a question into SQL",
            relation: .child,
            phase: .coagulatio,
            age: 42 * 60,
            turn: DemoTurn("with row counts", "Estimate how many rows the query returns before you write it."),
            reception: DemoReception(
                ratings: [5, 4, 5],
                comments: ["First try, right numbers, even with the NULL regions."],
                runs: 31
            )
        ),
        DemoFrontRow(
            topic: "Rescue a dish",
            relation: .root,
            phase: .prima,
            age: 97 * 60,
            reception: DemoReception(ratings: [3], comments: ["Needs the oven temperature, too."], runs: 2)
        ),
        DemoFrontRow(
            topic: "Write an incident report",
            relation: .child,
            source: .prima,
            phase: .solutio,
            age: 151 * 60,
            reception: DemoReception(
                ratings: [4, 4],
                comments: ["Reads like a person wrote it. Times were all in UTC."],
                runs: 9
            )
        ),
        DemoFrontRow(
            topic: "Summarise a mail thread",
            relation: .child,
            phase: .coagulatio,
            age: 218 * 60,
            turn: DemoTurn("with deadlines first", "Sort my tasks by deadline and put those without one last."),
            reception: DemoReception(
                ratings: [5, 5, 4, 5],
                comments: ["46 mails, 5 tasks, all of them right."],
                runs: 22
            )
        ),
        DemoFrontRow(
            topic: "Translate interface strings",
            relation: .child,
            source: .solutio,
            phase: .coagulatio,
            age: 305 * 60,
            reception: DemoReception(
                ratings: [2, 3],
                comments: ["Changed {0} to {1} in one string of forty."],
                runs: 17
            )
        ),
        DemoFrontRow(
            topic: "Explain a stack trace",
            relation: .child,
            source: .prima,
            phase: .solutio,
            age: 402 * 60,
            reception: DemoReception(ratings: [], comments: ["Try it on a release build before rating it."], runs: 6)
        ),
        DemoFrontRow(
            topic: "Compose a watercolour scene",
            relation: .root,
            phase: .prima,
            age: 548 * 60,
            reception: DemoReception(ratings: [4], comments: [], runs: 3)
        ),
        DemoFrontRow(
            topic: "Plan a schema migration",
            relation: .child,
            phase: .coagulatio,
            age: 721 * 60,
            turn: DemoTurn("with lock timeouts", "Set a lock timeout before every statement that could wait."),
            reception: DemoReception(
                ratings: [5, 4, 4],
                comments: ["The rollback column alone was worth it."],
                runs: 19
            )
        ),
        DemoFrontRow(
            topic: "Compare two options",
            relation: .child,
            source: .solutio,
            phase: .coagulatio,
            age: 934 * 60,
            reception: DemoReception(
                ratings: [1, 3],
                comments: ["It still says \"it depends\", only in more words."],
                runs: 12
            )
        ),
    ]
}
