extension DemoTopic {
    static let coding: [DemoTopic] = [
        DemoTopic(
            title: "Write unit tests for a function",
            tags: ["testing", "{{language}}", "unit-tests"],
            note: "tests for a function I paste. edge cases first!! not the happy path only",
            role: "a test engineer who has broken more {{language}} code than anyone has written",
            task: "Write unit tests for the function below with {{framework}}.",
            why: "We ship on Fridays and nobody wants to be called on Saturday.",
            rules: [
                "List the edge cases you see before you write any code.",
                "Give every test a name that says what is expected, not what is called.",
                "Use no mocks unless the function talks to a network or a clock.",
                "Test one thing per test, with at most three assertions.",
            ],
            format: [
                "a short list of edge cases", "one code block with all the tests", "what you could not test, and why",
            ],
            input: "```{{language}}\n{{function}}\n```",
            turns: [
                DemoTurn("property-based", "Add one property-based test where an invariant can be stated."),
                DemoTurn("with table tests", "Fold cases that differ only in their data into one parameterised test."),
                DemoTurn("bug first", "If a test would fail because of a bug, show that test first and name the bug."),
            ],
            example: "```swift\n@Test func emptyListHasNoMedian() {\n    #expect(median([]) == nil)\n}\n```"
        ),
        DemoTopic(
            title: "Explain a stack trace",
            tags: ["debugging", "crash"],
            note: "paste a stack trace -> what happened, where to look. short.",
            role: "a patient debugger who has seen this crash before",
            task: "Read the stack trace below and tell me what most likely went wrong.",
            why: "I usually paste these at the end of a long day.",
            rules: [
                "Start with the frame of our own code that matters, not with the top of the stack.",
                "Separate what the trace proves from what you suspect.",
                "Name the one line of code or log you would look at next.",
                "Do not explain what a stack trace is.",
            ],
            format: [
                "one sentence with the cause", "two or three suspects, most likely first", "the next command to run",
            ],
            input: "```\n{{stack_trace}}\n```",
            turns: [
                DemoTurn("with threads", "Look at every thread; a deadlock seldom shows in the one that crashed."),
                DemoTurn(
                    "for the ticket",
                    "Close with a summary of at most 300 characters that I can paste into a ticket."
                ),
                DemoTurn("symbolication", "Say which frames look unsymbolicated and how to resolve them."),
            ]
        ),
        DemoTopic(
            title: "Refactor without changing behaviour",
            tags: ["refactoring", "clean-code", "{{language}}"],
            note: "refactor this so a human can read it, SAME behaviour, small steps I can commit one by one",
            role: "a careful {{language}} developer who commits in very small steps",
            task: "Refactor the code below so that a new colleague understands it on first reading.",
            why: "The module works, it is just that nobody dares to touch it.",
            rules: [
                "Keep every observable behaviour, including the odd ones; list the odd ones.",
                "Split the work into steps that each compile and pass the tests.",
                "Prefer deleting code to moving it.",
                "Introduce no new dependency and no new abstraction used only once.",
            ],
            format: ["a numbered plan", "a diff for each step", "a commit message for each step"],
            input: "```{{language}}\n{{code}}\n```",
            turns: [
                DemoTurn("names only", "Change names only; leave the structure for another day."),
                DemoTurn("no diff over 40 lines", "Keep each diff under 40 lines, even if that means more steps."),
                DemoTurn("tests first", "Begin with the characterisation tests that pin the present behaviour."),
            ],
            example: "```diff\n-let d = x - y\n+let daysOverdue = today - dueDate\n```"
        ),
        DemoTopic(
            title: "Generate a command-line tool skeleton",
            tags: ["cli", "scaffolding"],
            note: "cli skeleton generator: flags, help text, exit codes.. stop inventing features",
            role: "a maintainer of small Unix tools",
            task: "Write the skeleton of a command-line tool named {{tool}} that {{purpose}}.",
            why: "I write one of these a month and always forget the exit codes.",
            rules: [
                "Support exactly the options listed below and nothing else.",
                "Write errors to standard error, and begin each with the name of the tool.",
                "Use exit code 0 for success, 1 for a failure and 2 for wrong usage.",
                "Make the help text fit into 80 columns.",
            ],
            format: ["one file of code", "the help text as it will be printed", "three example calls"],
            input: "Options:\n{{options}}",
            turns: [
                DemoTurn("with stdin", "Read standard input when no file is given, and say so in the help."),
                DemoTurn("with completions", "Add shell completions for bash and zsh."),
                DemoTurn("dry run", "Give every action that writes a `--dry-run` that prints what it would do."),
            ],
            example: "```sh\n{{tool}} --since 2024-01-01 notes/*.md\n```"
        ),
    ]

    static let review: [DemoTopic] = [
        DemoTopic(
            title: "Review a pull request",
            tags: ["code-review", "pull-request"],
            note: "review PR diff. only real problems, file+line, no praise, no style nits (linter does that)",
            role: "a senior {{language}} reviewer who is strict about bugs and relaxed about taste",
            task: "Review the diff below and list what must change before it is merged.",
            why: "The author is new to the code base and learns from what we write.",
            rules: [
                "Name the file and the line of every finding.",
                "Say what goes wrong for a user, not which principle is violated.",
                "Leave formatting to the formatter.",
                "Write \"no findings\" if there are none; do not make any up.",
            ],
            format: [
                "a numbered list, worst finding first", "a suggested change for each", "approve or request changes",
            ],
            input: "```diff\n{{diff}}\n```",
            turns: [
                DemoTurn("blocking findings only", "Mention only what would block a merge."),
                DemoTurn(
                    "with a test for each finding",
                    "Sketch for every finding the test that would have caught it."
                ),
                DemoTurn("in two passes", "Read twice: once for correctness, once for what the diff forgot to change."),
            ],
            example: "1. `Cache.swift:88` The lock is released before the write: two callers can lose an entry."
        ),
        DemoTopic(
            title: "Find security holes in a handler",
            tags: ["security", "code-review", "web"],
            note: "security pass over a request handler: injection, authz, secrets in logs, SSRF..",
            role: "an application security engineer reviewing {{framework}} code",
            task: "Find the ways in which an attacker could abuse the handler below.",
            why: "The endpoint goes public next week.",
            rules: [
                "Describe every attack as a request that I could send.",
                "Rate each as critical, high, medium or low, and say what it depends on.",
                "Check authorisation separately from authentication.",
                "Ignore hardening that the framework does by default, but name the default.",
            ],
            format: ["a table: attack, severity, fix", "the fixed handler in one code block"],
            input: "```{{language}}\n{{handler}}\n```",
            turns: [
                DemoTurn("with a regression test", "Turn each attack into a test that fails today."),
                DemoTurn("multi-tenant", "Assume that every row belongs to a tenant and that tenants are hostile."),
                DemoTurn("logs too", "Check what ends up in logs and traces as well."),
            ]
        ),
        DemoTopic(
            title: "Judge an API design",
            tags: ["api", "design-review"],
            note: "api design check - naming, errors, paging, idempotency. be blunt",
            role: "a blunt reviewer of HTTP interfaces",
            task: "Judge the API description below from the point of view of someone who has to use it.",
            why: "Once it is published we are stuck with it for years.",
            rules: [
                "Write the client code for the three commonest calls and judge by how it reads.",
                "Check that every error can be told apart by a program.",
                "Ask of every list how it is paged and of every write whether it can be repeated.",
                "Quote the names that are inconsistent, side by side.",
            ],
            format: ["what to change before release", "what can wait", "what is good and must stay"],
            input: "```yaml\n{{openapi}}\n```",
            turns: [
                DemoTurn("mobile clients", "Think of clients that cannot be updated for a year."),
                DemoTurn("errors only", "Look at the errors only: status, code, message, what to do next."),
                DemoTurn("versioning", "Add how a breaking change could be made later without a v2."),
            ],
            example: "```json\n{\"error\": {\"code\": \"quota_exceeded\", \"retry_after\": 30}}\n```"
        ),
        DemoTopic(
            title: "Check a design document for gaps",
            tags: ["design-review", "architecture"],
            note: "design doc gap finder. what did we not think of? failure modes, rollback, cost",
            role: "the colleague who always asks the uncomfortable question",
            task: "Read the design document below and ask what it leaves open.",
            why: "The meeting about it lasts 30 minutes and should not be spent on typos.",
            rules: [
                "Ask at most ten questions and sort them by how expensive a late answer is.",
                "Quote the sentence that made you ask.",
                "Include at least one question about rollback and one about cost.",
                "Propose no design of your own.",
            ],
            format: ["a numbered list of questions", "the two that decide whether we start"],
            input: "{{document}}",
            turns: [
                DemoTurn("as an operator", "Ask as the person on call for it, not as its author."),
                DemoTurn("with answers", "Write under each question the answer you expect to hear."),
                DemoTurn("data migration", "Pay special attention to how the existing data gets there."),
            ]
        ),
    ]
}
