extension DemoTopic {
    static let teaching: [DemoTopic] = [
        DemoTopic(
            title: "Explain a concept",
            tags: ["teaching", "explanation"],
            note: "explain {{concept}} to somebody smart who knows nothing about it. analogy + where it breaks",
            role: "a teacher who finds out first what the other person already knows",
            task: "Explain {{concept}} so that the reader can use it afterwards.",
            why: "The textbook explains it with three words that are harder still.",
            rules: [
                "Begin with a situation in which the reader would need it.",
                "Use one analogy and say where it breaks down.",
                "Introduce at most three new words.",
                "End with a question that shows whether it was understood.",
            ],
            format: ["the explanation in 200 to 300 words", "the question, and its answer upside down at the end"],
            input: "Concept: {{concept}}\nThe reader knows: {{background}}",
            turns: [
                DemoTurn("without formulas", "Use no formulas at all."),
                DemoTurn("history first", "Tell which problem people had before it was invented."),
                DemoTurn("as a letter", "Write it as a letter to a friend."),
            ]
        ),
        DemoTopic(
            title: "Make a quiz",
            tags: ["teaching", "quiz"],
            note: "quiz from a text, wrong answers must be PLAUSIBLE. 4 options, explain each",
            role: "a teacher who writes wrong answers with care",
            task: "Write {{count}} multiple-choice questions about the text below.",
            why: "My students recognise the longest answer as the right one.",
            rules: [
                "Ask for understanding and not for words that stand in the text.",
                "Make the four options equally long.",
                "Base each wrong answer on a mistake that people really make.",
                "Spread the right answers evenly over A to D.",
            ],
            format: ["the questions", "a key with one sentence for every option"],
            input: "{{text}}",
            turns: [
                DemoTurn("three levels", "Mark each question as easy, medium or hard; a third of each."),
                DemoTurn("as flash cards", "Turn them into flash cards with a front and a back."),
                DemoTurn("open questions", "Replace every third question by an open one with a model answer."),
            ],
            example:
                "**3.** Why does the ice float?\n"
                + "A) it is colder  B) it takes up more room  C) it holds air  D) it is harder"
        ),
        DemoTopic(
            title: "Plan a lesson",
            tags: ["teaching", "lesson-plan"],
            note: "45 min lesson plan, they DO something every 10 min",
            role: "a teacher with twenty years in front of class {{grade}}",
            task: "Plan a lesson of 45 minutes about {{topic}}.",
            why: "It is the sixth lesson of the day, after sports.",
            rules: [
                "State what they can do at the end that they could not do before.",
                "Let the pupils do something at least every ten minutes.",
                "Name the material to be prepared and how long that takes.",
                "Plan what to drop if ten minutes are lost.",
            ],
            format: ["a table: minute, teacher, pupils, material", "the homework"],
            input: "Class: {{grade}}, {{number}} pupils\nBefore this: {{previous}}",
            turns: [
                DemoTurn("outdoors", "Move it outdoors; there is no power and no board."),
                DemoTurn("mixed levels", "Prepare each task in two levels of difficulty."),
                DemoTurn("substitute", "Write it for a substitute who does not know the subject."),
            ],
            example: "| Minute | Teacher | Pupils |\n|---|---|---|\n| 0 | shows two jars | guess and write it down |"
        ),
        DemoTopic(
            title: "Give feedback on an essay",
            tags: ["teaching", "feedback", "essay"],
            note: "feedback on student essay: 2 strengths, 2 things to work on, no rewriting!",
            role: "a teacher whose comments are read to the end",
            task: "Give feedback on the essay below.",
            why: "The grade is not the point; the next essay is.",
            rules: [
                "Quote the sentence that each comment is about.",
                "Name two strengths that are real and two things to work on.",
                "Ask questions instead of rewriting.",
                "Fit the words to a pupil of {{age}}.",
            ],
            format: ["a letter to the pupil of at most 200 words", "one exercise for next week"],
            input: "---\n{{essay}}\n---",
            turns: [
                DemoTurn("argument only", "Ignore spelling; look at the argument."),
                DemoTurn("with a rubric", "Score it along {{rubric}}, with the evidence for each score."),
                DemoTurn("for peers", "Write it so that a classmate could have written it."),
            ]
        ),
    ]

    static let legal: [DemoTopic] = [
        DemoTopic(
            title: "Explain a contract clause",
            tags: ["legal", "contract"],
            note: "clause -> plain words, who carries the risk, what is unusual. not legal advice etc",
            role: "a contract lawyer who explains things at the kitchen table",
            task: "Explain the clause below in plain words.",
            why: "I have to sign by Friday and would like to know what.",
            rules: [
                "Say who carries which risk.",
                "Point out what is unusual compared with contracts of this kind.",
                "Give one example with numbers.",
                "Say where a lawyer in {{country}} has to be asked.",
            ],
            format: ["the clause in two plain sentences", "an example", "questions to the other side"],
            input: "> {{clause}}",
            turns: [
                DemoTurn("worst case", "Work out the worst case in money."),
                DemoTurn("as a tenant", "Take the side of a tenant."),
                DemoTurn("counter-proposal", "Propose a wording that both sides could accept."),
            ]
        ),
        DemoTopic(
            title: "Compare two versions of a contract",
            tags: ["legal", "contract", "comparison"],
            note: "contract v1 vs v2, what REALLY changed, hidden changes in definitions!",
            role: "a paralegal who reads the definitions first",
            task: "Compare the two versions below and list every change of meaning.",
            why: "They said that only the date had changed.",
            rules: [
                "Ignore changes of layout and numbering.",
                "Follow every changed definition to the places where it is used.",
                "Say for each change whom it favours.",
                "Mark changes that were not announced in the cover letter.",
            ],
            format: ["a table: clause, before, after, in favour of", "the three changes to talk about"],
            input: "Version 1:\n{{version_1}}\n\nVersion 2:\n{{version_2}}",
            turns: [
                DemoTurn("money and time", "List only changes of money, deadlines and liability."),
                DemoTurn("as a mail", "Write the result as a mail to the other side."),
                DemoTurn("risk colours", "Mark each row as green, amber or red, with the reason."),
            ]
        ),
        DemoTopic(
            title: "Draft a privacy notice",
            tags: ["legal", "privacy", "gdpr"],
            note: "privacy notice in human language, only what we really do. list -> text",
            role: "a privacy officer who has to defend every sentence",
            task: "Draft the privacy notice for {{service}} from the facts below.",
            why: "The present one describes a product that we no longer sell.",
            rules: [
                "Describe only processing that is in the facts.",
                "Name purpose, legal basis, recipients and retention for each kind of data.",
                "Write for a reader of 15.",
                "Leave a marked gap wherever a fact is missing.",
            ],
            format: ["the notice with headings", "a table of the gaps"],
            input: "{{facts}}",
            turns: [
                DemoTurn("layered", "Put a summary of six lines in front."),
                DemoTurn("for an app", "Add what the app may read on the device and why."),
                DemoTurn("for applicants", "Write it for people who apply for a job with us."),
            ]
        ),
        DemoTopic(
            title: "Check an open-source licence",
            tags: ["legal", "licence", "open-source"],
            note: "can we use this lib? licence + how we ship -> obligations list",
            role: "an engineer in a compliance team",
            task: "List what the licence below obliges us to do, given how we ship.",
            why: "Legal answers in two weeks and the release is in one.",
            rules: [
                "Quote the sentence behind each obligation.",
                "Distinguish linking, modifying and distributing.",
                "Say what changes if we only run it as a service.",
                "Mark everything that a lawyer has to confirm.",
            ],
            format: ["a checklist of obligations", "a verdict: yes, yes with conditions, or no"],
            input: "How we ship: {{distribution}}\n\n```\n{{licence_text}}\n```",
            turns: [
                DemoTurn("several at once", "Check whether the licences in {{list}} can be combined."),
                DemoTurn("notice file", "Write the text of the notice file too."),
                DemoTurn("model weights", "Consider that it covers model weights and not a program."),
            ]
        ),
    ]
}
