/// What has become of the rows of one table.
struct ImportCounts: Equatable {
    let table: String
    /// Rows that the library did not have.
    var new = 0
    /// Rows that it had already.
    var same = 0
    /// Rows that it has with other values.
    var conflict = 0
    /// Rows that it cannot hold.
    var refused = 0
    /// The key of the first row in conflict, and why the first was refused, in words.
    var firstConflict: String?
    var firstRefusal: String?

    init(_ table: String) { self.table = table }
}
