import PromptBrowser

/// The manual page in the language of man.
struct ManualPage {
    private var lines: [String] = []

    /// The page.
    var text: String { lines.joined(separator: "\n") + "\n" }

    init(_ tool: ToolDescription) {
        let root = tool.command
        let commands = Self.commands(below: root)
        lines = [".TH PROMPT-ALCHEMY 1", ".SH NAME", "prompt-alchemy \\- " + Self.text(root.abstract ?? "")]
        lines += [".SH SYNOPSIS"]
        for (name, command) in commands { lines += [".br", ".B prompt\\-alchemy " + Self.synopsis(name, command)] }
        lines += [
            ".SH DESCRIPTION", "Without a command the browser opens.", "Every command reads the library in",
            ".I ~/.prompt-alchemy/prompts.db", "unless it is told otherwise.", ".SH COMMANDS",
        ]
        for (name, command) in commands { describe(name, command) }
        describeKeys()
        lines += [
            ".SH FILES", ".TP", ".I ~/.prompt-alchemy/config.yaml", "Keys, looks and defaults, in its section browser;",
            ".B prompt-alchemy config", "prints what is in force.", ".TP", ".I ~/.prompt-alchemy/browser-state.yaml",
            "What the browser remembers by itself.", ".SH EXIT STATUS",
            "0 done; 1 done, and it found problems, or refused; 64 usage; 65 no library; 66 no such file or prompt;",
            "73 cannot be written; 75 locked, try again; 77 no permission.",
        ]
    }

    /// What can be run, each with its full name.
    private static func commands(below parent: ToolDescription.Command) -> [(String, ToolDescription.Command)] {
        let shown = (parent.subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
        return shown.flatMap { command in
            let below = commands(below: command).map { ("\(command.commandName) \($0.0)", $0.1) }
            return below.isEmpty ? [(command.commandName, command)] : below
        }
    }

    private mutating func describe(_ name: String, _ command: ToolDescription.Command) {
        lines += [".SS " + Self.synopsis(name, command), Self.text(command.abstract ?? "")]
        if let discussion = command.discussion, !discussion.isEmpty { lines += [".PP", Self.text(discussion)] }
        for argument in (command.arguments ?? []) where argument.shouldDisplay && !Self.isGeneral(argument) {
            let fallback = argument.defaultValue.map { " (default: \($0))" } ?? ""
            lines += [".TP", "\\fB" + Self.text(Self.name(argument)) + "\\fR"]
            lines += [Self.text((argument.abstract ?? "") + fallback)]
        }
    }

    private mutating func describeKeys() {
        lines += [".SH KEYS"]
        for group in CommandEntry.Group.allCases {
            lines += [".SS " + group.rawValue]
            for entry in CommandTable.entries where entry.group == group {
                let keys = entry.keys.map { "\\fB" + Self.text($0.name) + "\\fR" }.joined(separator: ", ")
                lines += [".TP", keys, Self.text(entry.title) + " (\\fI" + Self.text(entry.command.name) + "\\fR)"]
            }
        }
    }

    private static func synopsis(_ name: String, _ command: ToolDescription.Command) -> String {
        let arguments = (command.arguments ?? []).filter { $0.shouldDisplay && !isGeneral($0) }
        let words = arguments.map { argument in
            argument.isOptional || argument.kind == "flag" ? "[\(Self.name(argument))]" : Self.name(argument)
        }
        return text(([name] + words).joined(separator: " "))
    }

    /// Whether every command has it.
    private static func isGeneral(_ argument: ToolDescription.Argument) -> Bool {
        (argument.names ?? []).contains { ["help", "version"].contains($0.name) }
    }

    private static func name(_ argument: ToolDescription.Argument) -> String {
        let value = argument.allValues?.joined(separator: "|") ?? "<\(argument.valueName ?? "value")>"
        switch argument.kind {
        case "positional": return value
        case "flag": return argument.names?.first?.typed ?? ""
        default: return (argument.names?.first?.typed ?? "") + " " + value
        }
    }

    /// Text of which man takes nothing for a command of its own.
    private static func text(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return escaped.split(separator: "\n").map { line in
            line.first == "." || line.first == "'" ? "\\&" + line : String(line)
        }.joined(separator: "\n")
    }
}
