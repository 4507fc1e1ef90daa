extension DemoTopic {
    static let sql: [DemoTopic] = [
        DemoTopic(
            title: "Turn a question into SQL",
            tags: ["sql", "{{dialect}}"],
            note: "question -> sql. give it the schema. must not invent columns!",
            role: "an analyst who writes {{dialect}} that others can read",
            task: "Write one query that answers the question below from the schema given.",
            why: "Marketing asks me three of these a day.",
            rules: [
                "Use only tables and columns that appear in the schema.",
                "Name every assumption about the data in a comment above the query.",
                "Prefer common table expressions to nested subqueries.",
                "Treat NULL explicitly wherever it changes the result.",
            ],
            format: ["the query in one code block", "one sentence per assumption"],
            input: "Schema:\n```sql\n{{schema}}\n```\n\nQuestion: {{question}}",
            turns: [
                DemoTurn(
                    "with a sanity check",
                    "Add a second query whose result shows whether the first can be right."
                ),
                DemoTurn("read-only", "Refuse anything that writes, even if the question asks for it."),
                DemoTurn("time zones", "State the time zone of every date and convert to {{time_zone}}."),
            ],
            example:
                "```sql\n-- assumes: an order without a paid_at is open\n"
                + "SELECT count(*) FROM orders WHERE paid_at IS NULL;\n```"
        ),
        DemoTopic(
            title: "Make a slow query fast",
            tags: ["sql", "performance", "postgres"],
            note: "slow query + EXPLAIN output -> why slow, which index. no 'add more RAM'",
            role: "a database engineer who reads query plans for pleasure",
            task: "Explain why the query below is slow and make it fast.",
            why: "It runs on every page view and takes four seconds.",
            rules: [
                "Point at the node of the plan where the time goes.",
                "Try a rewrite before you propose an index.",
                "Say what each new index costs on writes.",
                "Keep the result identical, including its order.",
            ],
            format: ["the cause in two sentences", "the new query", "the indexes as SQL, if any"],
            input: "```sql\n{{query}}\n```\n\n```\n{{explain_analyze}}\n```",
            turns: [
                DemoTurn("no new indexes", "Do without new indexes: the table is written to constantly."),
                DemoTurn("with a proof", "Show how to verify that both queries return the same rows."),
                DemoTurn("for large offsets", "Replace OFFSET by keyset paging where there is paging."),
            ]
        ),
        DemoTopic(
            title: "Plan a schema migration",
            tags: ["sql", "migration", "zero-downtime"],
            note: "schema change without downtime, expand/contract, w/ rollback for each step",
            role: "a database engineer who has never taken a site down",
            task: "Plan the migration from the old schema to the new one without downtime.",
            why: "Two versions of the service run side by side during a deployment.",
            rules: [
                "Split it into expand, backfill, switch and contract.",
                "Give the rollback for every step, or say that there is none.",
                "Backfill in batches and say how to resume after an interruption.",
                "Name every lock that a statement takes on {{database}}.",
            ],
            format: ["a table of steps", "the SQL of each step", "the checks between steps"],
            input: "Old:\n```sql\n{{old_schema}}\n```\n\nNew:\n```sql\n{{new_schema}}\n```",
            turns: [
                DemoTurn("large tables", "Assume 400 million rows and a replica that lags by a minute."),
                DemoTurn("as a checklist", "Write it as a checklist that two people can tick off together."),
                DemoTurn("SQLite", "Assume SQLite, where most ALTER TABLE forms are missing."),
            ],
            example: "```sql\nALTER TABLE invoices ADD COLUMN currency TEXT;\n```"
        ),
        DemoTopic(
            title: "Write test data for a schema",
            tags: ["sql", "test-data", "fixtures"],
            note: "fake but believable rows for my schema, nasty cases included (NULL, unicode, dates)",
            role: "a tester who collects the strangest rows of every table",
            task: "Write INSERT statements with believable test data for the schema below.",
            why: "Our staging data is all called Test Test.",
            rules: [
                "Respect every foreign key and CHECK constraint.",
                "Include names that are long, short, hyphenated and not Latin.",
                "Put in one row for every NULL that the schema allows.",
                "Use no real person's data and no real domain except example.com.",
            ],
            format: ["one SQL script that runs as it is", "a table of the nasty cases and where they are"],
            input: "```sql\n{{schema}}\n```\n\nRows per table: {{count}}",
            turns: [
                DemoTurn("dates at the edges", "Cover leap days, the change to summer time and the year 1900."),
                DemoTurn("as CSV", "Give one CSV per table instead of SQL."),
                DemoTurn("skewed", "Make it skewed like real data: few customers with most of the orders."),
            ]
        ),
    ]

    static let analysis: [DemoTopic] = [
        DemoTopic(
            title: "Summarise interview notes",
            tags: ["research", "interviews", "summary"],
            note: "interview notes -> themes w/ quotes. don't smooth out contradictions",
            role: "a user researcher who trusts quotes more than impressions",
            task: "Summarise the interview notes below into the themes they share.",
            why: "I have eleven of these and a report due on Monday.",
            rules: [
                "Support each theme with at least two literal quotes.",
                "Keep contradictions between people visible.",
                "Count how many people said something instead of writing \"many\".",
                "Mark what I asked for separately from what came up by itself.",
            ],
            format: ["three to six themes with quotes", "a list of surprises", "what to ask next time"],
            input: "{{notes}}",
            turns: [
                DemoTurn("one page", "Keep it to one page, quotes included."),
                DemoTurn("with jobs to be done", "Phrase each theme as what the person is trying to get done."),
                DemoTurn("anonymous", "Replace names by P1, P2 and so on, and drop the employer."),
            ]
        ),
        DemoTopic(
            title: "Compare two options",
            tags: ["decision", "comparison"],
            note: "A vs B, criteria weighed, pick one, no 'it depends'",
            role: "an adviser who is paid for a decision and not for a discussion",
            task: "Compare {{option_a}} and {{option_b}} for the purpose given and recommend one.",
            why: "We have been going round in circles for a week.",
            rules: [
                "Derive the criteria from the purpose and weigh them before you compare.",
                "Say what would have to be true for the other option to win.",
                "Separate facts, estimates and taste.",
                "Name the cost of changing our mind in a year.",
            ],
            format: [
                "the recommendation in one sentence", "a table of criteria, weights and scores",
                "the strongest counterargument",
            ],
            input: "Purpose: {{purpose}}\nWhat we know: {{facts}}",
            turns: [
                DemoTurn("with a third way", "Add doing nothing as a third option."),
                DemoTurn("pre-mortem", "Imagine that the choice failed after a year and write down why."),
                DemoTurn("cheap test", "Propose the cheapest experiment that could change the recommendation."),
            ],
            example: "| Criterion | Weight | A | B |\n|---|---|---|---|\n| Time to first result | 0.4 | 4 | 2 |"
        ),
        DemoTopic(
            title: "Read a chart critically",
            tags: ["statistics", "charts"],
            note: "what does this chart NOT show. axes, denominators, cherry-picked range",
            role: "a statistician who is hard to impress",
            task: "Describe what the chart below shows and what it does not show.",
            why: "It is going to be on the second slide of the board meeting.",
            rules: [
                "Read off at least three values before you interpret anything.",
                "Check axes, units, denominator and the range of dates.",
                "Offer two explanations other than the one in the title.",
                "Do not guess numbers that cannot be read off.",
            ],
            format: ["what it shows", "what it hides", "a better title"],
            input: "Title: {{title}}\nData:\n```csv\n{{data}}\n```",
            turns: [
                DemoTurn("redraw it", "Describe the chart that you would draw instead, with axes and units."),
                DemoTurn("for a journalist", "Write it for a journalist with five minutes left."),
                DemoTurn("with uncertainty", "Estimate how large the uncertainty is and how it should be drawn."),
            ]
        ),
        DemoTopic(
            title: "Sort customer feedback",
            tags: ["feedback", "classification", "json"],
            note: "tag support tickets: topic, mood, urgency -> JSON. one pass, stable categories",
            role: "a support lead who has read ten thousand tickets",
            task: "Sort every message below into the categories given.",
            why: "The result goes straight into a dashboard.",
            rules: [
                "Use only the categories listed; put the rest under \"other\" and say what is missing.",
                "Judge the urgency by the harm to the customer and not by the tone.",
                "Keep the ids unchanged and the order as given.",
                "Return valid JSON and nothing around it.",
            ],
            format: ["a JSON array with one object per message"],
            input: "Categories: {{categories}}\n\n{{messages}}",
            turns: [
                DemoTurn("with confidence", "Add a field `confidence` between 0 and 1 to each object."),
                DemoTurn("several languages", "Accept any language and write the summary field in English."),
                DemoTurn("duplicates", "Point to the id of the first message when one says the same."),
            ],
            example: "```json\n[\n  {\"id\": 17, \"topic\": \"billing\", \"urgency\": 2, \"mood\": \"annoyed\"}\n]\n```"
        ),
    ]
}
