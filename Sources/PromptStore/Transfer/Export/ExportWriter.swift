/// How a library is written down: one type for each format.
protocol ExportWriter {
    var output: ExportOutput { get }

    /// Writes what stands before all tables.
    func begin(_ selection: ExportSelection?) throws
    /// Writes what makes a table, and begins its rows.
    func begin(_ table: ExportPlan.Table) throws
    /// Writes the row that a statement is at.
    func write(_ row: RawStatement) throws
    /// Ends the rows of a table.
    func endTable() throws
    /// Writes what stands behind all tables.
    func end(_ plan: ExportPlan) throws
}

extension UnsafeRawBufferPointer {
    /// Whether it is text that every program reads whole: UTF-8, and no NUL in it.
    var isPlainText: Bool {
        let bytes = bindMemory(to: UInt8.self)
        return bytes.place(of: 0, from: 0) == nil && (try? UTF8Span(validating: bytes.span)) != nil
    }

    /// Hands over the bytes up to, and then from, each one that is special; it comes with those behind it.
    func pieces(endingAt special: UInt8, _ body: (UnsafeRawBufferPointer) throws -> Void) rethrows {
        let bytes = bindMemory(to: UInt8.self)
        var start = 0
        while let hit = bytes.place(of: special, from: start) {
            try body(UnsafeRawBufferPointer(rebasing: self[start...hit]))
            start = hit + 1
        }
        try body(UnsafeRawBufferPointer(rebasing: self[start...]))
    }
}
