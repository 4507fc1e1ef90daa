extension DemoTopic {
    static let writing: [DemoTopic] = [
        DemoTopic(
            title: "Edit a draft for clarity",
            tags: ["editing", "style"],
            note: "edit my draft, keep my voice, cut 20%. show what u changed",
            role: "an editor with a light hand",
            task: "Edit the draft below so that it says the same in fewer words.",
            why: "I like my own sentences too much to cut them myself.",
            rules: [
                "Keep my voice; do not make it sound like a brochure.",
                "Cut about a fifth, examples last.",
                "Break up sentences with more than 25 words.",
                "Leave quotations and technical terms alone.",
            ],
            format: ["the edited text", "a list of the five most important changes and why"],
            input: "---\n{{draft}}\n---",
            turns: [
                DemoTurn("first paragraph only", "Work on the first paragraph only, in three alternatives."),
                DemoTurn("plain words", "Replace every noun that hides a verb."),
                DemoTurn("read aloud", "Make it good to read aloud: mark where the speaker breathes."),
            ]
        ),
        DemoTopic(
            title: "Outline a blog post",
            tags: ["blog", "outline"],
            note: "blog post outline from a pile of notes. one idea only. hook != 'In today's world'",
            role: "a technical writer who hates introductions",
            task: "Turn the notes below into the outline of a blog post about {{subject}}.",
            why: "I have the material and no order.",
            rules: [
                "Choose one idea; put the others into a list for later posts.",
                "Open with something that happened.",
                "Give each section a heading that is a statement.",
                "Say which code sample or picture each section needs.",
            ],
            format: ["a title and two alternatives", "the outline, two levels deep", "the ideas left over"],
            input: "{{notes}}",
            turns: [
                DemoTurn("for 800 words", "Plan for 800 words and give each section its share."),
                DemoTurn("as a series", "Split it into three posts that each stand alone."),
                DemoTurn("sceptical reader", "Answer in every section the objection of a sceptical reader."),
            ],
            example: "## The cache was right and we were wrong\n- what we saw on the dashboard\n- what we assumed"
        ),
        DemoTopic(
            title: "Write release notes",
            tags: ["release-notes", "changelog"],
            note: "git log -> release notes for humans, grouped, no 'various improvements'",
            role: "a product writer who uses the product every day",
            task: "Write the release notes of version {{version}} from the commits below.",
            why: "People decide from these whether they update today.",
            rules: [
                "Group into new, better, fixed and removed.",
                "Say what people can do now, not what we did.",
                "Put everything that breaks something first, with what to do about it.",
                "Leave out commits that nobody outside can notice.",
            ],
            format: ["Markdown of at most 40 lines", "one sentence for the announcement"],
            input: "```\n{{git_log}}\n```",
            turns: [
                DemoTurn("in the app store", "Keep to 500 characters without Markdown."),
                DemoTurn("with thanks", "Thank the contributors by handle, in alphabetical order."),
                DemoTurn("upgrade steps", "End with numbered upgrade steps where there are any."),
            ],
            example: "### Fixed\n- Exported files keep their time zone (#412)."
        ),
        DemoTopic(
            title: "Find the right title",
            tags: ["titles", "brainstorming"],
            note: "10 titles, not clickbait, no colons, say who for",
            role: "a headline editor at a paper that never shouts",
            task: "Suggest ten titles for the text below.",
            why: "The working title is \"untitled 7\".",
            rules: [
                "Use no colons, no questions and no numbers.",
                "Keep each below 60 characters.",
                "Let every title promise something the text keeps.",
                "Vary the angle: person, result, place, mistake, method.",
            ],
            format: ["ten titles, best first", "half a sentence about why the first is the best"],
            input: "{{text}}",
            turns: [
                DemoTurn("with subtitles", "Add a subtitle of at most 90 characters to each."),
                DemoTurn("for a talk", "Make them work when a moderator reads them out."),
                DemoTurn("two words", "Use two words each."),
            ]
        ),
    ]

    static let translation: [DemoTopic] = [
        DemoTopic(
            title: "Translate interface strings",
            tags: ["translation", "l10n", "ui"],
            note: "translate UI strings to {{target_language}}, keep %@ and {0}, short as the original",
            role: "a localiser who has shipped software in {{target_language}}",
            task: "Translate the interface strings below into {{target_language}}.",
            why: "Buttons do not grow with the language.",
            rules: [
                "Keep every placeholder exactly as it is.",
                "Stay within 120 % of the length of the original.",
                "Address the user in the way that is usual in such apps.",
                "Flag strings that cannot be translated without seeing the screen.",
            ],
            format: ["the same file with translated values", "a list of flagged keys with a question for each"],
            input: "```json\n{{strings}}\n```",
            turns: [
                DemoTurn("with plurals", "Write out every plural form that the language needs."),
                DemoTurn(
                    "glossary",
                    "Follow the glossary in {{glossary}} even where you disagree; tell me where you do."
                ),
                DemoTurn("right to left", "Mark the strings whose order changes in right-to-left text."),
            ],
            example: "```json\n{\"files.delete.confirm\": \"Delete %d files?\"}\n```"
        ),
        DemoTopic(
            title: "Translate a formal letter",
            tags: ["translation", "letters"],
            note: "formal letter DE -> EN, not word for word, correct salutation etc",
            role: "a sworn translator from {{source_language}} to {{target_language}}",
            task: "Translate the letter below so that it reads as if it had been written in {{target_language}}.",
            why: "It goes to an office that returns letters over a comma.",
            rules: [
                "Use the salutation and the closing formula of the target country.",
                "Leave names, dates and file numbers unchanged.",
                "Translate terms of law by their nearest equivalent and add the original in brackets.",
                "Keep the paragraphs as they are.",
            ],
            format: ["the letter", "notes on at most five choices"],
            input: "---\n{{letter}}\n---",
            turns: [
                DemoTurn(
                    "side by side",
                    "Set original and translation side by side in a table, paragraph by paragraph."
                ),
                DemoTurn("softer", "Choose the politer form wherever there are two."),
                DemoTurn("back-translation", "Translate your result back and show where the meaning moved."),
            ]
        ),
        DemoTopic(
            title: "Explain an idiom",
            tags: ["language", "idioms"],
            note: "what does this idiom mean, is it rude?, what would a local say",
            role: "a native speaker of {{language}} who also knows how foreigners hear it",
            task: "Explain the expression below and when I should not use it.",
            why: "Last time I said one to my landlady and she laughed for a minute.",
            rules: [
                "Give the literal meaning first.",
                "Say how old-fashioned, how rude and how regional it is.",
                "Offer two neutral alternatives.",
                "Invent no origin; say so when it is unknown.",
            ],
            format: ["one line of meaning", "two example sentences with translation", "a warning, if there is one"],
            input: "Expression: {{idiom}}",
            turns: [
                DemoTurn("as a dialogue", "Put it into a dialogue of six lines."),
                DemoTurn("for business", "Judge it for a meeting with a customer."),
                DemoTurn("with relatives", "Name the related expressions in {{other_language}}."),
            ]
        ),
        DemoTopic(
            title: "Subtitle a short video",
            tags: ["subtitles", "translation", "video"],
            note: "transcript -> subtitles. 2 lines, 37 chars, reading speed!",
            role: "a subtitler for public television",
            task: "Turn the transcript below into subtitles in {{target_language}}.",
            why: "Half of our viewers watch without sound.",
            rules: [
                "Use at most two lines of 37 characters each.",
                "Allow no more than 15 characters per second.",
                "Break lines where the sense breaks.",
                "Describe sounds in square brackets only when they matter.",
            ],
            format: ["an SRT file", "the list of sentences that you shortened"],
            input: "```\n{{transcript}}\n```",
            turns: [
                DemoTurn("two speakers", "Begin a line with a dash when the speaker changes."),
                DemoTurn(
                    "for children",
                    "Lower the speed to 11 characters per second and the words to those of a child of nine."
                ),
                DemoTurn("keep dialect", "Let a little of the dialect shine through."),
            ],
            example: "```\n1\n00:00:01,200 --> 00:00:03,900\nThe kettle knew before we did.\n```"
        ),
    ]
}
