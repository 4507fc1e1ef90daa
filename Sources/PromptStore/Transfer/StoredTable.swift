import CSQLite
import GRDB

/// A table as SQLite knows it: what is stored in it, and what tells its rows apart.
struct StoredTable {
    let name: String
    /// Those that are stored, in their order; computed ones are not.
    let columns: [String]
    /// The declared type of each column.
    let types: [String]
    /// The columns of its primary key, in their order there.
    let key: [String]
    let isWithoutRowID: Bool
    private let isIntegerKey: Bool

    init(_ name: String, on connection: OpaquePointer) throws {
        let reading = try RawStatement(
            connection,
            "SELECT name, type, pk FROM pragma_table_xinfo(?, 'main') WHERE hidden = 0 ORDER BY cid"
        )
        try reading.bind(.text(Array(name.utf8)), at: 1)
        var columns: [(name: String, type: String, place: Int64)] = []
        while try reading.step() { columns.append((reading.text(0) ?? "", reading.text(1) ?? "", reading.integer(2))) }
        let listing = try RawStatement(
            connection,
            "SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ? COLLATE NOCASE"
        )
        try listing.bind(.text(Array(name.utf8)), at: 1)
        isWithoutRowID = try listing.step() && listing.integer(0) != 0
        let key = columns.filter { $0.place > 0 }.sorted { $0.place < $1.place }
        self.name = name
        self.columns = columns.map(\.name)
        types = columns.map(\.type)
        self.key = key.map(\.name)
        isIntegerKey = !isWithoutRowID && key.count == 1 && key[0].type.uppercased() == "INTEGER"
    }

    /// The column whose numbers SQLite gives out and that mean nothing outside the file.
    var surrogate: String? { isIntegerKey ? key.first : nil }

    /// Whether a row is known by a key that means the same in every file.
    var hasKey: Bool { !key.isEmpty && !isIntegerKey }

    /// A name for the number of a row that no column has taken.
    var rowID: String? {
        if isWithoutRowID { return nil }
        return surrogate ?? ["rowid", "_rowid_", "oid"].first { name in !columns.contains { $0.lowercased() == name } }
    }

    /// Reads columns of all rows, in the order of their making.
    func selection(_ columns: [String], where condition: String? = nil) -> String {
        let order = isWithoutRowID ? key : rowID.map { [$0] } ?? []
        return """
            SELECT \(Self.list(columns)) FROM main.\(name.quotedName)\
            \(condition.map { " WHERE \($0)" } ?? "")\
            \(order.isEmpty ? "" : " ORDER BY \(Self.list(order))")
            """
    }

    /// Adds a row.
    func insertion(_ columns: [String], or alternative: String = "ABORT") -> String {
        """
        INSERT OR \(alternative) INTO main.\(name.quotedName) (\(Self.list(columns))) \
        VALUES (\(Array(repeating: "?", count: columns.count).joined(separator: ", ")))
        """
    }

    static func list(_ columns: [String]) -> String { columns.map(\.quotedName).joined(separator: ", ") }
}
