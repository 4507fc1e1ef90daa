import PromptBrowser
import Yams

/// `keys:`, the keys of commands.
extension SettingsReader {
    mutating func takeKeys(_ value: Node) {
        guard let bindings = value.mapping else {
            return complain(at: value, "“keys” holds commands, each with its keys, such as “down: [j, Down]”.")
        }
        for (key, value) in bindings {
            let commands = CommandTable.entries.map(\.command)
            guard let name = key.string, let command = commands.first(where: { $0.name == name }) else {
                complain(at: key, unknown("command", key, commands.map(\.name)))
                continue
            }
            if let keys = keys(value) { bind(command, to: keys, at: key) }
        }
        let unreachable = preferences.keymap.unreachable
        guard !unreachable.isEmpty else { return }
        preferences.keymap = Keymap()
        complain(
            at: value,
            "nothing is left to press for \(Self.list(unreachable.map(\.name))); all keys are as they are by default."
        )
    }

    mutating func keys(_ value: Node) -> [Key]? {
        var keys: [Key] = []
        for node in value.sequence.map(Array.init) ?? [value] {
            guard let name = node.string, let key = Key(named: name) else {
                complain(
                    at: node,
                    "“\(node.string ?? "this")” is no key that a terminal sends; keys are single characters, Ctrl-a to "
                        + "Ctrl-z but h, i, j and m, Up, Down, Left, Right, Home, End, PgUp, PgDn, Enter, Tab, "
                        + "Shift-Tab, Esc, Space, Backspace and Delete."
                )
                return nil
            }
            if !keys.contains(key) { keys.append(key) }
        }
        return keys
    }

    mutating func bind(_ command: Command, to keys: [Key], at node: Node) {
        do throws(Keymap.Refusal) {
            try preferences.keymap.bind(command, to: keys)
            lines["keys.\(command.name)"] = node.mark?.line
        } catch {
            switch error {
            case .taken(let key, let other):
                complain(at: node, "“\(key.name)” calls \(other.name) already; give \(command.name) another key.")
            }
        }
    }
}
