import Foundation
import GRDB

extension PromptStore {
    /// The most prompts that a sentence names.
    static let mostCandidates = 5

    /// Finds the prompt that somebody means who gives an id, or enough of its beginning.
    ///
    /// - Returns: the whole id.
    /// - Throws: `StoreError.unknownPrompt` where there is none, `StoreError.ambiguousPrompt` where there are several.
    public func promptID(beginningWith beginning: String) throws(StoreError) -> String {
        // Nothing at all would mean the only prompt of a small library: what a script with an empty variable asks for.
        guard !beginning.isEmpty else { throw .unknownPrompt(beginning: beginning) }
        let following = try connections.read(.list) { database in
            try Row.fetchAll(
                database.cachedStatement(sql: PromptNaming.following),
                arguments: [beginning, Self.mostCandidates + 1]
            ).compactMap { $0.text("id") }
        }
        // By bytes, as the index has them: two writings of one letter are equal to Swift.
        let candidates = following.filter { $0.utf8.starts(with: beginning.utf8) }
        guard let first = candidates.first else { throw .unknownPrompt(beginning: beginning) }
        guard candidates.count == 1 || first.utf8.elementsEqual(beginning.utf8) else {
            throw .ambiguousPrompt(beginning: beginning, candidates: candidates)
        }
        return first
    }

    /// Reads the text of a prompt, all of it and just as it is stored, which need not be UTF-8.
    ///
    /// - Throws: `StoreError.promptGone` where there is no prompt of this id.
    public func text(of id: String) throws(StoreError) -> Data {
        try connections.read(.dossier) { database in
            guard let row = try Row.fetchOne(database.cachedStatement(sql: PromptNaming.text), arguments: [id]) else {
                throw StoreError.promptGone(id: id)
            }
            return row["content"] as Data? ?? Data()
        }
    }
}

/// The statements behind what is asked for by an id.
enum PromptNaming {
    /// The ids from a text onwards, in the order of their bytes; those that begin with it come first.
    ///
    /// An id that is a blob, which nobody can type, sorts behind all text and so behind the empty blob.
    static let following = "SELECT id FROM prompts WHERE id >= ? AND id < x'' ORDER BY id LIMIT ?"

    static let text = "SELECT \(RowQueries.bytes("content")) FROM prompts WHERE id = ?"

    static let named = [NamedQuery("ids from a text onwards", following), NamedQuery("whole text", text)]
}
