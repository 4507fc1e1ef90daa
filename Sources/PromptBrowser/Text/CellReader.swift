/// Turns one cluster after another into display characters: a spacing scalar with all that hangs on
/// it, or the substitutes for something that must not be drawn.
struct CellReader: Sendable {
    let text: UTF8Text

    /// ncurses keeps no more marks than this with a base.
    private static let mostMarks = 4

    /// Where a cluster ends in any case, as in Unicode's Stream-Safe Text Format: reading one line must
    /// not mean reading a megabyte of marks.
    private static let longestTail = 30

    /// Appends the cluster at `position` and moves `position` behind it.
    ///
    /// - Parameter column: cells from the start of the line, which decides where a tab ends.
    /// - Returns: the cells added, at least 1.
    func appendCluster(
        at position: inout Int,
        column: Int,
        to cells: inout [DisplayCharacter]
    ) -> Int {
        let byte = text.bytes[position]
        let next = position + 1
        if byte >= 0x20, byte < 0x7F, next == text.count || text.bytes[next] < 0x80 {
            cells.append(DisplayCharacter.printableASCII[Int(byte) - 0x20])
            position = next
            return 1
        }
        return appendOther(at: &position, column: column, to: &cells)
    }

    private func appendOther(
        at position: inout Int,
        column: Int,
        to cells: inout [DisplayCharacter]
    ) -> Int {
        let (scalar, length) = text.scalar(at: position)
        let kind = ScalarKind(scalar)
        switch kind {
        case .visible(let width):
            position += length
            cells.append(spacing(scalar, width: width, at: &position))
            return width
        case .mark, .hangulTail:
            // With nothing to be drawn over, it gets an empty cell of its own.
            cells.append(spacing("\u{A0}", width: 1, at: &position))
            return 1
        case .control where scalar == "\t":
            position += length
            let width = VisibleText.tabWidth - column % VisibleText.tabWidth
            cells.append(contentsOf: repeatElement(DisplayCharacter.printableASCII[0], count: width))
            return width
        case .unknown:
            position += length
            cells.append(.unknown)
            return 1
        case .control, .softHyphen, .invisible, .variationSelector, .joiner:
            position += length
            let substitute = Substitute.text(for: scalar, kind: kind).unicodeScalars
            for scalar in substitute {
                cells.append(DisplayCharacter(text: String(scalar), width: 1, isSubstitute: true))
            }
            return substitute.count
        }
    }

    /// The display character of a base, reading what hangs on it from `position` on.
    private func spacing(
        _ scalar: Unicode.Scalar,
        width: Int,
        at position: inout Int
    ) -> DisplayCharacter {
        var cluster = OpenCluster(base: scalar, mostMarks: Self.mostMarks)
        for _ in 0..<Self.longestTail where position < text.count && text.bytes[position] >= 0x80 {
            let (next, length) = text.scalar(at: position)
            guard cluster.takes(next) else { break }
            position += length
        }
        return DisplayCharacter(text: cluster.text, width: width)
    }
}
