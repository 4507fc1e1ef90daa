extension String {
    /// One line of a screen, counted from 0.
    func line(_ index: Int) -> Substring { split(separator: "\n", omittingEmptySubsequences: false)[index] }

    /// The lowest lines of a screen as one, where long messages are.
    func lastLines(_ count: Int) -> String {
        split(separator: "\n").suffix(count).map { $0.split(separator: " ").joined(separator: " ") }.joined(
            separator: " "
        )
    }

    /// The lowest line of a screen, where messages are.
    var lastLine: Substring { line(split(separator: "\n", omittingEmptySubsequences: false).count - 2) }
}
