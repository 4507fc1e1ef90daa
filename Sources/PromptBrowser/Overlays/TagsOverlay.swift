import PromptStore

/// Edits the tags of one prompt, or gives tags to all that are marked and takes others from them.
struct TagsOverlay: Equatable, Sendable {
    /// The most tags that are offered at once.
    static let mostSuggestions = 8

    /// What a key leads to.
    enum Result: Equatable, Sendable {
        case stay, close
        case save(Change)
    }

    private let promptIDs: [String]
    private let heading: String
    /// The tags that one prompt has; nil where there are several prompts.
    private let before: [String]?
    private(set) var field: TextField
    private(set) var suggestions: [TagCount] = []
    private var cursor = 0

    /// For one prompt.
    init(promptID: String, heading: String, tags: [String]) {
        promptIDs = [promptID]
        self.heading = "of “\(heading)”"
        before = tags
        field = TextField(tags.map { $0 + ", " }.joined(), limit: 4096)
    }

    /// For several prompts.
    init(promptIDs: [String]) {
        self.promptIDs = promptIDs
        heading = "of \(Figures.counted(promptIDs.count, "marked prompt")); -tag takes a tag away"
        before = nil
        field = TextField(limit: 4096)
    }

    /// What is being typed: the letters since the last comma.
    var beginning: String {
        var word = lastWord
        if before == nil, word.hasPrefix("-") { word.removeFirst() }
        return word
    }

    private var lastWord: String {
        field.text.split(separator: ",", omittingEmptySubsequences: false).last.map { String($0).trimmed } ?? ""
    }

    /// Offers tags; those that are in the line already are not.
    mutating func offer(_ found: [TagCount], for beginning: String) {
        guard beginning == self.beginning else { return }
        let typed = Set(Self.words(field.text).map { $0.hasPrefix("-") ? String($0.dropFirst()) : $0 })
        suggestions = found.filter { !typed.contains($0.tag) || $0.tag == beginning }
        cursor = 0
    }

    mutating func insert(_ text: String) {
        field.insert(text.split(whereSeparator: \.isNewline).joined(separator: ", "))
    }

    mutating func handle(_ key: Key) -> Result {
        switch key {
        case .escape, .control("c"): return .close
        case .enter: return change.map(Result.save) ?? .close
        case .tab: complete()
        case .down: cursor = min(cursor + 1, max(0, suggestions.count - 1))
        case .up: cursor = max(0, cursor - 1)
        default: _ = field.handle(key)
        }
        return .stay
    }

    private mutating func complete() {
        guard suggestions.indices.contains(cursor) else { return }
        let sign = before == nil && lastWord.hasPrefix("-") ? "-" : ""
        let start = field.text.lastIndex(of: ",").map { field.text[...$0] + " " } ?? ""
        field = TextField(start + sign + suggestions[cursor].tag + ", ", limit: 4096)
        suggestions = []
    }

    private static func words(_ line: String) -> [String] {
        line.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    /// What the line asks for; nil where it asks for nothing.
    private var change: Change? {
        var words = Self.words(field.text)
        if let before {
            // The line says the same of a tag with a comma in it as of two tags.
            if words == Self.words(before.joined(separator: ",")) { return nil }
            for tag in before where tag.contains(",") {
                guard let place = words.firstRange(of: Self.words(tag)) else { continue }
                words.replaceSubrange(place, with: [tag])
            }
            return .setTags(promptID: promptIDs[0], tags: words)
        }
        let add = words.filter { !$0.hasPrefix("-") }
        let remove = words.filter { $0.hasPrefix("-") }.map { String($0.dropFirst()).trimmed }
        return words.isEmpty ? nil : .tag(promptIDs: promptIDs, add: add, remove: remove)
    }

    func draw(on surface: inout Surface, in area: Rect) {
        let width = min(64, area.width)
        let rect = area.centred(width: width, height: min(Self.mostSuggestions + 5, area.height))
        let inside = Rect(x: rect.x + 2, y: rect.y + 1, width: width - 4, height: rect.height - 2)
        surface.clear(rect)
        surface.frame(rect, style: Style(.focus))
        surface.write(" Tags ", x: rect.x + 2, y: rect.y, width: width - 4, style: Style(.focus, .bold))
        surface.write(heading, x: inside.x, y: inside.y, width: inside.width, style: Style(.muted))
        for (line, suggestion) in suggestions.prefix(max(0, inside.height - 3)).enumerated() {
            let y = inside.y + 3 + line
            let count = Figures.grouped(suggestion.count)
            surface.write(suggestion.tag, x: inside.x, y: y, width: inside.width - count.count - 1)
            let place = inside.x + inside.width - count.count
            surface.write(count, x: place, y: y, width: count.count, style: Style(.muted))
            if line == cursor { surface.select(x: inside.x, y: y, width: inside.width) }
        }
        surface.write(
            " Tab completes · Enter saves · Esc leaves ",
            x: rect.x + 2,
            y: rect.y + rect.height - 1,
            width: width - 4,
            style: Style(.muted)
        )
        field.draw(on: &surface, x: inside.x, y: inside.y + 1, width: inside.width)
    }
}
