import Foundation

/// Splits SQL text into its words and signs, as SQLite does, without copying any of it.
struct DumpLexer {
    /// A piece of the text, by its place in it.
    enum Token: Equatable {
        /// A keyword, or a name without quotes.
        case word(Range<Int>)
        /// A name in quotes of any kind, with them.
        case name(Range<Int>)
        /// A text in single quotes, with them.
        case string(Range<Int>)
        /// The digits between the quotes of `X'…'`.
        case blob(Range<Int>)
        case number(Range<Int>)
        case sign(UInt8)
        case end
        /// What SQL has no use for, such as a quote that never ends.
        case illegal(Int)
    }

    let bytes: UnsafeBufferPointer<UInt8>
    /// Where the next token is looked for.
    private(set) var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func next() -> Token {
        skipBlanks()
        guard position < bytes.count else { return .end }
        let start = position
        let byte = bytes[start]
        switch byte {
        case UInt8(ascii: "'"): return quoted(from: start, until: byte).map(Token.string) ?? .illegal(start)
        case UInt8(ascii: "\""), UInt8(ascii: "`"):
            return quoted(from: start, until: byte).map(Token.name) ?? .illegal(start)
        case UInt8(ascii: "["):
            position = bytes[start...].firstIndex(of: UInt8(ascii: "]")).map { $0 + 1 } ?? bytes.count
            return bytes[position - 1] == UInt8(ascii: "]") ? .name(start..<position) : .illegal(start)
        case UInt8(ascii: "x"), UInt8(ascii: "X"):
            guard start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "'") else { return word(from: start) }
            guard let range = quoted(from: start + 1, until: UInt8(ascii: "'")) else { return .illegal(start) }
            return .blob(range.lowerBound + 1..<range.upperBound - 1)
        case UInt8(ascii: "."):
            let isNumber = start + 1 < bytes.count && Self.isDigit(bytes[start + 1])
            return isNumber ? number(from: start) : sign(byte)
        case _ where Self.isDigit(byte): return number(from: start)
        case _ where Self.isWordByte(byte): return word(from: start)
        case 0: return .illegal(start)
        default: return sign(byte)
        }
    }

    /// Goes over what separates tokens: blanks and comments.
    mutating func skipBlanks() {
        while position < bytes.count {
            switch bytes[position] {
            case 9, 10, 12, 13, 32: position += 1
            case UInt8(ascii: "-") where follows(UInt8(ascii: "-")):
                position = bytes[position...].firstIndex(of: 10) ?? bytes.count
            case UInt8(ascii: "/") where follows(UInt8(ascii: "*")): skipComment()
            default: return
            }
        }
    }

    private func follows(_ byte: UInt8) -> Bool { position + 1 < bytes.count && bytes[position + 1] == byte }

    private mutating func skipComment() {
        position += 2
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "*"), follows(UInt8(ascii: "/")) {
                position += 2
                return
            }
            position += 1
        }
    }

    private mutating func sign(_ byte: UInt8) -> Token {
        position += 1
        return .sign(byte)
    }

    private mutating func word(from start: Int) -> Token {
        position = bytes[start...].firstIndex { !Self.isWordByte($0) } ?? bytes.count
        return .word(start..<position)
    }

    /// Digits, point and exponent; what is none of a number is for the reader of it to refuse.
    private mutating func number(from start: Int) -> Token {
        position = start
        while position < bytes.count {
            let byte = bytes[position]
            let isSign = byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
            let isAfterExponent = position > start && bytes[position - 1] | 32 == UInt8(ascii: "e")
            guard Self.isWordByte(byte) || byte == UInt8(ascii: ".") || isSign && isAfterExponent else { break }
            position += 1
        }
        return .number(start..<position)
    }

    /// From one quote to the one that ends it; a doubled one does not.
    private mutating func quoted(from start: Int, until quote: UInt8) -> Range<Int>? {
        position = start + 1
        while let end = bytes.place(of: quote, from: position) {
            position = end + 1
            guard position < bytes.count, bytes[position] == quote else { return start..<position }
            position += 1
        }
        position = bytes.count
        return nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        isDigit(byte) || (byte | 32) >= 97 && (byte | 32) <= 122 || byte == 95 || byte == 36 || byte >= 128
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Where a byte is, at or after a place; the C library's search, for a text may be long.
    func place(of byte: UInt8, from start: Int) -> Int? {
        guard let baseAddress, start < count, let hit = memchr(baseAddress + start, Int32(byte), count - start)
        else { return nil }
        return UnsafeRawPointer(hit) - UnsafeRawPointer(baseAddress)
    }

    /// Whether what is between two places is this word, in letters of either case.
    func isWord(_ range: Range<Int>, _ word: StaticString) -> Bool {
        guard range.count == word.utf8CodeUnitCount else { return false }
        for offset in 0..<range.count where self[range.lowerBound + offset] | 32 != word.utf8Start[offset] | 32 {
            return false
        }
        return true
    }

    /// What is between two places as text, repaired where it is none.
    func text(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }

    /// What a name or a text in quotes means: without the quotes, and those inside single.
    func unquoted(_ range: Range<Int>) -> [UInt8] {
        let opening = self[range.lowerBound]
        let inside = range.lowerBound + 1..<range.upperBound - 1
        let quote = opening == UInt8(ascii: "[") ? UInt8(ascii: "]") : opening
        var result: [UInt8] = []
        result.reserveCapacity(inside.count)
        var position = inside.lowerBound
        while position < inside.upperBound {
            let end = place(of: quote, from: position).map { Swift.min($0 + 1, inside.upperBound) } ?? inside.upperBound
            result.append(contentsOf: self[position..<end])
            // A quote that is meant stands twice.
            position = end < inside.upperBound && self[end - 1] == quote ? end + 1 : end
        }
        return result
    }
}
