import Foundation

/// The tags of a prompt, in the way that its file has of writing them down.
struct TagColumn: Equatable {
    /// How tags are written.
    enum Style: Equatable {
        /// As an array of JSON.
        case json
        /// One after the other, with this between them.
        case separated(by: String)
    }

    let style: Style
    var tags: [String]

    /// Reads the column.
    ///
    /// - Parameter usual: the style of the file, where the column itself tells none.
    /// - Returns: nil for what is neither; nobody knows what writing it anew would lose.
    init?(_ stored: StoredValue, usual: Style) {
        let text: String
        switch stored {
        case .null: text = ""
        case .text(let bytes):
            guard let valid = String(validating: bytes, as: UTF8.self), !valid.contains("\0") else { return nil }
            text = valid.trimmingCharacters(in: .whitespacesAndNewlines)
        case .integer, .real, .blob: return nil
        }
        if text.isEmpty {
            (style, tags) = (usual, [])
        } else if text == "null" {
            (style, tags) = (.json, [])
        } else if text.hasPrefix("[") {
            guard let listed = try? JSONDecoder().decode([String].self, from: Data(text.utf8)) else { return nil }
            (style, tags) = (.json, listed)
        } else if text.hasPrefix("{") {
            return nil
        } else {
            style = .separated(by: text.contains(", ") ? ", " : ",")
            tags = Self.list(text)
        }
    }

    /// The tags of a line that a person types: what is between its commas.
    static func list(_ line: String) -> [String] { cleaned(line.split(separator: ",").map(String.init)) }

    /// Each tag once, without blanks around it.
    static func cleaned(_ tags: [String]) -> [String] {
        var seen: Set<String> = []
        return tags.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
            .filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    /// The column's value.
    ///
    /// - Throws: `StoreError.unusableTag` for one with a comma where commas separate them.
    func stored() throws -> StoredValue {
        switch style {
        case .json:
            let encoder = JSONEncoder()
            encoder.outputFormatting = .withoutEscapingSlashes
            return .text(try encoder.encode(tags))
        case .separated(let separator):
            if let tag = tags.first(where: { $0.contains(",") }) { throw StoreError.unusableTag(tag) }
            return .text(tags.joined(separator: separator))
        }
    }
}
