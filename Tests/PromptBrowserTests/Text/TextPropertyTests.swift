import Testing

@testable import PromptBrowser

/// What holds for any text at all.
@Suite struct TextPropertyTests {
    @Test(arguments: 0..<20)
    func drawnTextIsAsWideAsTheTerminalThinks(seed: Int) {
        var nasty = NastyText(seed: UInt64(seed))
        for _ in 0..<200 {
            let text = nasty.text(most: 40)
            let cells = VisibleText.cells(of: text)
            check(cells, of: text)
            #expect(VisibleText.width(of: text) == cells.reduce(0) { $0 + $1.width })
        }
    }

    @Test(arguments: 0..<20)
    func linesFitAndCoverTheText(seed: Int) {
        var nasty = NastyText(seed: UInt64(1000 + seed))
        for _ in 0..<100 {
            let text = nasty.text(most: 60)
            let width = nasty.number(in: 1...24)
            var wrapped = WrappedText(text, width: width)
            let lines = wrapped.lines(0..<Int.max)
            for line in lines {
                check(line.cells, of: text)
                let used = line.cells.reduce(0) { $0 + $1.width }
                #expect(line.isCode || used <= width, "\(text.debugDescription) in \(width)")
                #expect(line.cellSources.count == line.cells.count)
                #expect(isInOrder(line), "\(text.debugDescription) in \(width)")
            }
            checkCover(lines, of: text)
        }
    }

    @Test(arguments: 0..<10)
    func linesAreTheSameInWhateverOrderTheyAreAskedFor(seed: Int) {
        var nasty = NastyText(seed: UInt64(2000 + seed))
        for _ in 0..<50 {
            let text = nasty.text(most: 60)
            var whole = WrappedText(text, width: 7)
            let lines = whole.lines(0..<Int.max)
            var parts = WrappedText(text, width: 7)
            for _ in 0..<5 {
                let start = nasty.number(in: 0...20)
                let range = start..<(start + nasty.number(in: 0...5))
                #expect(parts.lines(range) == Array(lines[range.clamped(to: 0..<lines.count)]))
            }
            #expect(parts.count(atLeast: .max) == lines.count)
        }
    }

    /// In room enough a line shows just what `VisibleText` makes of it.
    @Test(arguments: 0..<10)
    func wrappingChangesNothingThatFits(seed: Int) {
        var nasty = NastyText(seed: UInt64(3000 + seed))
        for _ in 0..<100 {
            let text = nasty.text(most: 30)
            let bytes = Array(text.utf8)
            var wrapped = WrappedText(text, width: 10_000)
            for line in wrapped.lines(0..<Int.max) {
                let source = String(decoding: bytes[line.source], as: UTF8.self)
                #expect(line.cells == VisibleText.cells(of: source))
            }
        }
    }

    private func check(_ cells: [DisplayCharacter], of text: String) {
        let isSafe = cells.allSatisfy { cell in
            TerminalWidth.of(cell.text) == cell.width && cell.text.unicodeScalars.count <= 5
                && cell.text.unicodeScalars.dropFirst().allSatisfy { TerminalWidth.of($0) == 0 }
                && cell.text.unicodeScalars.allSatisfy(isHarmless)
        }
        #expect(isSafe, "\(text.debugDescription)")
        // Together, for it is the whole row that must not shift.
        let drawn = cells.map(\.text).joined()
        #expect(TerminalWidth.of(drawn) == cells.reduce(0) { $0 + $1.width }, "\(text.debugDescription)")
    }

    private func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse, .surrogate:
            false
        default:
            !scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    private func isInOrder(_ line: WrappedText.Line) -> Bool {
        var previous = line.source.lowerBound..<line.source.lowerBound
        for source in line.cellSources {
            if source != previous, source.lowerBound != previous.upperBound { return false }
            previous = source
        }
        return previous.upperBound <= line.source.upperBound
    }

    /// Between the lines' sources there is one line end or nothing.
    private func checkCover(_ lines: [WrappedText.Line], of text: String) {
        let bytes = Array(text.utf8)
        let ends: Set<[UInt8]> = [[], [0x0A], [0x0D], [0x0D, 0x0A], [0xE2, 0x80, 0xA8], [0xE2, 0x80, 0xA9]]
        var position = 0
        for line in lines {
            guard line.source.lowerBound >= position else {
                Issue.record("out of order: \(text.debugDescription)")
                return
            }
            #expect(ends.contains(Array(bytes[position..<line.source.lowerBound])), "\(text.debugDescription)")
            position = line.source.upperBound
        }
        #expect(ends.contains(Array(bytes[position...])), "\(text.debugDescription)")
    }
}
