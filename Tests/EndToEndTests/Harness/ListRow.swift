extension String {
    /// What a line of the screen shows of the list, which is its leftmost pane.
    var listRow: Substring { dropFirst().prefix { $0 != "│" } }
}
