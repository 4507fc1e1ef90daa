/// What an export is written as.
public enum ExportFormat: String, CaseIterable, Sendable {
    /// Statements that the sqlite3 shell and `import` read back.
    case sql
    /// What docs/transfer.md describes; `import` reads it back.
    case json
}

/// Where an export goes.
public enum ExportTarget: Equatable, Sendable {
    /// A new file, readable by its owner only.
    case file(path: String)
    /// An open file descriptor, which stays open.
    case descriptor(Int32)
}
