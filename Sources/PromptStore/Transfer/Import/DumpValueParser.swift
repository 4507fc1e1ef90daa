import Foundation

/// Works out what a dump spells values as: literals, a sign before a number, `CAST(X'…' AS TEXT)`, `char(10)`, and
/// `replace` with what it has in a dump. Nothing is run.
struct DumpValueParser {
    /// What no dump has in the place of a value.
    struct Unexpected: Error {
        let what: String
    }

    var lexer: DumpLexer
    private(set) var token: DumpLexer.Token

    private static let deepest = 20

    init(_ lexer: DumpLexer) {
        self.lexer = lexer
        token = .end
        advance()
    }

    mutating func advance() { token = lexer.next() }

    /// Takes a sign if it is next.
    mutating func take(_ sign: UInt8) -> Bool {
        guard token == .sign(sign) else { return false }
        advance()
        return true
    }

    /// Takes a keyword if it is next.
    mutating func take(_ word: StaticString) -> Bool {
        guard case .word(let range) = token, lexer.bytes.isWord(range, word) else { return false }
        advance()
        return true
    }

    /// Takes a sign.
    mutating func expect(_ sign: UInt8) throws {
        guard take(sign) else { throw unexpected() }
    }

    /// What is next, as something that should not be there.
    func unexpected() -> Unexpected {
        switch token {
        case .word(let range), .number(let range), .blob(let range):
            Unexpected(what: "“\(lexer.bytes.text(range.prefix(40)).uppercased())”")
        case .name(let range), .string(let range): Unexpected(what: "\(lexer.bytes.text(range.prefix(40)))")
        case .sign(let byte): Unexpected(what: "“\(String(UnicodeScalar(byte)))”")
        case .illegal: Unexpected(what: "text that is no SQL")
        case .end: Unexpected(what: "a statement without an end")
        }
    }

    /// Takes a value.
    mutating func value(depth: Int = 0) throws -> DumpValue {
        guard depth < Self.deepest else { throw Unexpected(what: "values within values") }
        switch token {
        case .string(let range):
            advance()
            return .text(lexer.bytes.unquoted(range))
        case .blob(let range):
            guard let bytes = Self.bytes(hexadecimal: UnsafeBufferPointer(rebasing: lexer.bytes[range])) else {
                throw unexpected()
            }
            advance()
            return .blob(bytes)
        case .number: return try number(isNegative: false)
        case .sign(UInt8(ascii: "-")), .sign(UInt8(ascii: "+")):
            let isNegative = token == .sign(UInt8(ascii: "-"))
            advance()
            return try number(isNegative: isNegative)
        case .word:
            if take("null") { return .null }
            if take("cast") { return try cast(depth) }
            if take("replace") { return try replacement(depth) }
            if take("char") { return try characters(depth) }
            throw unexpected()
        default: throw unexpected()
        }
    }

    private mutating func number(isNegative: Bool) throws -> DumpValue {
        guard case .number(let range) = token else { throw unexpected() }
        let text = (isNegative ? "-" : "") + lexer.bytes.text(range)
        if let whole = Int64(text) {
            advance()
            return .integer(whole)
        }
        guard let real = Self.real(text) else { throw unexpected() }
        advance()
        return .real(real)
    }

    /// A number as SQL and JSON spell it; what is too large is infinite.
    static func real(_ text: String) -> Double? {
        let allowed = text.utf8.allSatisfy { byte in
            byte >= 48 && byte <= 57
                || [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "-"), UInt8(ascii: "+")]
                    .contains(byte)
        }
        guard allowed, !text.isEmpty else { return nil }
        return text.withCString { start in
            var end: UnsafeMutablePointer<CChar>?
            let number = strtod(start, &end)
            return end.map { $0.pointee == 0 } == true ? number : nil
        }
    }

    private mutating func cast(_ depth: Int) throws -> DumpValue {
        try expect(UInt8(ascii: "("))
        let value = try value(depth: depth + 1)
        guard take("as"), take("text") else { throw unexpected() }
        try expect(UInt8(ascii: ")"))
        switch value {
        case .blob(let bytes), .text(let bytes): return .text(bytes)
        default: throw Unexpected(what: "a CAST of what is no blob")
        }
    }

    private mutating func characters(_ depth: Int) throws -> DumpValue {
        try expect(UInt8(ascii: "("))
        guard case .integer(let code) = try value(depth: depth + 1), (1...126).contains(code) else {
            throw Unexpected(what: "“CHAR” of more than a control character")
        }
        try expect(UInt8(ascii: ")"))
        return .text([UInt8(code)])
    }

    private mutating func replacement(_ depth: Int) throws -> DumpValue {
        try expect(UInt8(ascii: "("))
        let whole = try value(depth: depth + 1)
        try expect(UInt8(ascii: ","))
        let old = try value(depth: depth + 1)
        try expect(UInt8(ascii: ","))
        let new = try value(depth: depth + 1)
        try expect(UInt8(ascii: ")"))
        // In a dump it puts a line end in the place of a few signs that stand for one; it never makes a text longer.
        guard case .text(let text) = whole, case .text(let escape) = old, case .text(let byte) = new,
            escape.first == UInt8(ascii: "\\") || escape.first == UInt8(ascii: "("), escape.count <= 20, byte.count == 1
        else { throw Unexpected(what: "a “REPLACE” other than of line ends") }
        return .text(Self.replacing(escape, with: byte[0], in: text))
    }

    private static func replacing(_ old: [UInt8], with new: UInt8, in text: [UInt8]) -> [UInt8] {
        text.withUnsafeBufferPointer { bytes in
            var result: [UInt8] = []
            result.reserveCapacity(bytes.count)
            var start = 0
            while let hit = bytes.place(of: old[0], from: start) {
                result.append(contentsOf: bytes[start..<hit])
                let isHit = bytes[hit...].starts(with: old)
                result.append(isHit ? new : bytes[hit])
                start = hit + (isHit ? old.count : 1)
            }
            result.append(contentsOf: bytes[start...])
            return result
        }
    }

    private static func bytes(hexadecimal digits: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count / 2)
        for position in stride(from: 0, to: digits.count, by: 2) {
            guard let high = nibble(digits[position]), let low = nibble(digits[position + 1]) else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func nibble(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 48...57: digit - 48
        case 65...70: digit - 55
        case 97...102: digit - 87
        default: nil
        }
    }
}
