import Foundation
import GRDB
import Testing

@testable import PromptStore

struct RowChangeTests {
    private static let values: [StoredValue] = [
        .null, .integer(.min), .integer(-1), .integer(0), .real(0.1), .real(-.infinity), .text(Data()),
        .text(Data("words".utf8)), .text(Data([0x61, 0, 0x62])), .text(Data([0xFF, 0xC3])), .blob(Data()),
        .blob(Data([0, 1, 255])),
    ]

    private static func image(_ rowID: Int64) -> RowImage {
        RowImage(rowID: rowID, cells: values.enumerated().map { RowCell("column \($0)", $1) })
    }

    private static let change = RowChange(
        table: "odd \"name\"",
        key: RowKey(column: "id", value: .text("ä")),
        before: nil,
        after: image(7)
    )

    @Test func itsBytesHoldItExactly() {
        #expect(RowChange(bytes: Self.change.bytes) == Self.change)
        #expect(RowChange(bytes: Self.change.reversed.bytes) == Self.change.reversed)
    }

    @Test func bytesThatAreCutOffAreNoChange() {
        let bytes = Self.change.bytes
        for count in 0..<bytes.count { #expect(RowChange(bytes: bytes.prefix(count)) == nil) }
    }

    @Test func everyValueComesBackAsItWas() throws {
        let queue = try DatabaseQueue()
        let names = Self.values.indices.map { "column \($0)" }
        let columns = names.map(\.quotedDatabaseIdentifier).joined(separator: ", ")
        let key = RowKey(column: "rowid", value: .integer(7))
        try queue.write { database in
            try database.execute(sql: "CREATE TABLE t (\(columns))")
            let added = RowChange(table: "t", key: key, before: nil, after: Self.image(7))
            #expect(try added.make(in: database))
            #expect(try RowImage.read("t", key, columns: names, in: database) == Self.image(7))
            #expect(try !added.make(in: database))
            #expect(try added.reversed.make(in: database))
            #expect(try RowImage.read("t", key, columns: names, in: database) == nil)
            #expect(try !added.reversed.make(in: database))
        }
    }

    @Test func aRowIsTheSameOnlyWhereItsStorageClassIs() throws {
        let queue = try DatabaseQueue()
        let key = RowKey(column: "rowid", value: .integer(1))
        try queue.write { database in
            try database.execute(sql: "CREATE TABLE t (a); INSERT INTO t VALUES (1)")
            func change(from value: StoredValue) -> RowChange {
                let before = RowImage(rowID: 1, cells: [RowCell("a", value)])
                return RowChange(table: "t", key: key, before: before, after: nil)
            }
            for other in [StoredValue.real(1), .text("1"), .blob(Data([0x31])), .null] {
                #expect(try !change(from: other).isPending(in: database))
            }
            #expect(try change(from: .integer(1)).isPending(in: database))
        }
    }
}
