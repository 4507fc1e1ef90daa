import CSQLite

/// Spells out numbers so that SQLite reads the very same ones back.
///
/// SQLite's reader is off by the last bit for some of the shortest spellings: each is tried, and given more digits.
struct RealText {
    private let reading: RawStatement

    init(_ connection: OpaquePointer) throws {
        reading = try RawStatement(connection, "SELECT CAST(? AS REAL)")
    }

    /// The number with a point or an exponent, so that it stays a real one.
    func text(_ number: Double) throws -> String {
        guard number.isFinite else { return number < 0 ? "-9e999" : "9e999" }
        let shortest = "\(number)"
        if try isRead(shortest, as: number) { return shortest }
        for digits in Int32(17)...20 {
            let longer = Self.text(number, digits: digits)
            if try isRead(longer, as: number) { return longer }
        }
        return shortest
    }

    private func isRead(_ text: String, as number: Double) throws -> Bool {
        defer { reading.reset() }
        try reading.bind(.text(Array(text.utf8)), at: 1)
        return try reading.step() && reading.real(0).bitPattern == number.bitPattern
    }

    private static func text(_ number: Double, digits: Int32) -> String {
        var buffer = [CChar](repeating: 0, count: 40)
        let count = withVaList([digits - 1, number]) { vsnprintf(&buffer, buffer.count, "%.*e", $0) }
        return String(decoding: buffer.prefix(Int(count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
