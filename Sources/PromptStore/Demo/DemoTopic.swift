/// What a family of demo prompts is about: the sentences of which its texts are composed in every phase.
struct DemoTopic: Sendable {
    /// An imperative such as `Review a pull request`; unique among the topics.
    let title: String
    /// Tags without commas; those in braces stand for a language or dialect.
    let tags: [String]
    /// The first scribble.
    let note: String
    /// Follows `You are`.
    let role: String
    /// One sentence.
    let task: String
    /// One sentence about why it matters.
    let why: String
    /// Four imperative sentences.
    let rules: [String]
    /// Parts of the answer, as noun phrases; at least one.
    let format: [String]
    /// Where the material goes, with placeholders.
    let input: String
    /// Three later wishes.
    let turns: [DemoTurn]
    /// A specimen of the answer.
    var example: String?

    /// Topics that are neighbours in meaning, with their persona.
    static let groups: [(persona: String, topics: [DemoTopic])] = [
        ("code", coding), ("code", review), ("code", sql), ("code", ops), ("writing", writing),
        ("writing", translation), ("writing", mail), ("analysis", analysis), ("analysis", legal),
        ("generic", teaching), ("generic", cooking), ("generic", images),
    ]
}

/// A wish that turns one prompt into the next.
struct DemoTurn: Equatable, Sendable {
    /// A few words for the title.
    let label: String
    /// An imperative sentence.
    let rule: String

    init(_ label: String, _ rule: String) {
        self.label = label
        self.rule = rule
    }

    /// Wishes that suit every topic.
    static let common: [DemoTurn] = [
        DemoTurn("asks first", "Ask one question before you start if something essential is missing."),
        DemoTurn("short", "Keep the whole answer under 150 words."),
        DemoTurn("with confidence", "Say after each statement how sure you are: high, medium or low."),
        DemoTurn(
            "self-check",
            "Check your answer against the rules above before you give it, and correct it silently."
        ),
        DemoTurn("no preamble", "Start with the answer itself, without repeating the task."),
        DemoTurn("two drafts", "Write two drafts that differ in approach and say which you prefer."),
        DemoTurn("with assumptions", "List what you had to assume, at the end and in one line each."),
        DemoTurn("plain Markdown", "Use Markdown without bold type and without emoji."),
        DemoTurn("in {{language}}", "Answer in {{language}}, whatever the language of the material."),
        DemoTurn("step by step", "Work step by step and stop after each step until I say \"go on\"."),
        DemoTurn("for beginners", "Explain every term of art at its first use, in brackets."),
        DemoTurn("with sources", "Name a source for every claim that is not in the material, or mark it as yours."),
        DemoTurn("one table", "Put everything that repeats into one table."),
        DemoTurn("small model", "Use short sentences and no nested lists; a small local model has to follow this."),
        DemoTurn(
            "honest about gaps",
            "Write \"unknown\" where the material does not say; never fill a gap by guessing."
        ),
        DemoTurn("by phone", "Keep lines short enough to be read on a telephone."),
        DemoTurn("for the archive", "Add a heading with date, author and purpose, so that it can be filed."),
        DemoTurn("counter-check", "Argue against your own result in two sentences, then keep or change it."),
        DemoTurn("three sizes", "Give the answer in one line, in one paragraph and in full."),
        DemoTurn("strict format", "Return nothing before the first and nothing after the last part of the answer."),
    ]

    /// One concept, many readers.
    static let readers: [DemoTurn] = [
        ("a night nurse", "take every example from the ward"),
        ("a ten-year-old", "use nothing that is not in a kitchen"),
        ("a carpenter", "let wood and joints carry the analogy"), ("a violinist", "compare it with practising"),
        ("a tax adviser", "stay with numbers and deadlines"), ("a taxi driver", "think of streets and detours"),
        ("a judge", "keep facts and conclusions apart"), ("a gardener", "let it grow over four seasons"),
        ("a sceptical uncle", "answer his \"so what\" first"), ("a football coach", "put it on a tactics board"),
        ("a retired sailor", "use wind, tide and knots"), ("a pastry chef", "use dough, heat and time"),
        ("a product manager", "end with what it costs"), ("a first-year student", "name the chapter to read next"),
        ("a blind reader", "do without pictures and colours"), ("a busy mayor", "give three sentences and one figure"),
        ("a chess player", "use openings and endgames"), ("a beekeeper", "use the hive, but no queen"),
        ("a train conductor", "use timetables and delays"), ("a poet", "choose one image and keep it to the end"),
        ("a firefighter", "begin with the emergency"), ("a librarian", "use shelves and catalogues"),
        ("a cyclist", "use gears, hills and headwind"), ("a new parent", "assume four hours of sleep"),
        ("a radio listener", "write for the ear"), ("a mathematician", "state the definition first for once"),
        ("a translator", "mark the words that have no equivalent"),
    ].map { DemoTurn("for \($0.0)", "Write for \($0.0): \($0.1).") }
}
