import Foundation

extension PromptDetail {
    /// The tags one by one: some programs store them with commas between, some as a JSON array.
    public var tagList: [String] {
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
