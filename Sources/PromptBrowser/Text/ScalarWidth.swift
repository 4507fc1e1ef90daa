/// How many terminal cells one Unicode scalar takes.
///
/// ncurses believes glibc's `wcwidth`, so these widths are glibc's; carrying them here keeps the layout
/// independent of the locale the process happens to run in.
enum ScalarWidth {
    /// The width of `scalar` in cells: 0, 1 or 2.
    ///
    /// Ambiguous-width scalars count 1. So do controls and private-use scalars, which have no width of
    /// their own: `VisibleText` replaces them before they reach a cell.
    static func of(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 { return 1 }
        if isInside(ScalarWidthTables.zero, value) { return 0 }
        return isInside(ScalarWidthTables.wide, value) ? 2 : 1
    }

    /// Whether an odd number of the boundaries is at or below `value`.
    private static func isInside(_ boundaries: [UInt32], _ value: UInt32) -> Bool {
        var low = 0
        var high = boundaries.count
        while low < high {
            let middle = (low + high) / 2
            if boundaries[middle] <= value {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return !low.isMultiple(of: 2)
    }
}
