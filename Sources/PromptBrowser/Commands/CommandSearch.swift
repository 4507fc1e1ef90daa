/// Finds commands by a few letters of what they are called, of what they do, or by their key.
enum CommandSearch {
    /// How well an entry fits, best first.
    private enum Fit: Int, Comparable {
        case key, start, wordStart, part, initials, letters

        static func < (one: Fit, other: Fit) -> Bool { one.rawValue < other.rawValue }
    }

    /// Those of the entries that fit, best first and otherwise in the order of the help; all where nothing is asked.
    static func find(_ query: String, in all: [CommandEntry]) -> [CommandEntry] {
        let entries = CommandEntry.Group.allCases.flatMap { group in all.filter { $0.group == group } }
        let words = query.split(separator: " ").map(String.init)
        guard !words.isEmpty else { return entries }
        let fitting = entries.enumerated().compactMap { index, entry in
            fit(entry, words).map { (index: index, entry: entry, fit: $0) }
        }
        // Letters scattered over a sentence fit nearly everything: they count only where nothing better does.
        let close = fitting.filter { $0.fit < .letters }
        return (close.isEmpty ? fitting : close).sorted { ($0.fit, $0.index) < ($1.fit, $1.index) }.map(\.entry)
    }

    private static func fit(_ entry: CommandEntry, _ words: [String]) -> Fit? {
        if words.count == 1, entry.keys.contains(where: { $0.name == words[0] }) { return .key }
        let names = [entry.footer ?? "", entry.title].map { $0.lowercased() }
        let text = (names + entry.keys.map { $0.name.lowercased() }).joined(separator: " ")
        var worst = Fit.key
        for word in words.map({ $0.lowercased() }) {
            guard let fit = names.contains(where: { $0.hasPrefix(word) }) ? .start : fit(text, word) else { return nil }
            worst = max(worst, fit)
        }
        return worst
    }

    private static func fit(_ text: String, _ word: String) -> Fit? {
        if (" " + text).contains(" " + word) { return .wordStart }
        if text.contains(word) { return .part }
        let initials = String(text.split(separator: " ").compactMap(\.first))
        if word.count > 1, isSpread(word, over: initials) { return .initials }
        return isSpread(word, over: text) ? .letters : nil
    }

    /// Whether all letters of a word are there in its order, whatever is between them.
    private static func isSpread(_ word: String, over text: String) -> Bool {
        var rest = text[...]
        for letter in word {
            guard let place = rest.firstIndex(of: letter) else { return false }
            rest = rest[place...].dropFirst()
        }
        return true
    }
}
