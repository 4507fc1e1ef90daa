import Foundation
import GRDB

/// What was changed by this program, so that it can be undone, by this run or, when it has ended, by another.
struct Journal {
    /// One change. What it did to each row is in `pa_journal_rows`.
    struct Entry {
        let id: Int64
        let title: String
        /// The first of the prompts that were changed, and how many there were.
        let promptID: String
        let promptCount: Int
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

    private static let back = "SELECT prompt_id, change FROM pa_journal_rows WHERE entry_id = ? ORDER BY id DESC"
    private static let forth = "SELECT prompt_id, change FROM pa_journal_rows WHERE entry_id = ? ORDER BY id"

    static let named = [
        NamedQuery("journal: own change", ownChange), NamedQuery("journal: changes", changes),
        NamedQuery("journal: undone", undone), NamedQuery("journal: rows, last first", back),
        NamedQuery("journal: rows", forth),
    ]

    let database: Database
    let sessionID: String
    let moment: String

    /// Begins an entry.
    func open() throws -> Int64 {
        try database.execute(
            sql: """
                INSERT INTO pa_journal (session_id, process_id, made_at, title, prompt_id, prompt_count, bytes)
                VALUES (?, ?, ?, '', '', 0, 0)
                """,
            arguments: [sessionID, Int(getpid()), moment]
        )
        return database.lastInsertedRowID
    }

    /// Notes what was done to a row.
    ///
    /// - Returns: the bytes that it takes.
    func note(_ change: RowChange, of promptID: String, in entryID: Int64) throws -> Int {
        let bytes = change.bytes
        try database.cachedStatement(
            sql: "INSERT INTO pa_journal_rows (entry_id, prompt_id, change) VALUES (?, ?, ?)"
        ).execute(arguments: [entryID, promptID, bytes])
        return bytes.count
    }

    /// Ends an entry: what was undone before can be redone no longer, and what is too old is forgotten.
    func close(_ entryID: Int64, title: String, promptID: String, promptCount: Int, bytes: Int) throws {
        try database.execute(
            sql: "UPDATE pa_journal SET title = ?, prompt_id = ?, prompt_count = ?, bytes = ? WHERE id = ?",
            arguments: [title, promptID, promptCount, bytes, entryID]
        )
        try forget("undone_by = ?", sessionID)
        try forget("id <= ?", entryID - Int64(Self.mostEntries))
        if bytes > Self.smallEntry {
            try forget(
                """
                id IN (SELECT id FROM (SELECT id, sum(bytes) OVER (ORDER BY id DESC) AS total FROM pa_journal)
                  WHERE total > ?)
                """,
                Self.mostBytes
            )
        }
    }

    /// Takes back an entry in which nothing was noted.
    func discard(_ entryID: Int64) throws { try forget("id = ?", entryID) }

    private func forget(_ condition: String, _ value: some DatabaseValueConvertible) throws {
        try database.execute(
            sql: "DELETE FROM pa_journal_rows WHERE entry_id IN (SELECT id FROM pa_journal WHERE \(condition))",
            arguments: [value]
        )
        try database.execute(sql: "DELETE FROM pa_journal WHERE \(condition)", arguments: [value])
    }

    /// What an entry did to each row, last first unless `isForward`.
    func rows(of entry: Entry, isForward: Bool) throws -> RowCursor {
        try Row.fetchCursor(database, sql: isForward ? Self.forth : Self.back, arguments: [entry.id])
    }

    /// The last change of this run, or else of a run that has ended.
    func newestToUndo() throws -> Entry? {
        let own = try Row.fetchOne(database, sql: Self.ownChange, arguments: [sessionID])
        if let own { return Self.entry(own) }
        let others = try Row.fetchCursor(database, sql: Self.changes)
        while let row = try others.next() {
            if !Self.isRunning(row["process_id"]) { return Self.entry(row) }
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

    private static func entry(_ row: Row) -> Entry {
        Entry(id: row["id"], title: row["title"], promptID: row["prompt_id"], promptCount: row["prompt_count"])
    }

    private static func isRunning(_ processID: Int) -> Bool {
        processID == Int(getpid()) || kill(pid_t(truncatingIfNeeded: processID), 0) == 0 || errno == EPERM
    }
}
