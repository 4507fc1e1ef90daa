import GRDB

/// Texts that are the same in several prompts, and texts that are none: every one is read.
struct TextCheck: IntegrityCheck {
    let stage = "Reading texts"

    private static let texts = "SELECT rowid AS row, content, typeof(content) = 'text' AS is_text FROM prompts"
    private static let name = "SELECT CAST(id AS TEXT) FROM prompts WHERE rowid = ?"
    private static let total = "SELECT count(*) FROM prompts"

    static let named = [NamedQuery("integrity: texts", texts)]

    func findings(in database: Database, _ run: TaskRun) throws -> [TaskFinding] {
        let total = try Int.fetchOne(database, sql: Self.total) ?? 0
        var seen: [(hash: Int, row: Int64)] = []
        seen.reserveCapacity(total)
        var odd = [
            FindingCounter("prompts: the text has a NUL in it"), FindingCounter("prompts: the text is no UTF-8"),
            FindingCounter("prompts: the text is stored as something else"),
        ]
        let rows = try Row.fetchCursor(database, sql: Self.texts)
        while let row = try rows.next() {
            let rowid: Int64 = row["row"]
            let look = try row.withUnsafeData(named: "content") { data in Look(data.map(Array.init) ?? []) }
            seen.append((look.hash, rowid))
            for (index, isOdd) in [look.hasNUL, !look.isUTF8, row["is_text"] == false].enumerated() where isOdd {
                odd[index].add(try String.fetchOne(database, sql: Self.name, arguments: [rowid]) ?? "")
            }
            if seen.count % 1000 == 0 { try run.tell(stage, seen.count, of: total) }
        }
        return try odd.compactMap(\.finding) + [duplicates(&seen, in: database)].compactMap { $0 }
    }

    private func duplicates(_ seen: inout [(hash: Int, row: Int64)], in database: Database) throws -> TaskFinding? {
        seen.sort { ($0.hash, $0.row) < ($1.hash, $1.row) }
        var counter = FindingCounter("prompts whose text another prompt has too")
        for (index, entry) in seen.enumerated() {
            let isLikeBefore = index > 0 && seen[index - 1].hash == entry.hash
            let isLikeAfter = index + 1 < seen.count && seen[index + 1].hash == entry.hash
            guard isLikeBefore || isLikeAfter else { continue }
            counter.add(try String.fetchOne(database, sql: Self.name, arguments: [entry.row]) ?? "")
        }
        return counter.finding
    }

    /// What a look at the bytes of a text tells.
    private struct Look {
        /// SipHash, which nobody can make two texts agree in on purpose.
        let hash: Int
        let hasNUL: Bool
        let isUTF8: Bool

        init(_ bytes: [UInt8]) {
            var hasher = Hasher()
            bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
            hash = hasher.finalize()
            hasNUL = bytes.contains(0)
            isUTF8 = !bytes.contains { $0 >= 0x80 } || String(validating: bytes, as: UTF8.self) != nil
        }
    }
}
