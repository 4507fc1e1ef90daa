/// Finds what somebody may have meant.
enum Spelling {
    /// The one of the words that is nearest to another; nil where none is near.
    static func nearest(to word: String, in words: [String]) -> String? {
        let ranked = words.map { (word: $0, distance: distance(word.lowercased(), $0)) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance <= max(2, word.count / 3) ? best.word : nil
    }

    /// The letters to insert, remove or exchange to make one word of the other (Levenshtein's distance).
    private static func distance(_ one: String, _ other: String) -> Int {
        let other = Array(other)
        var row = Array(0...other.count)
        for (line, letter) in one.enumerated() {
            var previous = row
            previous[0] = line + 1
            for column in other.indices {
                let exchange = row[column] + (letter == other[column] ? 0 : 1)
                previous[column + 1] = min(exchange, row[column + 1] + 1, previous[column] + 1)
            }
            row = previous
        }
        return row[other.count]
    }
}
