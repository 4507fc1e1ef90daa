import Foundation

extension PromptDetail {
    /// The tags one by one: some programs store them with commas between, some as a JSON array.
    public var tagList: [String] { Tags.list(tags) }
}

extension PromptRow.Facts {
    /// The tags one by one, where all of them are there.
    public var tagList: [String] { Tags.list(tags) }
}

/// The two ways in which tags are stored.
private enum Tags {
    static func list(_ tags: String?) -> [String] {
        guard let tags else { return [] }
        let listed: [String]
        if tags.hasPrefix("["), let array = try? JSONDecoder().decode([String].self, from: Data(tags.utf8)) {
            listed = array
        } else {
            listed = tags == "null" ? [] : tags.split(separator: ",").map(String.init)
        }
        return listed.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
    }
}
