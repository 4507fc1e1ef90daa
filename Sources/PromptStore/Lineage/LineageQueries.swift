/// The statements behind the lineage tree. Each reads a bounded number of rows along an index.
enum LineageQueries {
    static let columns = """
        p.id AS id, substr(CAST(p.content AS BLOB), 1, 400) AS opening,
        \(RowQueries.bytes("p.phase", as: "phase")), p.effectiveness_score AS score, p.parent_id AS parent_id,
        p.variant_of AS variant_of,
        p.created_at AS created_at, p.rowid AS tie
        """

    /// One prompt.
    static let node = "SELECT \(columns) FROM prompts p WHERE p.id = ?"

    /// What hangs on a prompt, oldest first: what was derived from it, and its variants that have no parent.
    ///
    /// Ties are broken by insertion, which is how the indexes have them: nothing needs to be sorted. The likelihood
    /// keeps SQLite from sorting all the same, which it prefers where it expects less than one row.
    static let children = """
        SELECT \(columns) FROM prompts p WHERE p.parent_id = :id
        UNION ALL
        SELECT \(columns) FROM prompts p WHERE p.variant_of = :id AND likelihood(p.parent_id IS NULL, 1.0)
        ORDER BY created_at, tie LIMIT :limit
        """

    /// The same by a table of our own, for files without an index for it. A row of that which the file has left
    /// behind is passed over.
    static let childrenByTable = """
        SELECT \(columns) FROM temp.pa_children c CROSS JOIN prompts p ON p.rowid = c.prompt
        WHERE c.ancestor = :id AND ifnull(p.parent_id, p.variant_of) = :id
        ORDER BY c.created_at, c.prompt LIMIT :limit
        """

    static let named = [NamedQuery("lineage: a prompt", node), NamedQuery("lineage: what hangs on it", children)]
}
