/// What an export is written as.
public enum ExportFormat: String, CaseIterable, Sendable {
    /// Statements that the sqlite3 shell and `import` read back.
    case sql
    /// What docs/transfer.md describes; `import` reads it back.
    case json
}

/// Which prompts an export is narrowed to.
public enum ExportChoice: Equatable, Sendable {
    /// Those made at this moment or later.
    case since(Timestamp)
    /// Those with these ids; what is not in the library is passed over.
    case prompts(ids: [String])
}

/// Where an export goes.
public enum ExportTarget: Equatable, Sendable {
    /// A new file, readable by its owner only.
    case file(path: String)
    /// An open file descriptor, which stays open.
    case descriptor(Int32)
}
