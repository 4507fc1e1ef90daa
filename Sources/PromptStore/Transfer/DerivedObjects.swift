/// What a library has that can be made again from the rest, or is of use in this very file only: an export leaves it out.
enum DerivedObjects {
    /// The sums behind the priors of scores, and the memory of maintenance.
    private static let tables: Set<String> = ["pa_phase_ratings", "pa_tasks"]
    /// The beginnings of names of full-text indexes and of quantised vectors.
    private static let beginnings = ["pa_fts", "pa_search", "pa_vector"]

    /// Whether a table is one of these; virtual tables and what is behind them are so, too, whatever they are called.
    static func contains(table name: String) -> Bool {
        let name = name.lowercased()
        return tables.contains(name) || beginnings.contains { name.hasPrefix($0) }
    }

    /// Whether a trigger is one of ours, which only keep such tables up to date.
    static func contains(trigger name: String) -> Bool { name.lowercased().hasPrefix("pa_") }
}
