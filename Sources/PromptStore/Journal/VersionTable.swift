import Foundation
import GRDB

/// Where the texts of prompts are kept: `enhancement_history`, or beside it where its rows have no room for a text.
struct VersionTable {
    static let table = "enhancement_history"
    /// The texts of a history that has no column for them.
    static let texts = "pa_versions"

    private let recording: Recording
    private let author: String
    private let shape: TableShape
    private let holdsTexts: Bool

    /// Adds what the file lacks to keep texts.
    init(_ recording: Recording, author: String) throws {
        self.recording = recording
        self.author = author
        let found = try TableShape(Self.table, in: recording.database)
        if found.columns.isEmpty {
            try recording.database.execute(sql: LibrarySchema.enhancementHistory)
        } else if !found.has("updated_content") {
            try recording.database.execute(sql: LibrarySchema.ownVersions)
        }
        shape = try recording.shape(of: Self.table)
        holdsTexts = shape.has("updated_content")
    }

    /// The text that was kept last of a prompt; nil where none is.
    func newestText(of id: String) throws -> StoredValue? {
        let text = StoredValue.selection("updated_content")
        let source =
            holdsTexts
            ? "main.\(Self.table) h" : "main.\(Self.table) h JOIN main.\(Self.texts) v ON v.history_id = h.id"
        let sql = "SELECT \(text) FROM \(source) WHERE h.prompt_id = ? ORDER BY h.rowid DESC LIMIT 1"
        return try Row.fetchOne(recording.database, sql: sql, arguments: [id]).map { StoredValue($0, at: 0) }
    }

    func append(_ content: StoredValue, reason: String?, isOwn: Bool, at moment: StoredValue, of id: String) throws {
        let noted = [
            RowCell("updated_content", content), RowCell("update_reason", .text(reason)),
            RowCell("updated_by", isOwn ? .text(author) : .null),
        ]
        var cells = [RowCell("prompt_id", .text(id)), RowCell("created_at", moment)]
        let rowID = UUID().uuidString.lowercased()
        if shape.has("enhancement_type") {
            cells += [
                RowCell("id", .text(rowID)), RowCell("enhancement_type", .text("refinement")),
                RowCell("enhancement_method", .text("manual")),
            ]
        }
        if holdsTexts { cells += noted }
        try recording.insert(Self.table, cells, of: id)
        if !holdsTexts { try recording.insert(Self.texts, [RowCell("history_id", .text(rowID))] + noted, of: id) }
    }
}
