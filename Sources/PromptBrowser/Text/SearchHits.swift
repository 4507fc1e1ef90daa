extension WrappedText {
    /// Where any of `needles` occurs in `line`, as ranges of indices into its `cells`.
    public func hits(of needles: [String], in line: Line) -> [Range<Int>] {
        needles.flatMap { hits(of: $0, in: line) }
    }

    /// Where `needle` occurs in `line`, as ranges of indices into its `cells`, in order.
    ///
    /// Letter case is ignored. An occurrence is looked for in the source line, so one that runs over
    /// a soft wrap is found on both of its lines. Occurrences that overlap come as one range.
    /// Nothing is found for an empty needle.
    public func hits(of needle: String, in line: Line) -> [Range<Int>] {
        let wanted = needle.unicodeScalars.flatMap(CaseFolding.folded)
        guard !wanted.isEmpty else { return [] }
        // Spaces that had no more room may be a great many, and none of them is shown.
        let shown = line.source.lowerBound..<(line.cellSources.last?.upperBound ?? line.source.lowerBound)
        let haystack = foldedScalars(around: shown, reach: wanted.count)
        guard haystack.count >= wanted.count else { return [] }
        var hits: [Range<Int>] = []
        for start in 0...(haystack.count - wanted.count) {
            guard haystack[start].scalar == wanted[0],
                haystack[start...].lazy.map(\.scalar).starts(with: wanted)
            else { continue }
            let source = haystack[start].start..<haystack[start + wanted.count - 1].end
            let hit = line.cellIndices(showing: source)
            if let last = hits.last, hit.lowerBound < last.upperBound {
                hits[hits.count - 1] = last.lowerBound..<max(last.upperBound, hit.upperBound)
            } else if !hit.isEmpty {
                hits.append(hit)
            }
        }
        return hits
    }

    /// A scalar without its case, and the bytes of the source it comes from.
    private struct FoldedScalar {
        let scalar: Unicode.Scalar
        let start: Int
        let end: Int
    }

    /// The case-folded scalars of `source` and up to `reach` more on either side, in the same
    /// source line.
    private func foldedScalars(around source: Range<Int>, reach: Int) -> [FoldedScalar] {
        let text = reader.text
        var start = source.lowerBound
        for _ in 0..<reach where start > 0 {
            let before = text.scalarStart(before: start)
            if text.isLineEnd(at: before) { break }
            start = before
        }
        var folded: [FoldedScalar] = []
        var beyond = 0
        while !text.isLineEnd(at: start), beyond < reach {
            let (scalar, length) = text.scalar(at: start)
            if start >= source.upperBound { beyond += 1 }
            for part in CaseFolding.folded(scalar) {
                folded.append(FoldedScalar(scalar: part, start: start, end: start + length))
            }
            start += length
        }
        return folded
    }
}

extension WrappedText.Line {
    /// The indices of the cells that show any of the bytes `range`.
    fileprivate func cellIndices(showing range: Range<Int>) -> Range<Int> {
        let lower = firstCell { $0.upperBound > range.lowerBound }
        let upper = firstCell { $0.lowerBound >= range.upperBound }
        return lower..<max(lower, upper)
    }

    /// The first index whose source satisfies a condition that holds for all later ones too.
    private func firstCell(_ condition: (Range<Int>) -> Bool) -> Int {
        var low = 0
        var high = cellSources.count
        while low < high {
            let middle = (low + high) / 2
            if condition(cellSources[middle]) {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return low
    }
}

/// Makes letters comparable without regard to their case.
private enum CaseFolding {
    static func folded(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
        scalar.properties.lowercaseMapping.unicodeScalars
    }
}
