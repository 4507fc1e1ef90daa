import GRDB

extension PromptRow.Facts {
    /// What a statement that reads them selects of the prompt `p`.
    static let columns = """
        \(beginning("provider")), \(beginning("model")), \(beginning("persona")), \(beginning("tags")),
          p.usage_count AS usage_count, p.created_at AS created_at, p.updated_at AS updated_at
        """

    /// The beginning of a text that may be of any length.
    private static func beginning(_ column: String) -> String {
        "substr(CAST(p.\(column) AS BLOB), 1, 200) AS \(column)"
    }

    init(_ row: Row) {
        provider = row.text("provider") ?? ""
        model = row.text("model") ?? ""
        persona = row.text("persona")
        tags = row.text("tags")
        usageCount = row.number("usage_count")
        createdAt = row.timestamp("created_at")
        updatedAt = row.timestamp("updated_at")
    }
}
