import Foundation
import GRDB

extension PromptStore {
    /// The longest comment, in bytes.
    public static let longestComment = 65_536

    /// Makes one change in one transaction: the row itself, the score that follows from it, and its inverse.
    ///
    /// When this returns, the change is on the disk.
    ///
    /// - Throws: what speaks against it; nothing has been changed then.
    public func make(_ change: Change) throws(StoreError) -> ChangeOutcome {
        let moment = Timestamp.text(seconds: Int(now))
        return try connections.write { database in
            let journal = Journal(database: database, sessionID: sessionID, moment: moment)
            switch change {
            case .rate(let promptID, let rating):
                try requirePrompt(promptID, in: database)
                let own = try FeedbackRow.ownRating(of: promptID, session: sessionID, in: database)
                let row = FeedbackRow(
                    id: try own?.id ?? FeedbackRow.nextID(in: database),
                    promptID: promptID,
                    rating: rating,
                    type: "rating",
                    text: own?.text,
                    sessionID: sessionID,
                    createdAt: moment
                )
                return try record(own, becomes: row, "rating \(rating)", journal, database)
            case .withdraw(let promptID):
                try requirePrompt(promptID, in: database)
                guard let own = try FeedbackRow.ownRating(of: promptID, session: sessionID, in: database) else {
                    throw StoreError.nothingToWithdraw
                }
                return try record(own, becomes: nil, "withdrawal of rating \(own.rating ?? 0)", journal, database)
            case .comment(let promptID, let text):
                try requirePrompt(promptID, in: database)
                let words = text.trimmingCharacters(in: .whitespacesAndNewlines)
                guard !words.isEmpty else { throw StoreError.emptyComment }
                let row = FeedbackRow(
                    id: try FeedbackRow.nextID(in: database),
                    promptID: promptID,
                    rating: nil,
                    type: "comment",
                    text: words,
                    sessionID: sessionID,
                    createdAt: moment
                )
                return try record(nil, becomes: row, "comment", journal, database)
            case .undo:
                guard let entry = try journal.newestToUndo() else { throw StoreError.nothingToUndo }
                try replace(entry.after, by: entry.before, entry.title, entry.promptID, database)
                try journal.markUndone(entry)
                return try outcome(entry.title, entry.promptID, database)
            case .redo:
                guard let entry = try journal.newestToRedo() else { throw StoreError.nothingToRedo }
                try replace(entry.before, by: entry.after, entry.title, entry.promptID, database)
                try journal.markRedone(entry)
                return try outcome(entry.title, entry.promptID, database)
            }
        }
    }

    private func requirePrompt(_ id: String, in database: Database) throws {
        guard try Row.fetchOne(database.cachedStatement(sql: PromptQueries.score), arguments: [id]) != nil else {
            throw StoreError.promptGone(id: id)
        }
    }

    /// A new change: what could be redone before can be no longer.
    private func record(
        _ before: FeedbackRow?,
        becomes after: FeedbackRow?,
        _ title: String,
        _ journal: Journal,
        _ database: Database
    ) throws -> ChangeOutcome {
        guard let promptID = after?.promptID ?? before?.promptID else { throw StoreError.nothingToUndo }
        let earlier = Journal.State(feedback: before, score: try StoredScore.find(promptID, in: database))
        try replace(earlier, by: Journal.State(feedback: after, score: nil), title, promptID, database)
        let later = Journal.State(feedback: after, score: try StoredScore.find(promptID, in: database))
        try journal.forgetUndone()
        try journal.append(title: title, promptID: promptID, before: earlier, after: later)
        return try outcome(title, promptID, database)
    }

    /// Puts one row in the place of another, either of which may be none, and the score in order.
    ///
    /// The score becomes the one that is asked for if it still is the old one; else it is computed from what there is.
    private func replace(
        _ old: Journal.State,
        by new: Journal.State,
        _ title: String,
        _ promptID: String,
        _ database: Database
    ) throws {
        try requirePrompt(promptID, in: database)
        let counted = try PhaseMeans.contribution(of: promptID, in: database)
        guard
            let id = new.feedback?.id ?? old.feedback?.id, try FeedbackRow.find(id, in: database) == old.feedback
        else { throw StoreError.changedSince(what: "the \(title)") }
        if let row = new.feedback { try row.save(in: database) } else { try FeedbackRow.delete(id, in: database) }
        let counts = try PhaseMeans.contribution(of: promptID, in: database)
        try PhaseMeans.add(
            count: counts.count - counted.count,
            sum: counts.sum - counted.sum,
            promptID: promptID,
            in: database
        )
        if let score = new.score, try StoredScore.find(promptID, in: database) == old.score {
            try score.save(for: promptID, in: database)
        } else if old.feedback?.rating != nil || new.feedback?.rating != nil {
            try Rescoring(database: database, now: now).rescore(promptID)
        }
    }

    private func outcome(_ title: String, _ promptID: String, _ database: Database) throws -> ChangeOutcome {
        let score = try Row.fetchOne(database, sql: PromptQueries.score, arguments: [promptID])?.number("score")
        return ChangeOutcome(
            promptID: promptID,
            title: title,
            rating: try FeedbackRow.newestRating(of: promptID, in: database),
            score: (score ?? .none).unlessZero
        )
    }
}
