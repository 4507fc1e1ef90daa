import GRDB

/// A tag, and how many prompts have it.
public struct TagCount: Equatable, Sendable {
    /// The tag.
    public let tag: String
    /// How many prompts have it.
    public let count: Int
}

extension PromptStore {
    /// The most different tags that are counted; what a library has beyond them is not offered.
    static let mostTags = 20_000

    /// Finds the tags of the library that begin with some letters of either case, the most frequent ones first.
    ///
    /// - Throws: `StoreError.cancelled` when `cancellation` was thrown.
    public func tags(
        beginningWith beginning: String,
        limit: Int,
        cancellation: Cancellation
    ) throws(StoreError) -> [TagCount] {
        try connections.read(.tags, cancellation: cancellation) { database in
            let beginning = beginning.lowercased()
            var counts: [String: Int] = [:]
            let rows = try Row.fetchCursor(database.cachedStatement(sql: TagQueries.all))
            while let row = try rows.next() {
                guard let stored = row.text("tags"), let count = row["count"] as Int?,
                    let column = TagColumn(.text(stored), usual: .json)
                else { continue }
                for tag in TagColumn.cleaned(column.tags) where tag.lowercased().hasPrefix(beginning) {
                    if counts.count < Self.mostTags || counts[tag] != nil { counts[tag, default: 0] += count }
                }
            }
            let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            return sorted.prefix(limit).map { TagCount(tag: $0.key, count: $0.value) }
        }
    }
}

/// The statements about tags.
enum TagQueries {
    /// Most prompts share their tags with others: each combination is taken apart once, along the index of tags.
    static let all = "SELECT tags, count(*) AS count FROM prompts WHERE tags IS NOT NULL GROUP BY tags"

    static let named = [NamedQuery("tags", all)]
}
