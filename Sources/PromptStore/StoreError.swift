/// What can go wrong with a library, as facts. `StoreError.sentence` says it in words.
public enum StoreError: Error, Equatable, Sendable {
    /// There is no such file.
    case missing(path: String)
    /// The file, or the database in it, is empty.
    case empty(path: String)
    /// The path names a directory.
    case directory(path: String)
    /// The path names a socket, a device or the like.
    case notRegular(path: String)
    /// The system refuses access.
    case noPermission(path: String)
    /// The content is SQL text, such as a dump.
    case sqlText(path: String)
    /// The content is JSON text.
    case jsonText(path: String)
    /// The content is something else: another format, or an encrypted database.
    case notSQLite(path: String)
    /// The file ends before the database does.
    case truncated(path: String, expectedBytes: Int, actualBytes: Int)
    /// SQLite finds the file damaged.
    case corrupt(path: String)
    /// A SQLite database without a table of prompts.
    case otherApplication(path: String, tables: [String])
    /// A library that a newer version of this program has changed.
    case newer(path: String, step: String)
    /// A lock is held for longer than we wait, by whom where the system shows it.
    case locked(path: String, by: LockHolder? = nil)
    /// The file has triggers or views of unknown origin, which nobody has allowed yet.
    case foreignObjects(path: String, [ForeignObject])
    /// There is no room left.
    case diskFull(path: String)
    /// The file, its directory or the whole run is read-only.
    case readOnly(path: String)
    /// The system failed to read or write.
    case inputOutput(path: String, detail: String)
    /// The file that was to be created is there already.
    case alreadyExists(path: String)
    /// The file that was to be written is there already.
    case fileExists(path: String)
    /// There is less room on the filesystem of a file than is needed.
    case noRoom(path: String, neededBytes: Int, freeBytes: Int)
    /// The prompt is no longer in the library.
    case promptGone(id: String)
    /// No id is this, or begins with it.
    case unknownPrompt(beginning: String)
    /// Several ids begin with this; the first of them, one more than a sentence names where there are many.
    case ambiguousPrompt(beginning: String, candidates: [String])
    /// There is no rating of this run to withdraw.
    case nothingToWithdraw
    /// There is nothing to undo.
    case nothingToUndo
    /// There is nothing to redo.
    case nothingToRedo
    /// What was to be undone or redone has been changed since.
    case changedSince(what: String)
    /// A comment without words.
    case emptyComment
    /// What was to be edited or withdrawn was not said by this run, or is gone.
    case notOwnFeedback
    /// A prompt without text.
    case emptyText
    /// The text of a prompt is none, or is not UTF-8.
    case unreadableText(id: String)
    /// The column of tags holds something that is neither a list with commas nor an array of JSON.
    case unreadableTags(id: String)
    /// A tag that its file could not tell from two.
    case unusableTag(String)
    /// The file allows each text once, and another prompt has it.
    case sameText(id: String)
    /// Something of an export or an import.
    case transfer(TransferError)
    /// The work was given up because newer work replaced it.
    case cancelled
    /// A migration was taken back, for something was not as before: the name of the check, and what it found.
    case notAsBefore(path: String, check: String, found: String)
    /// SQLite reports something unforeseen.
    case database(path: String, detail: String)
}
