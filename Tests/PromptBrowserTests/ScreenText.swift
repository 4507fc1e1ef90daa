extension String {
    /// One line of a screen, counted from 0.
    func line(_ index: Int) -> Substring { split(separator: "\n", omittingEmptySubsequences: false)[index] }

    /// The lowest line of a screen, where messages are.
    var lastLine: Substring { line(split(separator: "\n", omittingEmptySubsequences: false).count - 2) }
}
