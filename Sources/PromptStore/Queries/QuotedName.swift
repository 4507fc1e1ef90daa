extension String {
    /// The text as a name in SQL, whatever is in it: GRDB's own quotes leave those inside single.
    var quotedName: String { "\"" + replacing("\"", with: "\"\"") + "\"" }
}
