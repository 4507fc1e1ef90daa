import PromptBrowser

extension Surface {
    /// The screen as lines of text, without blanks at their ends; the cursor is not in it.
    public var text: String {
        (0..<size.height).map { y in
            var line = row(y).map(\.text).joined()
            while line.last == " " { line.removeLast() }
            return line
        }.joined(separator: "\n") + "\n"
    }

    /// Which attributes the cells have: `B`old, `D`im, `R`everse, `U`nderlined, in lower case for two and more.
    public var attributes: String {
        (0..<size.height).map { y in
            var line = row(y).map { cell -> String in
                let set = cell.style.attributes
                let letters = [(Style.Attributes.reverse, "R"), (.bold, "B"), (.underline, "U"), (.dim, "D")]
                    .filter { set.contains($0.0) }.map(\.1)
                guard let first = letters.first else { return "." }
                return letters.count > 1 ? first.lowercased() : first
            }.joined()
            while line.last == "." { line.removeLast() }
            return line
        }.joined(separator: "\n") + "\n"
    }
}
