import PromptBrowser
import PromptStore
import Yams

/// Goes through the section `browser:` of a configuration and takes what is right in it.
struct SettingsReader {
    /// What the section may hold.
    private enum Entry: String, CaseIterable {
        case keys, theme, columns, sort, ascii, mouse, migrate
        case countUses = "count-uses"
    }

    var preferences = Preferences()
    var palette = Palette()
    var themeName = "standard"
    var isASCII = false
    var usesMouse = false
    var problems: [SettingsProblem] = []
    var lines: [String: Int] = [:]

    mutating func read(_ text: String) {
        do {
            guard let root = try Yams.compose(yaml: text), !root.isNothing else { return }
            guard let sections = root.mapping else {
                return complain(at: root, "a configuration is a list of sections such as “browser:”.")
            }
            guard let section = sections["browser"], !section.isNothing else { return }
            guard let entries = section.mapping else {
                return complain(at: section, "“browser” holds \(Self.list(Entry.allCases.map(\.rawValue))).")
            }
            for (key, value) in entries { take(key, value) }
        } catch {
            problems.append(SettingsProblem(error))
        }
    }

    mutating func take(_ key: Node, _ value: Node) {
        guard let name = key.string, let entry = Entry(rawValue: name) else {
            return complain(at: key, unknown("setting", key, Entry.allCases.map(\.rawValue)))
        }
        lines[name] = key.mark?.line
        switch entry {
        case .keys: takeKeys(value)
        case .theme: takeTheme(value)
        case .columns: takeColumns(value)
        case .sort: takeOrder(value)
        case .ascii: takeFlag(value, name) { $0.isASCII = $1 }
        case .mouse: takeFlag(value, name) { $0.usesMouse = $1 }
        case .countUses: takeFlag(value, name) { $0.preferences.countsUses = $1 }
        case .migrate: takeMigration(value)
        }
    }

    mutating func takeColumns(_ value: Node) {
        var columns: [ListColumn] = []
        for node in value.sequence.map(Array.init) ?? [value] {
            guard let column = node.string.flatMap(ListColumn.init(rawValue:)) else {
                return complain(at: node, unknown("column", node, ListColumn.allCases.map(\.rawValue)))
            }
            if !columns.contains(column) { columns.append(column) }
        }
        guard !columns.isEmpty else { return complain(at: value, "“columns” needs at least one.") }
        preferences.columns = columns
    }

    mutating func takeOrder(_ value: Node) {
        let keys = PromptOrder.Key.allCases.map(\.rawValue)
        let words = (value.string ?? "").split(separator: " ").map(String.init)
        guard let key = words.first.flatMap(PromptOrder.Key.init(rawValue:)),
            words.count == 1 || words.dropFirst() == ["reversed"]
        else {
            return complain(at: value, "“sort” is \(Self.list(keys, "or")), and “reversed” after it, if so wanted.")
        }
        preferences.order = PromptOrder(key, isDescending: words.count == 1)
    }

    mutating func takeMigration(_ value: Node) {
        guard let word = value.string, ["ask", "automatic"].contains(word) else {
            return complain(at: value, "“migrate” is ask or automatic.")
        }
        preferences.migratesAutomatically = word == "automatic"
    }

    mutating func takeFlag(_ value: Node, _ name: String, _ set: (inout Self, Bool) -> Void) {
        guard let flag = value.bool else { return complain(at: value, "“\(name)” is true or false.") }
        set(&self, flag)
    }

    // MARK: Problems

    mutating func complain(at node: Node, _ fact: String) {
        problems.append(SettingsProblem(line: node.mark?.line, column: node.mark?.column, fact: fact))
    }

    func unknown(_ kind: String, _ node: Node, _ known: [String]) -> String {
        let name = node.string ?? ""
        let introduction = "there is no \(kind) “\(name)”"
        if let nearest = Spelling.nearest(to: name, in: known) { return "\(introduction); did you mean \(nearest)?" }
        return known.count > 20
            ? "\(introduction); “prompt-alchemy config” lists them."
            : "\(introduction); there are \(Self.list(known))."
    }

    static func list(_ words: [String], _ conjunction: String = "and") -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
    }
}

extension Node {
    /// Whether it is there with nothing in it.
    fileprivate var isNothing: Bool { null != nil }
}
