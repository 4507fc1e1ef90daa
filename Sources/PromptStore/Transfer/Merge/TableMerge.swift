import CSQLite
import GRDB

/// Brings the rows of one table of a dump into the library's table of that name.
struct TableMerge {
    private let theirs: StoredTable
    private let ours: StoredTable
    private let library: OpaquePointer
    private let policy: ConflictPolicy
    private let row: RawStatement
    private let rowCount: Int
    private let columns: [String]
    private var counts: ImportCounts

    /// - Parameter ours: the library's, as it was before it got those columns of the dump's that it lacked.
    init(
        _ theirs: StoredTable,
        into ours: StoredTable,
        from scratch: ScratchDatabase,
        library: OpaquePointer,
        policy: ConflictPolicy
    ) throws {
        self.theirs = theirs
        self.ours = ours
        self.library = library
        self.policy = policy
        // Numbers that the dump's library gave out mean nothing here.
        columns = theirs.columns.filter { $0 != theirs.surrogate }
        row = try RawStatement(scratch.connection, theirs.selection(columns))
        rowCount = scratch.rowCounts[theirs.name.lowercased()] ?? 0
        counts = ImportCounts(ours.name)
    }

    // MARK: By key

    /// Rows are told apart by their key, which means the same in every file.
    ///
    /// - Parameter taking: is told of each row that is added or replaced, and which column has its key.
    mutating func byKey(
        _ telling: Export.Telling,
        taking: (RawStatement, Int32) throws -> Void
    ) throws -> ImportCounts {
        let places = ours.key.compactMap { name in columns.firstIndex { $0.lowercased() == name.lowercased() } }.map(
            Int32.init
        )
        guard let first = places.first, places.count == ours.key.count else { return try byValues(telling) }
        let match = ours.key.map { "\($0.quotedName) IS ?" }.joined(separator: " AND ")
        let finding = try RawStatement(
            library,
            "SELECT \(StoredTable.list(columns)) FROM main.\(ours.name.quotedName) WHERE \(match)"
        )
        let settings = columns.map { "\($0.quotedName) = ?" }.joined(separator: ", ")
        let replacing = try RawStatement(
            library,
            "UPDATE main.\(ours.name.quotedName) SET \(settings) WHERE \(match)"
        )
        let inserting = try RawStatement(library, ours.insertion(columns))
        while try next(telling) {
            for (index, place) in places.enumerated() { try finding.bind(row, place, at: Int32(index + 1)) }
            defer { finding.reset() }
            guard try finding.step() else {
                if try insert(inserting) { try taking(row, first) }
                continue
            }
            if isSame(as: finding) {
                counts.same += 1
                continue
            }
            counts.conflict += 1
            if counts.firstConflict == nil {
                counts.firstConflict =
                    "\(ours.name) \(places.map { String((row.text($0) ?? "").prefix(60)) }.joined(separator: " "))"
            }
            guard policy == .replace else { continue }
            finding.reset()
            for (index, place) in places.enumerated() {
                try replacing.bind(row, place, at: Int32(columns.count + index + 1))
            }
            if try put(replacing) { try taking(row, first) }
        }
        return counts
    }

    /// Rows belong to prompts, by the first column: those of prompts that were added or replaced are taken.
    mutating func ofTaken(_ taken: inout TakenPrompts, _ telling: Export.Telling) throws -> ImportCounts {
        let inserting = try RawStatement(library, ours.insertion(columns, or: "REPLACE"))
        while try next(telling) {
            if try taken.contains(row, 0) { _ = try insert(inserting) } else { counts.same += 1 }
        }
        return counts
    }

    // MARK: By values

    /// Rows are told apart by their values: as often as the library has a row of the dump, it is not added.
    mutating func byValues(_ telling: Export.Telling) throws -> ImportCounts {
        guard let rowID = ours.rowID else { return counts }
        try run("CREATE TEMP TABLE IF NOT EXISTS pa_values (hash, number, PRIMARY KEY (hash, number)) WITHOUT ROWID")
        try run("DELETE FROM temp.pa_values")
        let existing = try RawStatement(
            library,
            "SELECT \(StoredTable.list(columns + [rowID])) FROM main.\(ours.name.quotedName)"
        )
        let keeping = try RawStatement(library, "INSERT INTO temp.pa_values VALUES (?, ?)")
        var seen = 0
        while try existing.step() {
            try keeping.bind(.integer(hash(existing)), at: 1)
            try keeping.bind(existing, Int32(columns.count), at: 2)
            try keeping.run()
            seen += 1
            if seen & 255 == 0 { try telling("Comparing \(ours.name)", 0, 0) }
        }
        let candidates = try RawStatement(
            library,
            """
            SELECT \(StoredTable.list(columns).isEmpty ? "1" : columns.map { "t.\($0.quotedName)" }.joined(separator: ", ")), v.number
            FROM temp.pa_values v JOIN main.\(ours.name.quotedName) t ON t.\(rowID.quotedName) = v.number
            WHERE v.hash = ?
            """
        )
        let forgetting = try RawStatement(library, "DELETE FROM temp.pa_values WHERE hash = ? AND number = ?")
        let inserting = try RawStatement(library, ours.insertion(columns))
        while try next(telling) {
            let hash = DumpValue.integer(hash(row))
            try candidates.bind(hash, at: 1)
            var match: Int64?
            while match == nil, try candidates.step() {
                if isSame(as: candidates) { match = candidates.integer(Int32(columns.count)) }
            }
            candidates.reset()
            guard let match else {
                _ = try insert(inserting)
                continue
            }
            counts.same += 1
            // Each row of the library is the same as one of the dump's at most.
            try forgetting.bind(hash, at: 1)
            try forgetting.bind(.integer(match), at: 2)
            try forgetting.run()
        }
        return counts
    }

    // MARK: Rows

    private func next(_ telling: Export.Telling) throws -> Bool {
        let done = counts.new + counts.same + counts.conflict + counts.refused
        if done & 63 == 0 { try telling("Importing \(ours.name)", done, rowCount) }
        return try row.step()
    }

    private func isSame(as other: RawStatement) -> Bool {
        (0..<Int32(columns.count)).allSatisfy { row.hasSame($0, as: other, $0) }
    }

    private mutating func insert(_ statement: RawStatement) throws -> Bool {
        guard try put(statement) else { return false }
        counts.new += 1
        return true
    }

    /// Runs a statement with the values of the row; false where a constraint of the library refuses them.
    private mutating func put(_ statement: RawStatement) throws -> Bool {
        for column in 0..<Int32(columns.count) { try statement.bind(row, column, at: column + 1) }
        do {
            try statement.run()
            return true
        } catch let error as DatabaseError
            where error.resultCode == .SQLITE_CONSTRAINT || error.resultCode == .SQLITE_MISMATCH
        {
            counts.refused += 1
            counts.firstRefusal = counts.firstRefusal ?? error.message
            return false
        }
    }

    private func run(_ sql: String) throws { try RawStatement(library, sql).run() }

    private func hash(_ statement: RawStatement) -> Int64 {
        // Its seed is another in each run, so nobody can make up rows that share a hash.
        var hasher = Hasher()
        for column in 0..<Int32(columns.count) {
            hasher.combine(statement.type(column))
            switch statement.type(column) {
            case SQLITE_NULL: break
            case SQLITE_INTEGER: hasher.combine(statement.integer(column))
            case SQLITE_FLOAT: hasher.combine(statement.real(column).bitPattern)
            default: hasher.combine(bytes: statement.bytes(column))
            }
        }
        return Int64(hasher.finalize())
    }
}
