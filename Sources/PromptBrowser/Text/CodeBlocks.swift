/// Tells Markdown code from prose, one source line after another.
struct CodeBlocks: Sendable {
    /// How many backticks opened the fence we are in.
    private var fence: Int?
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
                mayIndent = false
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

    private static func backticks(_ text: UTF8Text, at start: Int) -> Int {
        var end = start
        while end < text.count, text.bytes[end] == 0x60 { end += 1 }
        return end - start
    }

    /// The length of an opening fence. One with a backtick after it is code inside a sentence.
    private static func opens(_ text: UTF8Text, at start: Int) -> Int? {
        let length = backticks(text, at: start)
        guard length >= 3 else { return nil }
        var position = start + length
        while !text.isLineEnd(at: position) {
            if text.bytes[position] == 0x60 { return nil }
            position += 1
        }
        return length
    }

    private static func closes(_ text: UTF8Text, at start: Int, open: Int) -> Bool {
        let length = backticks(text, at: start)
        var position = start + length
        _ = skipIndent(text, &position)
        return length >= open && text.isLineEnd(at: position)
    }
}
