import Foundation

/// Takes JSON apart piece by piece, in the order it is asked for: no more than a value is in memory.
struct JSONReader {
    /// What is not as it should be.
    struct Unexpected: Error {
        let detail: String
    }

    private let input: DumpInput
    /// The line that is being read.
    private(set) var line = 1

    init(_ input: DumpInput) { self.input = input }

    // MARK: Objects and lists

    /// Reads an object: `body` is told each key, and has to read its value.
    mutating func object(_ body: (inout JSONReader, String) throws -> Void) throws {
        try expect(UInt8(ascii: "{"))
        if try take(UInt8(ascii: "}")) { return }
        repeat {
            let key = String(decoding: try string(), as: UTF8.self)
            try expect(UInt8(ascii: ":"))
            try body(&self, key)
        } while try take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "}"))
    }

    /// Reads a list: `body` has to read each element.
    mutating func list(_ body: (inout JSONReader) throws -> Void) throws {
        try expect(UInt8(ascii: "["))
        if try take(UInt8(ascii: "]")) { return }
        repeat { try body(&self) } while try take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "]"))
    }

    /// Makes sure that nothing follows.
    mutating func end() throws {
        if let byte = try peek() { throw Unexpected(detail: "“\(Self.text(byte))” after the end") }
    }

    // MARK: Values

    /// Reads a text that was never anything but text.
    mutating func text() throws -> String { String(decoding: try string(), as: UTF8.self) }

    /// Reads a value of a row: a text, a number, null, or bytes under a word that says what they are.
    mutating func value() throws -> DumpValue {
        guard let first = try peek() else { throw Unexpected(detail: "a value is missing") }
        switch first {
        case UInt8(ascii: "\""): return .text(try string())
        case UInt8(ascii: "{"): return try taggedBytes()
        case UInt8(ascii: "n"):
            for byte in "null".utf8 where try takeRaw() != byte { throw Unexpected(detail: "a word that is not null") }
            return .null
        default: return try number()
        }
    }

    /// Reads a whole number.
    mutating func integer() throws -> Int64 {
        guard case .integer(let number) = try number() else { throw Unexpected(detail: "a whole number is missing") }
        return number
    }

    private mutating func number() throws -> DumpValue {
        _ = try peek()
        var digits = ""
        while let byte = try peekRaw(), Self.isOfNumber(byte), digits.utf8.count < 400 {
            digits.unicodeScalars.append(UnicodeScalar(byte))
            input.skip(1)
        }
        if let whole = Int64(digits) { return .integer(whole) }
        guard let real = DumpValueParser.real(digits) else { throw Unexpected(detail: "“\(digits)” is no value") }
        return .real(real)
    }

    private mutating func taggedBytes() throws -> DumpValue {
        var value: DumpValue?
        try object { reader, tag in
            let encoded = Data(try reader.string())
            guard value == nil, let data = Data(base64Encoded: encoded) else {
                throw Unexpected(detail: "bytes that are not in base64")
            }
            switch tag {
            case "text": value = .text(Array(data))
            case "blob": value = .blob(Array(data))
            default: throw Unexpected(detail: "bytes under “\(tag.prefix(40))”")
            }
        }
        guard let value else { throw Unexpected(detail: "an object without bytes") }
        return value
    }

    /// Reads a text, with its escapes resolved.
    private mutating func string() throws -> [UInt8] {
        try expect(UInt8(ascii: "\""))
        var result: [UInt8] = []
        while try peekRaw() != nil {
            let rest = input.unread
            let end =
                rest.firstIndex { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 < 0x20 } ?? rest.count
            result.append(contentsOf: rest[..<end])
            guard result.count <= DumpInput.mostBytes else { throw Unexpected(detail: "a value of more than 700 MB") }
            input.skip(end)
            if end == rest.count { continue }
            switch try takeRaw() {
            case UInt8(ascii: "\""): return result
            case UInt8(ascii: "\\"): try appendEscape(to: &result)
            case 10: throw Unexpected(detail: "a text without an end")
            default: throw Unexpected(detail: "a control character in a text")
            }
        }
        throw Unexpected(detail: "a text without an end")
    }

    private mutating func appendEscape(to result: inout [UInt8]) throws {
        switch try takeRaw() {
        case UInt8(ascii: "n"): result.append(10)
        case UInt8(ascii: "t"): result.append(9)
        case UInt8(ascii: "r"): result.append(13)
        case UInt8(ascii: "b"): result.append(8)
        case UInt8(ascii: "f"): result.append(12)
        case UInt8(ascii: "u"):
            var unit = try hexadecimal()
            if (0xD800..<0xDC00).contains(unit) {
                guard try takeRaw() == UInt8(ascii: "\\"), try takeRaw() == UInt8(ascii: "u") else {
                    throw Unexpected(detail: "half a surrogate")
                }
                let low = try hexadecimal()
                guard (0xDC00..<0xE000).contains(low) else { throw Unexpected(detail: "half a surrogate") }
                unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = UnicodeScalar(unit) else { throw Unexpected(detail: "half a surrogate") }
            result.append(contentsOf: String(scalar).utf8)
        case let byte where [UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/")].contains(byte):
            result.append(byte)
        default: throw Unexpected(detail: "an escape that JSON has not")
        }
    }

    private mutating func hexadecimal() throws -> UInt32 {
        var number: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Character(UnicodeScalar(try takeRaw())).hexDigitValue else {
                throw Unexpected(detail: "an escape that JSON has not")
            }
            number = number << 4 | UInt32(digit)
        }
        return number
    }

    // MARK: Bytes

    mutating func expect(_ byte: UInt8) throws {
        guard try take(byte) else {
            let found = try peek().map { "“\(Self.text($0))”" } ?? "the end"
            throw Unexpected(detail: "\(found) where “\(Self.text(byte))” should be")
        }
    }

    private mutating func take(_ byte: UInt8) throws -> Bool {
        guard try peek() == byte else { return false }
        input.skip(1)
        return true
    }

    /// The next byte that is no blank.
    private mutating func peek() throws -> UInt8? {
        while let byte = try peekRaw(), DumpInput.isBlank(byte) {
            if byte == 10 { line += 1 }
            input.skip(1)
        }
        return try peekRaw()
    }

    private func peekRaw() throws -> UInt8? {
        while input.unread.isEmpty, !input.isAtEnd { try input.fill() }
        return input.unread.first
    }

    private func takeRaw() throws -> UInt8 {
        guard let byte = try peekRaw() else { throw Unexpected(detail: "the end in the middle") }
        input.skip(1)
        return byte
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        byte >= 48 && byte <= 57 || [43, 45, 46, 69, 101].contains(byte)
    }

    private static func text(_ byte: UInt8) -> String { String(UnicodeScalar(byte)) }
}
