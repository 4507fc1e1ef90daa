import PromptBrowser

extension Settings {
    /// A setting as it is in force.
    public struct Value: Equatable, Sendable {
        /// What it is called, such as `sort` or `keys.down`.
        public let name: String
        /// Its value, as the file would have it.
        public let value: String
        /// The line of the file that says so; nil where it is so by default.
        public let line: Int?
    }

    /// All settings in force: the general ones, the looks that a theme gives, and the keys of each command.
    public var effective: [Value] {
        let order = preferences.order
        var values = [
            Value("theme", themeName, lines),
            Value("columns", preferences.columns.map(\.rawValue).joined(separator: " "), lines),
            Value("sort", order.key.rawValue + (order.isDescending ? "" : " reversed"), lines),
            Value("ascii", isASCII ? "true" : "false", lines),
            Value("mouse", usesMouse ? "true" : "false", lines),
            Value("migrate", preferences.migratesAutomatically ? "automatic" : "ask", lines),
            Value("count-uses", preferences.countsUses ? "true" : "false", lines),
        ]
        for role in Style.Role.allCases {
            guard let look = palette.looks[role] else { continue }
            values.append(Value("theme.\(role.name)", look.words, lines))
        }
        for entry in preferences.keymap.entries {
            let keys = entry.keys.map(\.name).joined(separator: " ")
            values.append(Value("keys.\(entry.command.name)", keys, lines))
        }
        return values
    }
}

extension Settings.Value {
    fileprivate init(_ name: String, _ value: String, _ lines: [String: Int]) {
        self.init(name: name, value: value, line: lines[name])
    }
}
