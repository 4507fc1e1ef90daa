import GRDB

/// What the table of prompts has in this file, and how its writer fills it.
struct PromptColumns {
    let shape: TableShape
    private let database: Database

    init(_ recording: Recording) throws {
        shape = try recording.shape(of: "prompts")
        database = recording.database
    }

    static func key(_ id: String) -> RowKey { RowKey(column: "id", value: .text(id)) }

    /// Values of a prompt, of those of the columns that there are.
    func image(of id: String, _ columns: [String]) throws -> RowImage {
        let columns = columns.filter(shape.has)
        guard let image = try RowImage.read("prompts", Self.key(id), columns: columns, in: database) else {
            throw StoreError.promptGone(id: id)
        }
        return image
    }

    /// Older generations write tags as JSON; only they have these columns.
    var tagStyle: TagColumn.Style {
        shape.has("temperature") || shape.has("content_hash") ? .json : .separated(by: ",")
    }

    /// The generation whose times are numbers, and whose prompts name themselves as their parents.
    var isWithoutVectors: Bool { shape.has("session_id") && !shape.has("embedding") }

    /// The columns from which the style of a prompt's moments is told, the better one first.
    let moments = ["updated_at", "created_at"]

    /// What a change of a prompt leaves in it beside what was changed: the moment, in the prompt's own style.
    func touched(_ present: RowImage, at now: Double) -> [RowCell] {
        guard shape.has("updated_at") else { return [] }
        let sample = moments.compactMap { present[$0] }.first { $0 != .null }
        return [RowCell("updated_at", MomentStyle(sample: sample ?? usualMoment).value(of: now))]
    }

    /// A moment of the newest prompt, or one in the style of the generation.
    func newestMoment() throws -> StoredValue {
        guard let newest = try newest("created_at"), newest != .null else { return usualMoment }
        return newest
    }

    private var usualMoment: StoredValue { isWithoutVectors ? .integer(0) : .null }

    /// The hash of a text, in the style of another; nil where the file has none.
    func hash(of text: String, like other: StoredValue?) throws -> [RowCell] {
        guard shape.has("content_hash") else { return [] }
        let mark = "sha256_"
        let sample = try other ?? newest("content_hash")
        let isMarked = sample?.string?.hasPrefix(mark) ?? false
        return [RowCell("content_hash", .text((isMarked ? mark : "") + SHA256.hex(text.utf8)))]
    }

    /// Another prompt with a hash.
    func other(withHash hash: StoredValue) throws -> String? {
        let sql = "SELECT id FROM main.prompts WHERE content_hash = \(hash.placeholder)"
        return try String.fetchOne(database, sql: sql, arguments: StatementArguments(hash.arguments))
    }

    private func newest(_ column: String) throws -> StoredValue? {
        guard shape.has(column) else { return nil }
        let sql = "SELECT \(StoredValue.selection(column)) FROM main.prompts ORDER BY rowid DESC LIMIT 1"
        return try Row.fetchOne(database, sql: sql).map { StoredValue($0, at: 0) }
    }
}
