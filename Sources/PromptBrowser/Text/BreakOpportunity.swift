/// Remembers the last place of a line where it may be broken.
struct BreakOpportunity {
    /// The byte offset that would start the next line; nil while a break would leave nothing but
    /// indentation behind.
    private(set) var offset: Int?
    private var hasWord = false
    private var wasSpace = false
    private var wasWide = false

    /// Takes note of the cluster shown as `cells` that begins at `start`.
    mutating func see(_ cells: [DisplayCharacter], isSpace: Bool, at start: Int) {
        let wide = cells.count == 1 ? cells.first.flatMap { $0.width == 2 ? $0 : nil } : nil
        let isBetweenWide = wasWide && wide.map { !Self.closing.contains($0.text) } ?? false
        if !isSpace, hasWord, wasSpace || isBetweenWide { offset = start }
        hasWord = hasWord || !isSpace
        wasSpace = isSpace
        wasWide = wide.map { !Self.opening.contains($0.text) } ?? false
    }

    /// Must not begin a line, by the custom of Chinese and Japanese printing.
    private static let closing: Set<String> = [
        "、", "。", "，", "．", "！", "？", "：", "；", "）", "」", "』", "】", "〉", "》", "〕", "］", "｝", "ー",
    ]

    /// Must not end a line.
    private static let opening: Set<String> = ["（", "「", "『", "【", "〈", "《", "〔", "［", "｛"]
}
