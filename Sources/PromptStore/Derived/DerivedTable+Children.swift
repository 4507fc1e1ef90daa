import GRDB

extension DerivedTable {
    /// What hangs on each prompt, for files that have no index to look that up.
    static let children = DerivedTable(
        name: "pa_children",
        layout: """
            CREATE TEMP TABLE pa_children (ancestor TEXT, created_at, prompt INTEGER,
              PRIMARY KEY (ancestor, created_at, prompt)) WITHOUT ROWID
            """,
        filling: """
            INSERT OR IGNORE INTO temp.pa_children
            SELECT ifnull(p.parent_id, p.variant_of), ifnull(p.created_at, ''), p.rowid FROM prompts p
            WHERE p.rowid > :after AND p.rowid <= :upTo AND ifnull(p.parent_id, p.variant_of) IS NOT NULL
            """
    )
}
