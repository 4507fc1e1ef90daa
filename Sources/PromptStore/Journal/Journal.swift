import Foundation
import GRDB

/// What was changed by this program, so that it can be undone, by this run or, when it has ended, by another.
struct Journal {
    /// What a change leaves, or finds: a row of feedback, where there is one, and the score of its prompt.
    struct State: Codable {
        let feedback: FeedbackRow?
        let score: StoredScore?
    }

    /// One change.
    struct Entry {
        let id: Int64
        let title: String
        let promptID: String
        let before: State
        let after: State
    }

    /// Older entries are forgotten.
    static let mostEntries = 10_000
    /// So are those that come on top of this many bytes of newer ones.
    static let mostBytes = 50_000_000
    /// Entries up to this many bytes could not fill the journal if there were only such ones.
    private static let smallEntry = mostBytes / mostEntries

    private static let ownChange =
        "SELECT * FROM pa_journal WHERE undone_by IS NULL AND session_id = ? ORDER BY id DESC LIMIT 1"
    private static let changes = "SELECT * FROM pa_journal WHERE undone_by IS NULL ORDER BY id DESC"
    private static let undone = "SELECT * FROM pa_journal WHERE undone_by = ? ORDER BY undone_order DESC LIMIT 1"

    static let named = [
        NamedQuery("journal: own change", ownChange), NamedQuery("journal: changes", changes),
        NamedQuery("journal: undone", undone),
    ]

    let database: Database
    let sessionID: String
    let moment: String

    func append(title: String, promptID: String, before: State, after: State) throws {
        let before = try Self.encoded(before)
        let after = try Self.encoded(after)
        try database.execute(
            sql: """
                INSERT INTO pa_journal (session_id, process_id, made_at, title, prompt_id, before, after)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                sessionID, Int(getpid()), moment, title, promptID, before, after,
            ]
        )
        try database.execute(
            sql: "DELETE FROM pa_journal WHERE id <= ?",
            arguments: [database.lastInsertedRowID - Int64(Self.mostEntries)]
        )
        if before.utf8.count + after.utf8.count > Self.smallEntry { try forgetBytes() }
    }

    private func forgetBytes() throws {
        try database.execute(
            sql: """
                DELETE FROM pa_journal WHERE id IN (SELECT id FROM (
                  SELECT id, sum(length(CAST(before AS BLOB)) + length(CAST(after AS BLOB))) OVER (ORDER BY id DESC) AS bytes FROM pa_journal)
                  WHERE bytes > ?)
                """,
            arguments: [Self.mostBytes]
        )
    }

    /// The last change of this run, or else of a run that has ended.
    func newestToUndo() throws -> Entry? {
        let own = try Row.fetchOne(database, sql: Self.ownChange, arguments: [sessionID])
        if let own { return try Self.entry(own) }
        let others = try Row.fetchCursor(database, sql: Self.changes)
        while let row = try others.next() {
            if !Self.isRunning(row["process_id"]) { return try Self.entry(row) }
        }
        return nil
    }

    /// The change that this run has undone last.
    func newestToRedo() throws -> Entry? {
        try Row.fetchOne(database, sql: Self.undone, arguments: [sessionID]).map(Self.entry)
    }

    func markUndone(_ entry: Entry) throws {
        try database.execute(
            sql: """
                UPDATE pa_journal SET undone_by = ?,
                  undone_order = (SELECT ifnull(max(undone_order), 0) + 1 FROM pa_journal) WHERE id = ?
                """,
            arguments: [sessionID, entry.id]
        )
    }

    /// The change is this run's now, whoever made it first.
    func markRedone(_ entry: Entry) throws {
        try database.execute(
            sql: """
                UPDATE pa_journal SET undone_by = NULL, undone_order = NULL, session_id = ?, process_id = ? WHERE id = ?
                """,
            arguments: [sessionID, Int(getpid()), entry.id]
        )
    }

    /// Gives up what this run has undone: it can be redone no longer.
    func forgetUndone() throws {
        try database.execute(sql: "DELETE FROM pa_journal WHERE undone_by = ?", arguments: [sessionID])
    }

    private static func entry(_ row: Row) throws -> Entry {
        Entry(
            id: row["id"],
            title: row["title"],
            promptID: row["prompt_id"],
            before: try decoded(row["before"]),
            after: try decoded(row["after"])
        )
    }

    private static func encoded(_ state: State) throws -> String {
        String(decoding: try JSONEncoder().encode(state), as: UTF8.self)
    }

    private static func decoded(_ text: String) throws -> State {
        try JSONDecoder().decode(State.self, from: Data(text.utf8))
    }

    private static func isRunning(_ processID: Int) -> Bool {
        processID == Int(getpid()) || kill(pid_t(truncatingIfNeeded: processID), 0) == 0 || errno == EPERM
    }
}
