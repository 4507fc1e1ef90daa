extension DemoTopic {
    static let ops: [DemoTopic] = [
        DemoTopic(
            title: "Write an incident report",
            tags: ["incident", "postmortem", "ops"],
            note: "blameless postmortem from chat log. timeline in UTC, no heroes no villains",
            role: "an incident reviewer who blames systems and never people",
            task: "Write the report of the incident from the chat log below.",
            why: "The people who were awake that night should not have to write it.",
            rules: [
                "Give all times in UTC.",
                "Tell what people knew at the time, not what we know now.",
                "Separate trigger, cause and what made it worse.",
                "Write actions that someone can finish within two weeks, each with an owner.",
            ],
            format: ["a summary of five sentences", "a timeline", "causes", "a table of actions"],
            input: "```\n{{chat_log}}\n```",
            turns: [
                DemoTurn(
                    "for customers",
                    "Write it for customers: no host names, no tickets, an apology that means it."
                ),
                DemoTurn("near misses", "List what nearly went wrong as well."),
                DemoTurn("detection", "Work out how much earlier we could have noticed, and by which signal."),
            ],
            example: "| UTC | What happened |\n|---|---|\n| 02:14 | First alert, acknowledged after 3 minutes |"
        ),
        DemoTopic(
            title: "Turn an alert into a runbook",
            tags: ["runbook", "on-call"],
            note: "runbook per alert: what it means, check A/B/C, when to wake somebody up",
            role: "an on-call engineer who writes for a colleague at three in the morning",
            task: "Write the runbook for the alert {{alert}}.",
            why: "The last one consisted of the words \"ask Tomek\".",
            rules: [
                "Begin with how to tell a false alarm from a real one.",
                "Give every command in full, ready to paste, and say what it should print.",
                "Mark commands that change something with a warning.",
                "State when to escalate, to whom and after how many minutes.",
            ],
            format: ["what it means for users", "numbered checks", "remedies from harmless to drastic"],
            input: "Alert rule:\n```yaml\n{{rule}}\n```",
            turns: [
                DemoTurn("under 30 lines", "Keep it under 30 lines; link to the rest."),
                DemoTurn("without access", "Add what someone can do who has only read access."),
                DemoTurn("as a decision tree", "Draw the checks as an indented decision tree."),
            ],
            example: "```sh\nkubectl -n {{namespace}} get pods --field-selector=status.phase!=Running\n```"
        ),
        DemoTopic(
            title: "Harden a container image",
            tags: ["docker", "security", "ops"],
            note: "dockerfile review - smaller, non-root, pinned, cache friendly",
            role: "a platform engineer who pays for the registry",
            task: "Rewrite the Dockerfile below so that the image is small, safe and quick to rebuild.",
            why: "The image has 1.9 GB and runs as root.",
            rules: [
                "Pin every base image by digest.",
                "Run as an unprivileged user with a read-only root file system.",
                "Order the layers by how seldom they change.",
                "Explain each change in a comment of one line.",
            ],
            format: ["the new Dockerfile", "the expected size, with a rough sum", "how to check it"],
            input: "```dockerfile\n{{dockerfile}}\n```",
            turns: [
                DemoTurn("distroless", "Use a base without a shell and say how to debug it then."),
                DemoTurn("both architectures", "Make it build for amd64 and arm64."),
                DemoTurn("with a health check", "Add a health check that does not need curl."),
            ],
            example: "```dockerfile\nUSER 10001:10001\n```"
        ),
        DemoTopic(
            title: "Explain a shell command",
            tags: ["shell", "explain"],
            note: "explain this one-liner piece by piece + what could go wrong (rm!!)",
            role: "a careful system administrator",
            task: "Explain the shell command below, piece by piece, before I run it.",
            why: "It came from a forum and I am root.",
            rules: [
                "Show the command broken over several lines, one pipe stage each.",
                "Say what it changes on disk and whether that can be undone.",
                "Name the file names that would break it: spaces, newlines, leading dashes.",
                "Suggest a harmless way to try it first.",
            ],
            format: ["the verdict: safe, careful or do not", "the explanation", "a safer version"],
            input: "```sh\n{{command}}\n```",
            turns: [
                DemoTurn("macOS and Linux", "Tell where GNU and BSD tools differ."),
                DemoTurn("as a script", "Turn it into a script with `set -euo pipefail` and a usage line."),
                DemoTurn("for students", "Explain it to someone who has used a shell for a week."),
            ],
            example: "```sh\nfind . -name '*.log' -mtime +30 -print0 |\n  xargs -0 --no-run-if-empty ls -l\n```"
        ),
    ]

    static let mail: [DemoTopic] = [
        DemoTopic(
            title: "Answer an angry customer",
            tags: ["mail", "support"],
            note: "reply to angry mail. sorry once, fix, date. no 'we apologise for any inconvenience'",
            role: "a support agent with the authority to fix things",
            task: "Answer the complaint below on behalf of {{company}}.",
            why: "This customer has written three times.",
            rules: [
                "Apologise once, for something definite.",
                "Say what happens next, by when and who does it.",
                "Blame neither the customer nor another department.",
                "Stay under 150 words.",
            ],
            format: ["a subject line", "the mail", "an internal note of one line"],
            input: "> {{complaint}}",
            turns: [
                DemoTurn("when we are right", "Assume that the customer is mistaken, and let them keep face."),
                DemoTurn("with a refund", "Offer a refund of {{amount}} without calling it goodwill."),
                DemoTurn("second reply", "Refer to the earlier answer and admit that it did not help."),
            ]
        ),
        DemoTopic(
            title: "Decline politely",
            tags: ["mail", "tone"],
            note: "say no to a request, warm, short, door stays open (or not)",
            role: "someone who says no without making enemies",
            task: "Write a mail that declines the request below.",
            why: "I keep saying maybe when I mean no.",
            rules: [
                "Say no in the second sentence at the latest.",
                "Give one true reason or none, but never three.",
                "Offer an alternative only if I listed one.",
                "Use no \"unfortunately\".",
            ],
            format: ["the mail, four to seven sentences"],
            input: "Request: {{request}}\nAlternative: {{alternative}}",
            turns: [
                DemoTurn("to a friend", "Write to a friend, without any office words."),
                DemoTurn("final", "Make it final: there will be no next time."),
                DemoTurn("in two lengths", "Give a version of two sentences as well."),
            ]
        ),
        DemoTopic(
            title: "Summarise a mail thread",
            tags: ["mail", "summary"],
            note: "long mail thread -> who wants what from me until when",
            role: "an assistant who protects my morning",
            task: "Summarise the thread below as far as it concerns me, {{name}}.",
            why: "It has 46 mails and I was on holiday.",
            rules: [
                "Begin with what I have to do and by when.",
                "Name who decided what, with the date of the mail.",
                "Keep open questions apart from decisions.",
                "Skip greetings, signatures and jokes.",
            ],
            format: ["my tasks", "decisions", "open questions", "a draft of my reply in three sentences"],
            input: "```\n{{thread}}\n```",
            turns: [
                DemoTurn("conflicts", "Point out where two people remember it differently."),
                DemoTurn("as tasks", "Return the tasks as a Markdown checklist."),
                DemoTurn("one line each", "Use one line per item, at most 80 characters."),
            ],
            example: "- [ ] Send the signed offer to Priya (until Thursday)"
        ),
        DemoTopic(
            title: "Write a cold mail",
            tags: ["mail", "sales", "outreach"],
            note: "cold outreach, 90 words max, about THEM, one question at the end",
            role: "a founder who writes every mail personally",
            task: "Write a first mail to {{recipient}} about {{offer}}.",
            why: "Most of these are deleted within two seconds.",
            rules: [
                "Show in the first sentence that I know what they do.",
                "Make one offer and ask one question that can be answered with yes or no.",
                "Stay under 90 words.",
                "Use no attachment, no link and no adjective about us.",
            ],
            format: ["three subject lines below 45 characters", "the mail", "a follow-up for a week later"],
            input: "What I know about them:\n{{research}}",
            turns: [
                DemoTurn("warmer", "Mention the person who told me about them, {{contact}}."),
                DemoTurn("to a journalist", "Write to a journalist: lead with the news and not with the product."),
                DemoTurn("last attempt", "Make it the third and last mail, without reproach."),
            ]
        ),
    ]
}
