import Foundation
import GRDB

/// Carries out what a person asks for, on the rows of the file.
struct ChangeMaking {
    let recording: Recording
    let sessionID: String
    /// Who edits.
    let author: String
    /// Now, as feedback notes it.
    let moment: String

    var database: Database { recording.database }

    /// What was done in a few words, and the first prompt it was done to.
    typealias Made = (title: String, promptID: String)

    func make(_ change: Change) throws -> Made {
        switch change {
        case .rate(let ids, let rating): try rate(ids, rating)
        case .withdraw(let ids): try withdraw(ids)
        case .comment(let id, let text): try comment(id, text)
        case .editComment(let row, let id, let text): try editComment(row, id, text)
        case .withdrawFeedback(let row, let id): try withdrawFeedback(row, id)
        case .tag(let ids, let add, let remove): try tag(ids, add: add, remove: remove)
        case .setTags(let id, let tags): try setTags(of: id, tags)
        case .use(let id): try use(id)
        case .add(let prompt): try add(prompt)
        case .edit(let id, let text, let reason): try edit(id, text, reason: reason)
        case .delete(let ids): try delete(ids)
        case .undo, .redo: throw StoreError.nothingToUndo
        }
    }

    /// Those of the prompts that are in the file: with many, what another program has deleted is no reason to stop.
    func present(_ ids: [String]) throws -> [String] {
        let present = try ids.filter(isPresent)
        if present.isEmpty { throw StoreError.promptGone(id: ids.first ?? "") }
        return present
    }

    func requirePrompt(_ id: String) throws {
        guard try isPresent(id) else { throw StoreError.promptGone(id: id) }
    }

    private func isPresent(_ id: String) throws -> Bool {
        try Row.fetchOne(database.cachedStatement(sql: PromptQueries.score), arguments: [id]) != nil
    }

    /// `rating 4`, or `rating 4 of 12 prompts`.
    func title(_ words: String, of count: Int) -> String { count == 1 ? words : "\(words) of \(count) prompts" }
}
