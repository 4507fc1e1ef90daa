import GRDB

/// Writes a library down, as it is at one moment, row by row.
struct Export {
    let format: ExportFormat
    /// Only these prompts, and what belongs to them; nil for all.
    let choice: ExportChoice?
    let target: ExportTarget

    /// What was written.
    struct Summary {
        /// The rows of each table.
        var rows: [(table: String, count: Int)] = []
        var byteCount = 0
        /// What the library has that no export can hold, in words.
        var leftOut: [String] = []
        /// What chosen prompts name as their parent or variant, and that was not written.
        var absentParents: [String] = []
        /// Prompts that were not chosen because they have no date that can be read.
        var undatedCount = 0
    }

    /// How far it is: a stage, and how much of all is done. Throws where it is to end.
    typealias Telling = (_ stage: String, _ done: Int, _ all: Int) throws -> Void

    /// Writes it; an interrupted one leaves no file behind.
    ///
    /// - Parameter database: inside a transaction, so that nothing changes meanwhile.
    func run(_ database: Database, telling: Telling) throws -> Summary {
        switch target {
        case .descriptor(let descriptor):
            return try write(database, to: ExportOutput(descriptor: descriptor, path: "the output"), telling)
        case .file(let path):
            let file = try PartialFile(path: path)
            let summary = try write(database, to: ExportOutput(descriptor: file.descriptor, path: path), telling)
            try file.finish()
            return summary
        }
    }

    private func write(_ database: Database, to output: ExportOutput, _ telling: Telling) throws -> Summary {
        guard let connection = database.sqliteConnection else { throw StoreError.cancelled }
        let selection = try choice.map { choice in
            try ExportSelection(choice, database) { try telling("Choosing prompts", 0, 0) }
        }
        let plan = try ExportPlan(database, selection)
        let writer = writer(output, reals: try RealText(connection))
        let all = selection == nil ? try count(plan, database, telling) : 0
        var summary = Summary(
            leftOut: plan.leftOut,
            absentParents: selection?.absentParents ?? [],
            undatedCount: selection?.undatedCount ?? 0
        )
        try writer.begin(selection)
        var done = 0
        for table in plan.tables {
            try writer.begin(table)
            let before = done
            let row = try RawStatement(connection, table.selection)
            while try row.step() {
                try writer.write(row)
                done += 1
                if done & 63 == 0 { try telling("Exporting \(table.name)", done, all) }
            }
            try writer.endTable()
            summary.rows.append((table.name, done - before))
        }
        try writer.end(plan)
        try output.flush()
        summary.byteCount = output.byteCount
        return summary
    }

    private func writer(_ output: ExportOutput, reals: RealText) -> any ExportWriter {
        switch format {
        case .sql: SQLWriter(output, reals: reals)
        case .json: JSONWriter(output, reals: reals)
        }
    }

    private func count(_ plan: ExportPlan, _ database: Database, _ telling: Telling) throws -> Int {
        try plan.tables.reduce(0) { sum, table in
            try telling("Counting rows", 0, 0)
            let sql = "SELECT count(*) FROM main.\(table.name.quotedName)"
            return try sum + (Int.fetchOne(database, sql: sql) ?? 0)
        }
    }
}
