/// The bytes of a string, read scalar by scalar at byte offsets.
///
/// Offsets into bytes can be kept as plain numbers, which string indices cannot, and a line can be
/// read from the middle of a megabyte without walking there.
struct UTF8Text: Sendable {
    /// Always valid UTF-8, for it comes from a string.
    let bytes: [UInt8]

    init(_ text: Substring) {
        bytes = Array(text.utf8)
    }

    var count: Int { bytes.count }

    /// The scalar starting at `offset` and the number of bytes it takes.
    func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let first = bytes[offset]
        if first < 0x80 { return (Unicode.Scalar(first), 1) }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for index in 1..<length {
            value = value << 6 | UInt32(bytes[offset + index] & 0x3F)
        }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    /// The start of the scalar that ends just before `offset`, which must be above 0.
    func scalarStart(before offset: Int) -> Int {
        var start = offset - 1
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return start
    }

    /// The bytes taken by the line end at `offset` (LF, CR, CRLF, U+2028 or U+2029); 0 for none.
    func lineEndLength(at offset: Int) -> Int {
        switch bytes[offset] {
        case 0x0A:
            return 1
        case 0x0D:
            return offset + 1 < count && bytes[offset + 1] == 0x0A ? 2 : 1
        case 0xE2:
            return bytes[offset + 1] == 0x80 && bytes[offset + 2] & 0xFE == 0xA8 ? 3 : 0
        default:
            return 0
        }
    }

    /// Whether there is nothing more on the line at `offset`.
    func isLineEnd(at offset: Int) -> Bool {
        offset >= count || lineEndLength(at: offset) > 0
    }
}
