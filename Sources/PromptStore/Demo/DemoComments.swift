/// What people say about prompts.
enum DemoComments {
    /// For ratings of 1 and 2.
    private static let bad = [
        "Ignores the constraints after the first page.", "Too chatty for what I need.", "Invented a detail again.",
        "Worked last month, does not any more.", "The answer was twice as long as the material.",
        "Lost the placeholders.", "I had to explain the format a second time.", "Fine for toys, not for real input.",
        "Apologises instead of answering.", "Falls over with the small model.", "Wrong language in two of three runs.",
        "Gave me the example back as the answer.", "Missed the one thing that mattered.",
    ]
    /// For a rating of 3.
    private static let fair = [
        "Good start, weak ending.", "Right, but I could have got there alone.", "Needs an example, I think.",
        "Useful once I had cut the second half.", "The table is good, the text is filler.",
        "Depends on the model: great with one, poor with the other.", "Third rule should come first.",
        "OK for short input, drifts with long ones.", "Half of it was useful.",
        "Neither wrong nor helpful.", "Better than the version before, still too polite.",
        "Try it with a lower temperature.",
    ]
    /// For ratings of 4 and 5.
    private static let good = [
        "Exactly what I wanted, first try.", "The second constraint made the difference.",
        "Saved me an hour today.", "Works with the local model, too.", "I send this to new colleagues.",
        "Short, correct, no small talk.", "Finally stops inventing things.",
        "Used it in the workshop, nobody complained.",
        "The output goes straight into the wiki.", "Much better since the example is in.",
        "Survived a really messy input.", "Even the odd cases came out right.", "My new default.",
        "Kept my tone. I am impressed.", "Good enough to run without looking. I still look.",
        "Four of five suggestions used the same day.",
    ]
    /// Without a rating.
    private static let neutral = [
        "Remember to fill in the placeholders before pasting.", "Tried with a really long input, takes about a minute.",
        "Ask Mira whether we may share this one.", "Should be merged with its sibling.",
        "TODO: a version for longer input.", "Not rated yet, only ran it once.", "Used it fourteen times so far.",
        "Compare with the variant from last week.", "The placeholder names could be clearer.",
        "Copied to the team library.",
    ]
    /// Why somebody changed a prompt.
    static let reasons = [
        "Answers were too long", "Added a rule after a wrong answer", "Model ignored the output format",
        "Clearer role", "Feedback from the team", "Moved the reason up", "Automatic: low success rate",
        "Example added", "Shorter for the local model", "Automatic: ratings below 3", "Wording",
        "Needed for the workshop", "Placeholder renamed", "Stopped it from guessing",
    ]
    /// Where a prompt is used.
    static let contexts = [
        "team wiki", "weekly review", "pasted from a notebook", "quarterly planning", "reading group",
        "private, not for work", "workshop in spring", "editor snippet", "nightly job", "product launch",
        "course material", "tried on the train", "shared with Priya", "phone shortcut",
    ]

    /// Praise that only makes sense in a field.
    private static let special = [
        "code": [
            "Caught a race that two of us had missed.", "The proposed check failed on the first run, as it should.",
            "Nothing invented since the third rule is in.", "Ran it before lunch, merged after lunch.",
        ],
        "writing": [
            "Sounds like me on a good day.", "Shorter, and I miss nothing.", "Somebody asked who had helped me.",
            "The tone was right at once.",
        ],
        "analysis": [
            "The counterargument changed our mind.", "I checked three points at random: all right.",
            "Quotes were literal, every one of them.", "Found the one sentence that mattered.",
        ],
        "generic": [
            "My sister uses it, too.", "The second run was as good as the first.", "Fun, and right.",
            "Worked at once, even on the phone.",
        ],
    ]

    /// A fitting comment.
    static func comment(on rating: Int?, persona: String, _ random: inout DemoRandom) -> String {
        if let rating, rating > 3, let praise = special[persona], random.chance(0.35) { return random.pick(praise) }
        return switch rating {
        case nil: random.pick(neutral)
        case 1, 2: random.pick(bad)
        case 3: random.pick(fair)
        default: random.pick(good)
        }
    }
}
