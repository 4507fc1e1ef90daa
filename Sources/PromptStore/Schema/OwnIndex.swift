import GRDB

/// An index of our own, for what the documented ones cannot serve without reading the whole library.
///
/// A new library has them from the start, an older one gets them when it is optimized or migrated.
struct OwnIndex: Sendable {
    let table: String
    let name: String
    let columns: [String]
    /// The rows that it leaves out have nothing in this column.
    var known: String?

    /// All of them.
    static let all = [
        OwnIndex(
            table: "prompts",
            name: "pa_prompts_parent_id",
            columns: ["parent_id", "created_at"],
            known: "parent_id"
        ),
        OwnIndex(
            table: "prompts",
            name: "pa_prompts_variant_of",
            columns: ["variant_of", "created_at"],
            known: "variant_of"
        ),
        OwnIndex(table: "prompts", name: "pa_prompts_updated_at", columns: ["updated_at"]),
        OwnIndex(table: "prompts", name: "pa_prompts_usage_count", columns: ["usage_count"]),
        OwnIndex(table: "prompts", name: "pa_prompts_phase_created_at", columns: ["phase", "created_at"]),
        OwnIndex(
            table: "user_feedback",
            name: "pa_user_feedback_newest",
            columns: ["prompt_id", "created_at"],
            known: "rating"
        ),
        OwnIndex(table: "user_feedback", name: "pa_user_feedback_rating", columns: ["rating"], known: "rating"),
    ]

    /// Makes it.
    var sql: String {
        let condition = known.map { " WHERE \($0) IS NOT NULL" } ?? ""
        return "CREATE INDEX main.\(name) ON \(table)(\(columns.joined(separator: ", ")))\(condition)"
    }

    /// Those that a file lacks, though it has the columns.
    static func missing(in database: Database) throws -> [OwnIndex] {
        let layout = try LibraryLayout(database)
        let names = Set(try String.fetchAll(database, sql: "SELECT name FROM main.sqlite_schema WHERE type = 'index'"))
        return all.filter { index in
            !names.contains(index.name) && index.columns.allSatisfy { layout.has(index.table, $0) }
        }
    }
}
