import Foundation

extension RowChange {
    /// The change as the journal keeps it. Numbers are little-endian; bytes follow their count.
    var bytes: Data {
        var writer = ByteWriter()
        writer.write(table)
        writer.write(key.column)
        writer.write(key.value)
        for image in [before, after] {
            writer.write(Int64(image == nil ? 0 : 1))
            guard let image else { continue }
            writer.write(image.rowID)
            writer.write(Int64(image.cells.count))
            for cell in image.cells {
                writer.write(cell.column)
                writer.write(cell.value)
            }
        }
        return writer.bytes
    }

    /// Reads what `bytes` has written; nil where it is something else.
    init?(bytes: Data) {
        var reader = ByteReader(rest: bytes)
        guard let table = reader.string(), let column = reader.string(), let value = reader.value() else { return nil }
        var images: [RowImage?] = []
        for _ in 0..<2 {
            guard let isThere = reader.number() else { return nil }
            guard isThere == 1 else {
                images.append(nil)
                continue
            }
            guard let rowID = reader.number(), let count = reader.number() else { return nil }
            var cells: [RowCell] = []
            while cells.count < count {
                guard let column = reader.string(), let value = reader.value() else { return nil }
                cells.append(RowCell(column, value))
            }
            images.append(RowImage(rowID: rowID, cells: cells))
        }
        self.init(table: table, key: RowKey(column: column, value: value), before: images[0], after: images[1])
    }
}

private struct ByteWriter {
    var bytes = Data()

    mutating func write(_ number: Int64) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func write(_ data: Data) {
        write(Int64(data.count))
        bytes.append(data)
    }

    mutating func write(_ text: String) { write(Data(text.utf8)) }

    mutating func write(_ value: StoredValue) {
        switch value {
        case .null: bytes.append(0)
        case .integer(let number):
            bytes.append(1)
            write(number)
        case .real(let number):
            bytes.append(2)
            write(Int64(bitPattern: number.bitPattern))
        case .text(let data):
            bytes.append(3)
            write(data)
        case .blob(let data):
            bytes.append(4)
            write(data)
        }
    }
}

private struct ByteReader {
    var rest: Data

    mutating func number() -> Int64? {
        guard let bytes = take(8) else { return nil }
        return Int64(bitPattern: bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }

    mutating func data() -> Data? {
        guard let count = number(), count >= 0, count <= rest.count else { return nil }
        return take(Int(count)).map { Data($0) }
    }

    mutating func string() -> String? { data().map { String(decoding: $0, as: UTF8.self) } }

    mutating func value() -> StoredValue? {
        switch take(1)?.first {
        case 0: .null
        case 1: number().map(StoredValue.integer)
        case 2: number().map { .real(Double(bitPattern: UInt64(bitPattern: $0))) }
        case 3: data().map { .text($0) }
        case 4: data().map(StoredValue.blob)
        default: nil
        }
    }

    private mutating func take(_ count: Int) -> Data? {
        guard rest.count >= count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }
}
