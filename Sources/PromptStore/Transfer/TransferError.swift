/// What can go wrong with an export or an import, as facts.
public enum TransferError: Equatable, Sendable {
    /// Another export is writing it, or it is no regular file.
    case outputBusy(path: String)
    /// There is no such file to import.
    case missing(path: String)
    /// It is a directory or the like.
    case notAFile(path: String)
    /// It is a database, not an export of one.
    case isDatabase(path: String)
    /// It is neither SQL nor JSON, or not of the kind that can be imported.
    case unreadable(path: String, line: Int, detail: String)
    /// It has a statement that no export has.
    case refused(path: String, line: Int, what: String)
    /// It ends before it is complete.
    case cutOff(path: String)
    /// It holds no prompts.
    case noLibrary(path: String)
    /// It comes from a generation whose values mean something else than those of the library.
    case otherGeneration(path: String, table: String)
    /// Rows with the key of one of the library differ from it.
    case conflicts(count: Int, first: String)

    /// The same among all that can go wrong.
    var fact: StoreError { .transfer(self) }

    /// One sentence: what happened, to what, what to do now.
    var sentence: String {
        switch self {
        case .outputBusy(let path):
            "\(path) is being written by another export, or is no regular file; name another file with --output."
        case .missing(let path): "There is no file \(path) to import; name another one with --file."
        case .notAFile(let path): "\(path) is not a file that can be imported; name an export with --file."
        case .isDatabase(let path):
            "\(path) is a database, not an export; open it with --database, or export it first with: prompt-alchemy export --format sql --database \(path)"
        case .unreadable(let path, let line, let detail):
            "\(path) cannot be read as an export (line \(line): \(detail)); nothing was changed, export the library again."
        case .refused(let path, let line, let what):
            "Line \(line) of \(path) has \(what), which no export has; nothing was changed, and nothing of it was run."
        case .cutOff(let path):
            "\(path) ends before it is complete; nothing was changed, export the library again."
        case .noLibrary(let path):
            "\(path) holds no table of prompts with id and content; nothing was changed, name an export with --file."
        case .otherGeneration(let path, let table):
            "The table \(table) in \(path) is of another generation than the library's; nothing was changed, import it into a new library with --database, and migrate that."
        case .conflicts(let count, let first):
            "\(count) rows differ from those of the library (the first: \(first)); nothing was changed, choose with --on-conflict skip or replace."
        }
    }
}
