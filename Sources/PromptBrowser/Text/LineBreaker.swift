/// Where one display line lies in the source, as byte offsets.
struct LineRecord: Equatable, Sendable {
    let start: Int
    /// The end of what is drawn.
    let contentEnd: Int
    /// The end of what belongs to the line: behind spaces that had no more room on it.
    let end: Int
    let isCode: Bool
}

/// Finds one display line after another, reading no further than the line it finds.
struct LineBreaker: Sendable {
    /// Cells in a line, at least 1.
    let width: Int
    /// Bytes of code after which a line is cut all the same.
    static let longestCode = 4096
    private var position = 0
    private var isCode = false
    private var isContinuing = false
    private var blocks = CodeBlocks()

    init(width: Int) {
        self.width = width
    }

    /// The next line, or nil behind the last one.
    mutating func next(_ reader: CellReader) -> LineRecord? {
        guard position < reader.text.count else { return nil }
        if !isContinuing { isCode = blocks.isCode(reader.text, lineAt: position) }
        let record = isCode ? codeLine(reader.text) : wrappedLine(reader)
        position = record.end
        isContinuing = position < reader.text.count
        if isContinuing {
            let lineEnd = reader.text.lineEndLength(at: position)
            position += lineEnd
            isContinuing = lineEnd == 0
        }
        return record
    }

    private func codeLine(_ text: UTF8Text) -> LineRecord {
        var end = position
        while !text.isLineEnd(at: end), end - position < Self.longestCode {
            end += text.scalar(at: end).length
        }
        return LineRecord(start: position, contentEnd: end, end: end, isCode: true)
    }

    private func wrappedLine(_ reader: CellReader) -> LineRecord {
        var cells: [DisplayCharacter] = []
        var end = position
        var column = 0
        var opportunity = BreakOpportunity()
        while !reader.text.isLineEnd(at: end) {
            let start = end
            cells.removeAll(keepingCapacity: true)
            let used = reader.appendFitting(at: &end, column: column, width: width, to: &cells)
            let isSpace = end - start == 1 && reader.text.isBlank(at: start)
            opportunity.see(cells, isSpace: isSpace, at: start)
            if column + used > width {
                if isSpace {
                    while end < reader.text.count, reader.text.isBlank(at: end) { end += 1 }
                    return LineRecord(start: position, contentEnd: start, end: end, isCode: false)
                }
                let split = opportunity.offset ?? start
                return LineRecord(start: position, contentEnd: split, end: split, isCode: false)
            }
            column += used
        }
        return LineRecord(start: position, contentEnd: end, end: end, isCode: false)
    }
}

extension CellReader {
    /// Like `appendCluster`, but what is wider than a whole line of `width` cells becomes U+FFFD:
    /// otherwise a wide character could never be placed in a line of one cell.
    func appendFitting(
        at position: inout Int,
        column: Int,
        width: Int,
        to cells: inout [DisplayCharacter]
    ) -> Int {
        let count = cells.count
        let used = appendCluster(at: &position, column: column, to: &cells)
        if used <= width { return used }
        cells.removeSubrange(count...)
        cells.append(.unknown)
        return 1
    }
}

extension UTF8Text {
    /// Whether a space or a tab stands at `offset`.
    func isBlank(at offset: Int) -> Bool {
        bytes[offset] == 0x20 || bytes[offset] == 0x09
    }
}
