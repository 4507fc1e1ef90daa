import PromptStore

/// The menu of filters: the values that prompts have in each field, with how many have them, to narrow the list to.
///
/// It works on the query of the list, so that whatever it chooses can also be typed, and the other way round.
struct FilterOverlay: Sendable {
    /// The list as it was before.
    let before: ListPane
    let foundBefore: Int?
    /// What the list is narrowed to now.
    private(set) var query: PromptQuery
    /// When the present counts were asked for, in seconds since 1970.
    private(set) var since: Double
    private(set) var field = 0
    /// What of the values is shown; nil where nothing is being typed.
    private(set) var narrowing: TextField?
    private var counted: [QueryField: (facet: Facet, query: PromptQuery)] = [:]
    private(set) var cursor = 0
    private var hasChosen = false

    /// What a key leads to.
    enum Result: Equatable, Sendable {
        case stay, keep, restore
        case narrow(PromptQuery)
        /// The same, and the menu has done its work.
        case choose(PromptQuery)
    }

    /// The fields, in the order in which they are counted.
    static let fields: [QueryField] = [.phase, .provider, .model, .persona, .tag, .rating, .has]

    init(list: ListPane, found: Int?, now: Double) {
        before = list
        foundBefore = found
        query = list.query
        since = now
    }

    /// Takes in the counts of a field; those of an older query are as good as none.
    mutating func take(_ facet: Facet, of query: PromptQuery) {
        guard query == self.query else { return }
        counted[facet.field] = (facet, query)
        move(by: 0)
    }

    /// Goes on with another query.
    mutating func follow(_ query: PromptQuery, now: Double) {
        self.query = query
        since = now
        hasChosen = true
    }

    /// Whether everything is counted.
    var isComplete: Bool { Self.fields.allSatisfy(isCurrent) }

    /// Whether the counts of a field are those of the present query.
    func isCurrent(_ field: QueryField) -> Bool { counted[field]?.query == query }

    /// A value that can be chosen, and how many prompts have it; nil where that is not known.
    struct Choice: Equatable, Sendable {
        let value: QueryValue
        let count: Int?
        let isChosen: Bool
    }

    /// What the present field offers: what prompts have, and what is chosen although none has it.
    var choices: [Choice] {
        let field = Self.fields[field]
        let chosen = query.chosen(field)
        let counts = counted[field]?.facet.counts ?? []
        let further = chosen.filter { value in !counts.contains { $0.value == value } }
        let all =
            further.map { Choice(value: $0, count: isCurrent(field) ? 0 : nil, isChosen: true) }
            + counts.map { Choice(value: $0.value, count: $0.count, isChosen: chosen.contains($0.value)) }
        guard let words = narrowing?.text.lowercased(), !words.isEmpty else { return all }
        return all.filter { Self.name(of: $0.value, in: field).lowercased().contains(words) }
    }

    /// A value in words.
    static func name(of value: QueryValue, in field: QueryField) -> String {
        switch value {
        case .none: field == .rating ? "unrated" : "none noted"
        case .text(let text): text
        case .number(.equal, let number) where field == .rating: Marked.stars(.number(number)).text
        case .number, .moment:
            String(PromptQuery(.term(.field(field, [value]))).text.dropFirst(field.name.count + 1))
        }
    }

    // MARK: Keys

    mutating func insert(_ text: String) {
        narrowing?.insert(text.split(whereSeparator: \.isNewline).joined(separator: " "))
        cursor = 0
    }

    mutating func handle(_ key: Key) -> Result {
        if let result = type(key) { return result }
        switch key {
        case .escape, .character("q"), .control("c"): return .restore
        case .enter:
            // As long as nothing was chosen, what is under the cursor is what is meant.
            return hasChosen ? .keep : toggled.map(Result.choose) ?? .keep
        case .character(" "): return toggled.map(Result.narrow) ?? .stay
        case .character("x"): return query.isEmpty ? .stay : .narrow(PromptQuery(nil, order: query.order))
        case .character("/"): narrowing = TextField(limit: 256)
        case .tab, .right, .character("l"): go(by: 1)
        case .backTab, .left, .character("h"): go(by: -1)
        case .down, .character("j"): move(by: 1)
        case .up, .character("k"): move(by: -1)
        case .pageDown, .control("d"): move(by: 10)
        case .pageUp, .control("u"): move(by: -10)
        case .home, .character("g"): cursor = 0
        case .end, .character("G"): move(by: Facet.mostValues * 2)
        default: break
        }
        return .stay
    }

    /// Narrows the values by what is typed.
    ///
    /// - Returns: nil where the key is meant for the menu.
    private mutating func type(_ key: Key) -> Result? {
        guard var field = narrowing else { return nil }
        switch key {
        case .escape, .control("c"): narrowing = nil
        case .enter, .tab, .backTab, .up, .down, .pageUp, .pageDown: return nil
        default:
            guard field.handle(key) else { return nil }
            narrowing = field
        }
        cursor = 0
        return .stay
    }

    private var toggled: PromptQuery? {
        let choices = choices
        guard choices.indices.contains(cursor) else { return nil }
        return query.toggling(Self.fields[field], choices[cursor].value)
    }

    private mutating func go(by steps: Int) {
        let count = Self.fields.count
        field = (field + steps + count) % count
        narrowing = nil
        cursor = 0
    }

    private mutating func move(by steps: Int) { cursor = max(0, min(cursor + steps, choices.count - 1)) }
}
