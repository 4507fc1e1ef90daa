import PromptStore

/// Orders in words.
extension PromptOrder.Key {
    /// What it is called in a menu; no two begin with the same letter, which chooses it.
    var name: String {
        switch self {
        case .created: "created"
        case .updated: "updated"
        case .score: "score"
        case .rating: "rating"
        case .usage: "number of uses"
        }
    }
}

extension PromptOrder {
    /// What comes first.
    var direction: String {
        switch key {
        case .created, .updated: isDescending ? "newest first" : "oldest first"
        case .score, .rating: isDescending ? "highest first" : "lowest first"
        case .usage: isDescending ? "most first" : "fewest first"
        }
    }

    /// What a title says of it; nil for newest first, which nobody has asked for.
    var note: String? {
        let by: String? =
            switch key {
            case .created: nil
            case .updated: "by update"
            case .score: "by score"
            case .rating: "by rating"
            case .usage: "by use"
            }
        guard let by else { return isDescending ? nil : direction }
        return isDescending ? by : "\(by), \(direction)"
    }
}
