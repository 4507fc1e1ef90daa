import CSQLite
import Foundation

/// Writes a library as JSON, a row on each line; docs/transfer.md describes it.
final class JSONWriter: ExportWriter {
    static let format = "prompt-alchemy export"
    static let version = 1

    let output: ExportOutput
    private let reals: RealText
    private var keys: [String] = []
    private var isFirstTable = true
    private var isFirstRow = true

    init(_ output: ExportOutput, reals: RealText) {
        self.output = output
        self.reals = reals
    }

    func begin(_ selection: ExportSelection?) throws {
        try output.write("{\n\"format\": \"\(Self.format)\",\n\"version\": \(Self.version),\n")
        if case .since(let date) = selection?.choice {
            try output.write("\"since\": ")
            try write(date.stored)
            try output.write(",\n")
        }
        if let selection {
            try output.write("\"absent_parents\": ")
            try write(list: selection.absentParents)
            try output.write(",\n")
        }
        try output.write("\"tables\": [")
    }

    func begin(_ table: ExportPlan.Table) throws {
        try output.write(isFirstTable ? "\n{\"name\": " : ",\n{\"name\": ")
        try write(table.name)
        try output.write(", \"sql\": ")
        try write(table.sql)
        try output.write(", \"rows\": [")
        keys = table.columns
        isFirstTable = false
        isFirstRow = true
    }

    func write(_ row: RawStatement) throws {
        try output.write(isFirstRow ? "\n{" : ",\n{")
        isFirstRow = false
        for (column, key) in zip(Int32(0)..., keys) {
            if column > 0 { try output.write(", ") }
            try write(key)
            try output.write(": ")
            try write(row, column)
        }
        try output.write("}")
    }

    func endTable() throws { try output.write(isFirstRow ? "]}" : "\n]}") }

    func end(_ plan: ExportPlan) throws {
        try output.write(isFirstTable ? "],\n\"sequences\": {" : "\n],\n\"sequences\": {")
        for (index, sequence) in plan.sequences.enumerated() {
            if index > 0 { try output.write(", ") }
            try write(sequence.table)
            try output.write(": \(sequence.number)")
        }
        try output.write("},\n\"indexes\": ")
        try write(list: plan.indexes.map(\.sql))
        try output.write(",\n\"views\": ")
        try write(list: plan.views.map(\.sql))
        try output.write(",\n\"triggers\": ")
        try write(list: plan.triggers.map(\.sql))
        try output.write("\n}\n")
    }

    private func write(list texts: [String]) throws {
        try output.write("[")
        for (index, text) in texts.enumerated() {
            try output.write(index == 0 ? "\n" : ",\n")
            try write(text)
        }
        try output.write(texts.isEmpty ? "]" : "\n]")
    }

    private func write(_ row: RawStatement, _ column: Int32) throws {
        switch row.type(column) {
        case SQLITE_NULL: try output.write("null")
        case SQLITE_INTEGER: try output.write(String(row.integer(column)))
        case SQLITE_FLOAT: try output.write(reals.text(row.real(column)))
        case SQLITE_TEXT:
            let bytes = row.bytes(column)
            if bytes.isPlainText { try write(text: bytes) } else { try write("text", bytes) }
        default: try write("blob", row.bytes(column))
        }
    }

    /// Bytes that are no text of JSON, under a word that says what they are.
    private func write(_ tag: String, _ bytes: UnsafeRawBufferPointer) throws {
        try output.write("{\"\(tag)\": \"")
        try output.write(base64: bytes)
        try output.write("\"}")
    }

    private func write(_ text: String) throws {
        var text = text
        try text.withUTF8 { try write(text: UnsafeRawBufferPointer($0)) }
    }

    private func write(text bytes: UnsafeRawBufferPointer) throws {
        try output.write(UInt8(ascii: "\""))
        var start = 0
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F else {
                position += 1
                continue
            }
            try output.write(UnsafeRawBufferPointer(rebasing: bytes[start..<position]))
            try output.write(Self.escape(byte))
            position += 1
            start = position
        }
        try output.write(UnsafeRawBufferPointer(rebasing: bytes[start...]))
        try output.write(UInt8(ascii: "\""))
    }

    private static func escape(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "\n"): "\\n"
        case UInt8(ascii: "\t"): "\\t"
        case UInt8(ascii: "\r"): "\\r"
        case UInt8(ascii: "\""): "\\\""
        case UInt8(ascii: "\\"): "\\\\"
        default: "\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
    }
}
