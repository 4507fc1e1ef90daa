/// A text laid out in lines of a given width, of which only those asked for are worked out.
///
/// Lines end at LF, CR, CRLF, U+2028 and U+2029; empty lines are kept, and a line end at the very end
/// of the text starts no further line. Prose is wrapped at spaces and between wide characters, and
/// words longer than a line are cut. Markdown code (fenced, or indented by four columns after a blank
/// line) is left whole, for the caller to scroll sideways; only lines of many kilobytes are cut, so that
/// drawing a screen never means reading a megabyte.
public struct WrappedText: Sendable {
    /// One line as it is drawn.
    public struct Line: Equatable, Sendable {
        /// What to draw, no wider than the text's width unless `isCode`.
        public let cells: [DisplayCharacter]
        /// Whether this is a line of code, which may be wider than the text's width.
        public let isCode: Bool
        /// The UTF-8 offsets of the original text this line stands for, without its line end, but
        /// with spaces that had no more room at its end.
        public let source: Range<Int>
        /// For each of `cells`, the UTF-8 offsets it stands for.
        let cellSources: [Range<Int>]
    }

    /// The cells in a line, at least 1.
    public let width: Int
    let reader: CellReader
    private var breaker: LineBreaker
    private var records: [LineRecord] = []

    /// Takes the text in; no line is worked out yet.
    ///
    /// - Parameters:
    ///   - width: cells in a line; less than 1 is taken as 1. What is wider by itself than a whole
    ///     line, such as a tab in 3 cells, is shown as U+FFFD.
    public init(_ text: String, width: Int) {
        self.width = max(1, width)
        reader = CellReader(text: UTF8Text(text[...]))
        breaker = LineBreaker(width: self.width)
    }

    /// The number of lines known once there are `least` of them or the text ends.
    ///
    /// A result below `least` is therefore the exact number of lines; `Int.max` always gives it, and
    /// 0 tells how many lines have been worked out so far.
    public mutating func count(atLeast least: Int) -> Int {
        while records.count < least, let record = breaker.next(reader) {
            records.append(record)
        }
        return records.count
    }

    /// The lines numbered `range`, from 0; fewer where the text has no more.
    public mutating func lines(_ range: Range<Int>) -> [Line] {
        let known = count(atLeast: range.upperBound)
        return range.clamped(to: 0..<known).map { line(records[$0]) }
    }

    private func line(_ record: LineRecord) -> Line {
        var cells: [DisplayCharacter] = []
        var sources: [Range<Int>] = []
        var position = record.start
        var column = 0
        let limit = record.isCode ? Int.max : width
        while position < record.contentEnd {
            let start = position
            column += reader.appendFitting(at: &position, column: column, width: limit, to: &cells)
            let added = cells.count - sources.count
            sources.append(contentsOf: repeatElement(start..<position, count: added))
        }
        return Line(
            cells: cells,
            isCode: record.isCode,
            source: record.start..<record.end,
            cellSources: sources
        )
    }
}
