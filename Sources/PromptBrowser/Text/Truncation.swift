/// Cuts display characters to the room there is.
public enum Truncation {
    /// As many leading `cells` as fit into `width` cells.
    ///
    /// A wide character is never cut in two: the result may be one cell narrower than `width`, and
    /// nothing is padded.
    ///
    /// - Parameters:
    ///   - width: the room in cells; nothing fits into 0 or less.
    ///   - ellipsis: whether a `…` (a substitute, 1 cell, counted in `width`) shows that something
    ///     was cut off.
    public static func fit(
        _ cells: [DisplayCharacter],
        width: Int,
        ellipsis: Bool
    ) -> [DisplayCharacter] {
        guard width > 0 else { return [] }
        let room = ellipsis ? width - 1 : width
        var used = 0
        var kept = 0
        for (index, cell) in cells.enumerated() {
            used += cell.width
            if used <= room { kept = index + 1 }
            if used > width {
                let end = ellipsis ? [Self.ellipsis] : []
                return cells.prefix(kept) + end
            }
        }
        return cells
    }

    private static let ellipsis = DisplayCharacter(text: "…", width: 1, isSubstitute: true)
}
