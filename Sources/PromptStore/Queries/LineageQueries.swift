/// The statements behind the lineage tree. Each reads a bounded number of rows along an index.
enum LineageQueries {
    private static let columns = """
        p.id AS id, substr(CAST(p.content AS BLOB), 1, 240) AS excerpt, p.phase AS phase,
        p.effectiveness_score AS score, p.parent_id AS parent_id, p.variant_of AS variant_of,
        p.created_at AS created_at
        """

    /// One prompt.
    static let node = "SELECT \(columns) FROM prompts p WHERE p.id = ?"

    /// What hangs on a prompt, oldest first: what was derived from it, and its variants that have no parent.
    static let children = """
        SELECT \(columns) FROM prompts p WHERE p.parent_id = :id
        UNION ALL
        SELECT \(columns) FROM prompts p WHERE p.variant_of = :id AND p.parent_id IS NULL
        ORDER BY created_at, id LIMIT :limit
        """

    static let named = [NamedQuery("lineage: a prompt", node), NamedQuery("lineage: what hangs on it", children)]
}
