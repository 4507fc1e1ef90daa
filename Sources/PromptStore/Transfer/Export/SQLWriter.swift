import CSQLite

/// Writes a library as SQL that the sqlite3 shell reads back.
final class SQLWriter: ExportWriter {
    let output: ExportOutput
    private let reals: RealText
    private var opening = ""

    init(_ output: ExportOutput, reals: RealText) {
        self.output = output
        self.reals = reals
    }

    func begin(_ selection: ExportSelection?) throws {
        if let selection {
            switch selection.choice {
            case .since(let date): try output.write("-- Prompts made \(date.stored) UTC or later.\n")
            case .prompts: try output.write("-- Chosen prompts.\n")
            }
            for id in selection.absentParents { try output.write("-- Absent parent: \(Self.comment(id))\n") }
        }
        // A file may hold what a check of its own forbids, written by a program that had them off.
        try output.write(
            """
            PRAGMA foreign_keys=OFF;
            PRAGMA ignore_check_constraints=ON;
            BEGIN TRANSACTION;

            """
        )
    }

    func begin(_ table: ExportPlan.Table) throws {
        try write(table.sql)
        opening = "INSERT INTO \(table.name.quotedName) VALUES("
    }

    func write(_ row: RawStatement) throws {
        try output.write(opening)
        for column in 0..<row.columnCount {
            if column > 0 { try output.write(UInt8(ascii: ",")) }
            try write(row, column)
        }
        try output.write(");\n")
    }

    func endTable() throws {}

    func end(_ plan: ExportPlan) throws {
        if !plan.sequences.isEmpty {
            try output.write("DELETE FROM sqlite_sequence;\n")
            for (table, number) in plan.sequences {
                try output.write("INSERT INTO sqlite_sequence VALUES(")
                var table = table
                try table.withUTF8 { try write(text: UnsafeRawBufferPointer($0)) }
                try output.write(",\(number));\n")
            }
        }
        for object in plan.indexes + plan.views + plan.triggers { try write(object.sql) }
        try output.write("COMMIT;\n")
    }

    private func write(_ statement: String) throws { try output.write(statement + ";\n") }

    private func write(_ row: RawStatement, _ column: Int32) throws {
        switch row.type(column) {
        case SQLITE_NULL: try output.write("NULL")
        case SQLITE_INTEGER: try output.write(String(row.integer(column)))
        case SQLITE_FLOAT: try output.write(reals.text(row.real(column)))
        case SQLITE_TEXT: try write(text: row.bytes(column))
        default: try write(blob: row.bytes(column))
        }
    }

    private func write(blob bytes: UnsafeRawBufferPointer) throws {
        try output.write("X'")
        try output.write(hexadecimal: bytes)
        try output.write(UInt8(ascii: "'"))
    }

    private func write(text bytes: UnsafeRawBufferPointer) throws {
        guard bytes.isPlainText else {
            try output.write("CAST(")
            try write(blob: bytes)
            return try output.write(" AS TEXT)")
        }
        // The shell drops a carriage return before a line feed, so there is none: `.dump` does the same.
        guard bytes.contains(UInt8(ascii: "\r")) else { return try write(quoted: bytes) }
        guard !Self.containsEscape(bytes) else {
            try output.write("CAST(")
            try write(blob: bytes)
            return try output.write(" AS TEXT)")
        }
        try output.write("replace('")
        try bytes.pieces(endingAt: UInt8(ascii: "\r")) { piece in
            guard piece.last == UInt8(ascii: "\r") else { return try writeDoubled(piece) }
            try writeDoubled(UnsafeRawBufferPointer(rebasing: piece.dropLast()))
            try output.write("\\r")
        }
        try output.write("','\\r',char(13))")
    }

    private func write(quoted bytes: UnsafeRawBufferPointer) throws {
        try output.write(UInt8(ascii: "'"))
        try writeDoubled(bytes)
        try output.write(UInt8(ascii: "'"))
    }

    /// Writes bytes with each quote in them twice.
    private func writeDoubled(_ bytes: UnsafeRawBufferPointer) throws {
        try bytes.pieces(endingAt: UInt8(ascii: "'")) { piece in
            try output.write(piece)
            if piece.last == UInt8(ascii: "'") { try output.write(UInt8(ascii: "'")) }
        }
    }

    /// Whether `\r` is in the text as the two signs.
    private static func containsEscape(_ bytes: UnsafeRawBufferPointer) -> Bool {
        zip(bytes, bytes.dropFirst()).contains { $0 == UInt8(ascii: "\\") && $1 == UInt8(ascii: "r") }
    }

    /// An id on one line, whatever is in it.
    private static func comment(_ text: String) -> String {
        String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? "?" : $0 })
        )
    }
}
