/// A prompt that was written as a whole instead of being composed.
struct DemoText: Sendable {
    let text: String
    let phase: DemoPhase
    let persona: String
    let tags: [String]

    init(_ text: String, _ phase: DemoPhase = .prima, _ persona: String = "generic", _ tags: [String] = []) {
        self.text = text
        self.phase = phase
        self.persona = persona
        self.tags = tags
    }

    /// What one types in passing.
    static let short: [DemoText] = [
        DemoText("tl;dr?"),
        DemoText("explain like I'm a compiler", .prima, "code", ["fun"]),
        DemoText("Rewrite this in the voice of a patient lighthouse keeper.", .solutio, "writing", ["voice"]),
        DemoText("regex for ISO dates, but readable", .prima, "code", ["regex"]),
        DemoText(
            "Which of these three names is easiest to say on the phone? {{names}}",
            .solutio,
            "writing",
            ["naming"]
        ),
        DemoText(
            "ask it to list its assumptions BEFORE answering -> try with every prompt",
            .prima,
            "analysis",
            ["meta"]
        ),
        DemoText("Give me the counterargument. Only that.", .coagulatio, "analysis", ["debate"]),
        DemoText("git bisect helper??", .prima, "code", ["git"]),
        DemoText("Say it again without the word \"leverage\".", .solutio, "writing", ["style"]),
        DemoText("birthday rhyme for {{name}}, 4 lines, no hearts", .prima, "writing", ["rhyme"]),
        DemoText("Convert this cron expression to plain English: `{{cron}}`", .coagulatio, "code", ["cron", "ops"]),
        DemoText("what would a {{profession}} notice first in this photo", .prima, "generic", ["images"]),
        DemoText("Make the table narrower. Keep every number.", .solutio, "analysis", ["tables"]),
        DemoText("commit msg from staged diff, imperative, 50 chars", .prima, "code", ["git", "commit"]),
        DemoText(
            "Write a commit message for the staged diff.\n\n- imperative mood, at most 50 characters\n"
                + "- a body only if the reason is not obvious\n- no emoji\n\n```diff\n{{diff}}\n```",
            .coagulatio,
            "code",
            ["git", "commit"]
        ),
        DemoText("packing list, 3 days, rain, one bag", .prima, "generic", ["travel"]),
        DemoText(
            "Is this sentence passive-aggressive? Answer yes or no, then soften it.",
            .solutio,
            "writing",
            ["tone"]
        ),
        DemoText("find the off-by-one", .prima, "code", ["debugging"]),
        DemoText("Name five things that could be wrong with this measurement.", .solutio, "analysis", ["statistics"]),
        DemoText("haiku about merge conflicts", .prima, "writing", ["fun"]),
        DemoText("Turn this voice memo into three bullets: {{transcript}}", .coagulatio, "writing", ["summary"]),
        DemoText("what's the opposite of technical debt?", .prima),
        DemoText("Explain `{{error}}` in one sentence, then the fix in one line.", .coagulatio, "code", ["debugging"]),
        DemoText("quote check: who REALLY said this", .prima, "analysis", ["facts"]),
        DemoText("Translate only the comments, leave the code alone.", .solutio, "code", ["translation"]),
        DemoText("present ideas, dad, 71, has everything, likes birds", .prima, "generic", ["presents"]),
        DemoText("Sort these by how much I will regret not doing them.", .solutio, "analysis", ["planning"]),
        DemoText("JSON only. No prose. No fence.", .coagulatio, "code", ["json", "format"]),
        DemoText("crossword clue for \"alembic\"", .prima, "writing", ["fun", "words"]),
        DemoText("Which question should I have asked instead?", .solutio, "analysis", ["meta"]),
        DemoText("standup notes from git log since yesterday", .prima, "code", ["git", "standup"]),
        DemoText(
            "Suggest a wine for {{dish}} below {{price}}, and one without alcohol.",
            .solutio,
            "generic",
            ["cooking"]
        ),
    ]

    /// Two texts that were each made from the other, if one believes the file.
    static let loop = (
        "Suggest names for {{thing}}. Short, easy to spell, no Greek gods.",
        "Suggest names for {{thing}}. Short, easy to spell, no Greek gods. "
            + "Check that the domain is not a bad word abroad."
    )

    /// Its parent has been deleted.
    static let orphan = """
        # Household budget check

        You are a frugal friend who is good with spreadsheets.

        ## Task

        Compare the expenses of {{month}} with the plan and name the three differences that matter.

        ## Constraints

        - Ignore differences below 2 %.
        - Ask before you call anything a waste.
        """
}
