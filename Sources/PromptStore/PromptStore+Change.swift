import Foundation
import GRDB

extension PromptStore {
    /// The longest comment, in bytes.
    public static let longestComment = 65_536

    /// Makes one change in one transaction: the rows themselves, the scores that follow from them, and its inverse.
    ///
    /// When this returns, the change is on the disk.
    ///
    /// - Throws: what speaks against it; nothing has been changed then.
    public func make(_ change: Change) throws(StoreError) -> ChangeOutcome {
        try connections.write { try make(change, sessionID: sessionID, seconds: now, in: $0) }
    }

    /// Makes a change of any run in a transaction that is open.
    ///
    /// - Parameter seconds: when it was asked for, since 1970.
    func make(
        _ change: Change,
        sessionID: String,
        seconds: Double,
        in database: Database
    ) throws -> ChangeOutcome {
        let moment = Timestamp.text(seconds: Int(seconds))
        let journal = Journal(database: database, sessionID: sessionID, moment: moment)
        switch change {
        case .undo:
            guard let entry = try journal.newestToUndo() else { throw StoreError.nothingToUndo }
            try Replay(database: database, now: now).run(entry, isForward: false, journal)
            try journal.markUndone(entry)
            return try outcome(entry.title, entry.promptID, entry.promptCount, database)
        case .redo:
            guard let entry = try journal.newestToRedo() else { throw StoreError.nothingToRedo }
            try Replay(database: database, now: now).run(entry, isForward: true, journal)
            try journal.markRedone(entry)
            return try outcome(entry.title, entry.promptID, entry.promptCount, database)
        default:
            let recording = try Recording(journal, now: now)
            let making = ChangeMaking(recording: recording, sessionID: sessionID, author: author, moment: moment)
            let made = try making.make(change)
            try recording.finish(title: made.title)
            return try outcome(made.title, made.promptID, recording.count, database)
        }
    }

    private func outcome(
        _ title: String,
        _ promptID: String,
        _ count: Int,
        _ database: Database
    ) throws -> ChangeOutcome {
        let statement = try database.cachedStatement(sql: PromptQueries.score)
        let score = try Row.fetchOne(statement, arguments: [promptID])?.number("score")
        return ChangeOutcome(
            promptID: promptID,
            promptCount: count,
            title: title,
            rating: try FeedbackRow.newestRating(of: promptID, in: database),
            score: (score ?? .none).unlessZero
        )
    }
}
