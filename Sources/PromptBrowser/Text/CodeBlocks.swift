/// Tells Markdown code from prose, one source line after another.
struct CodeBlocks: Sendable {
    /// What opened a block of code: a row of backticks or tildes.
    private struct Fence {
        let byte: UInt8
        let length: Int
    }

    /// The fence we are behind.
    private var fence: Fence?
    /// Whether indentation may begin a code block here; it cannot interrupt a paragraph.
    private var mayIndent = true

    /// Whether the source line that begins at `start` is code. To be asked once per line, in order.
    mutating func isCode(_ text: UTF8Text, lineAt start: Int) -> Bool {
        var position = start
        let indent = Self.skipIndent(text, &position)
        let isIndented = indent >= 4
        if let open = fence {
            if !isIndented, Self.closes(text, at: position, open: open) {
                fence = nil
                mayIndent = true
            }
            return true
        }
        if text.isLineEnd(at: position) {
            mayIndent = true
            return false
        }
        if isIndented { return mayIndent }
        mayIndent = false
        fence = Self.opens(text, at: position)
        return fence != nil
    }

    /// Moves over spaces and tabs, and answers the columns they take.
    private static func skipIndent(_ text: UTF8Text, _ position: inout Int) -> Int {
        var indent = 0
        while position < text.count {
            switch text.bytes[position] {
            case 0x20: indent += 1
            case 0x09: indent += 4 - indent % 4
            default: return indent
            }
            position += 1
        }
        return indent
    }

    /// The row of equal bytes at `start`, which must not be the end of the text.
    private static func row(_ text: UTF8Text, at start: Int) -> Fence {
        let byte = text.bytes[start]
        var end = start
        while end < text.count, text.bytes[end] == byte { end += 1 }
        return Fence(byte: byte, length: end - start)
    }

    private static func opens(_ text: UTF8Text, at start: Int) -> Fence? {
        let backtick: UInt8 = 0x60
        let tilde: UInt8 = 0x7E
        guard text.bytes[start] == backtick || text.bytes[start] == tilde else { return nil }
        let fence = row(text, at: start)
        guard fence.length >= 3 else { return nil }
        if fence.byte == tilde { return fence }
        // Backticks with another one after them are code inside a sentence.
        var position = start + fence.length
        while !text.isLineEnd(at: position) {
            if text.bytes[position] == backtick { return nil }
            position += 1
        }
        return fence
    }

    private static func closes(_ text: UTF8Text, at start: Int, open: Fence) -> Bool {
        guard start < text.count else { return false }
        let fence = row(text, at: start)
        guard fence.byte == open.byte, fence.length >= open.length else { return false }
        var position = start + fence.length
        _ = skipIndent(text, &position)
        return text.isLineEnd(at: position)
    }
}
