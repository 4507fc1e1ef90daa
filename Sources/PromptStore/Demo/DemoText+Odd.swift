extension DemoText {
    /// Writing that many terminals get wrong, in the order of time.
    static let odd: [DemoText] = [
        DemoText(
            "把下面的段落翻译成英文，保持语气，不要逐字翻译。\n\n- 专有名词保留中文\n- 每句不超过二十个词\n\n{{段落}}",
            .coagulatio,
            "writing",
            ["translation", "chinese"]
        ),
        DemoText(
            "Menu for the cafe\u{301}: cre\u{300}me bru\u{302}le\u{301}e, pin\u{303}a, sme\u{301}tana. Keep the accents!",
            .prima,
            "writing",
            ["menu", "accents"]
        ),
        DemoText(
            "Family calendar assistant 👨‍👩‍👧‍👦\n\nMark each entry with who it is for: 👩🏽 me, 👨🏻 Jonas, 👧🏾 Ada, 👵🏼 grandma.\n"
                + "Never use more than one symbol per line.",
            .solutio,
            "generic",
            ["calendar", "emoji"]
        ),
        DemoText(
            "name\tunit\tlast\tthis\nrevenue\tkEUR\t412\t455\nchurn\t%\t2.1\t1.9\n\nWhich line needs an explanation, and what would you ask?",
            .prima,
            "analysis",
            ["tables", "tsv"]
        ),
        DemoText(
            "اكتب ردًا مهذبًا على الرسالة أدناه في خمسة أسطر.\n\nReply in the language of the message: {{message}}",
            .solutio,
            "writing",
            ["mail", "arabic"]
        ),
        DemoText(
            """
            Draw the architecture below in this style:

            ┌──────────┐     ┌──────────┐
            │ browser  │────▶│  proxy   │
            └──────────┘     └────┬─────┘
                                  ▼
                             ╔══════════╗
                             ║  store   ║
                             ╚══════════╝

            Use single lines for processes and double lines for data.
            """,
            .coagulatio,
            "code",
            ["diagrams", "ascii"]
        ),
        DemoText(
            "日本語の技術記事を校正してください。\n\n1. 一文は六十字以内\n2. ｶﾀｶﾅは全角に直す\n3. 「です・ます」に統一\n\n{{記事}}",
            .coagulatio,
            "writing",
            ["editing", "japanese"]
        ),
        DemoText(
            "explain what this prints: \u{1B}[31mred\u{1B}[0m and why my log file is full of it",
            .prima,
            "code",
            ["terminal", "escape"]
        ),
        DemoText(
            "תרגם את הכותרת לאנגלית: {{title}}\n\nKeep the numbers (12–15) from left to right.",
            .solutio,
            "writing",
            ["translation", "hebrew"]
        ),
        DemoText(
            "Decode this and say which field looks wrong:\n\n"
                + String(repeating: "eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkRlbW8ifQ", count: 11).prefix(500),
            .prima,
            "code",
            ["base64", "debugging"]
        ),
        DemoText(
            "Group the travel notes by country: 🇯🇵 🇵🇹 🇨🇦 🇰🇪, and by who came along (👩‍🚀, 🧑🏿‍🌾, 🏳️‍🌈 choir).",
            .solutio,
            "generic",
            ["travel", "flags"]
        ),
        DemoText(
            "ช่วยสรุปข้อความนี้เป็นสามข้อ ใช้ภาษาที่สุภาพแต่ไม่เป็นทางการ\n\n{{ข้อความ}}",
            .solutio,
            "writing",
            ["summary", "thai"]
        ),
        DemoText(
            "Split\u{200B}this\u{200B}word at the zero-width spaces and tell me how many there are.",
            .prima,
            "code",
            ["unicode", "debugging"]
        ),
        DemoText(
            "회의록을 읽고 결정 사항과 담당자를 표로 정리해 주세요.\n\n| 결정 | 담당 | 기한 |\n|---|---|---|\n\n{{회의록}}",
            .coagulatio,
            "analysis",
            ["meeting", "korean"]
        ),
        DemoText(
            "Write the welcome line of our app in English, 中文, العربية and עברית, each on its own line.\n"
                + "No exclamation marks. 👋🏽 only once.",
            .solutio,
            "writing",
            ["l10n", "welcome"]
        ),
        DemoText(
            "Reis für {{people}} 🍚: 米 zu Wasser 1 ∶ 1½, wash three times, 炊飯器 on 「早炊き」. Write it as a card for the kitchen.",
            .prima,
            "generic",
            ["cooking", "japanese"]
        ),
    ]
}
