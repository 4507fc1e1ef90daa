/// What a prompt is called, for want of a name: the first line of its text that says something.
enum PromptTitle {
    /// Finds the title, without the marks that make a line a Markdown heading or bold.
    ///
    /// Works on bytes: a list of a hundred rows has no time to look for grapheme clusters.
    ///
    /// - Parameter opening: the first bytes of the text, cut anywhere, not necessarily valid UTF-8.
    /// - Returns: the line; empty if no line of the opening says anything.
    static func find(in opening: UnsafeRawBufferPointer) -> String {
        var rest = opening[...]
        while !rest.isEmpty {
            let end = rest.firstIndex(where: isLineEnd) ?? rest.endIndex
            let words = unmarked(trimmed(rest[..<end]))
            if !words.isEmpty { return String(decoding: words, as: UTF8.self) }
            rest = rest[end...].dropFirst()
        }
        return ""
    }

    private static func unmarked(_ line: Slice<UnsafeRawBufferPointer>) -> Slice<UnsafeRawBufferPointer> {
        let star = UInt8(ascii: "*")
        let words = trimmed(line.drop { $0 == UInt8(ascii: "#") })
        let isBold =
            words.count > 4 && words.prefix(2).allSatisfy { $0 == star } && words.suffix(2).allSatisfy { $0 == star }
        return isBold ? words.dropFirst(2).dropLast(2) : words
    }

    private static func trimmed(_ line: Slice<UnsafeRawBufferPointer>) -> Slice<UnsafeRawBufferPointer> {
        let words = line.drop(while: isBlank)
        guard let last = words.lastIndex(where: { !isBlank($0) }) else { return words[words.endIndex...] }
        return words[...last]
    }

    /// LF, VT, FF, CR.
    private static func isLineEnd(_ byte: UInt8) -> Bool { (0x0A...0x0D).contains(byte) }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
