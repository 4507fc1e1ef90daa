extension Key {
    private static let named: [Key] = [
        .character(" "), .enter, .tab, .backTab, .escape, .backspace, .delete, .up, .down, .left, .right, .home, .end,
        .pageUp, .pageDown,
    ]

    /// What the arrows are called besides their pictures.
    private static let arrows: [String: Key] = ["up": .up, "down": .down, "left": .left, "right": .right]

    /// Letters whose Control a terminal sends as a key of another name: backspace, tab and enter.
    private static let unsent: Set<Character> = ["h", "i", "j", "m"]

    /// The key of this name, such as `j`, `Ctrl-d`, `PgDn` or `Down`; names longer than a character in either case.
    ///
    /// Nil where there is none, or where no terminal can send it.
    public init?(named name: String) {
        let lowered = name.lowercased()
        if let key = Self.named.first(where: { $0.name.lowercased() == lowered }) ?? Self.arrows[lowered] {
            self = key
        } else if lowered.hasPrefix("ctrl-") {
            guard let letter = lowered.dropFirst(5).first, lowered.count == 6, ("a"..."z").contains(letter),
                !Self.unsent.contains(letter)
            else { return nil }
            self = .control(letter)
        } else {
            // What a terminal sends a character of is what it shows as one.
            guard name.unicodeScalars.count == 1, let character = name.first,
                VisibleText.cells(of: name).map(\.text).joined() == name
            else { return nil }
            self = .character(character)
        }
    }
}
