/// The words of a query's text.
extension QueryParser {
    var isAtEnd: Bool { position >= scalars.count }
    /// The scalar that comes next; only to be asked for before the end.
    var scalar: Unicode.Scalar { scalars[position] }
    var isSpace: Bool { scalar.properties.isWhitespace }

    mutating func skipSpace() {
        while !isAtEnd, isSpace { position += 1 }
    }

    /// Whether the word `OR` comes next.
    var orIsHere: Bool {
        guard scalars.dropFirst(position).starts(with: ["O", "R"]) else { return false }
        guard let next = scalars.dropFirst(position + 2).first else { return true }
        return next.properties.isWhitespace || next == "(" || next == ")"
    }

    mutating func takeOr() -> Range<Int>? {
        guard !isAtEnd, orIsHere else { return nil }
        position += 2
        return position - 2..<position
    }

    mutating func takeComma() -> Bool {
        guard !isAtEnd, scalar == "," else { return false }
        position += 1
        return true
    }

    /// The name before a colon, if a field is asked for here; a colon as in `std::map` or `http://` asks for none.
    var fieldName: String? {
        var end = position
        while end < scalars.count, scalars[end].properties.isAlphabetic, scalars[end].isASCII { end += 1 }
        guard end > position, end < scalars.count, scalars[end] == ":" else { return nil }
        if let next = scalars.dropFirst(end + 1).first, next == ":" || next == "/" { return nil }
        return String(String.UnicodeScalarView(scalars[position..<end]))
    }

    /// Scalars up to a space, or up to a parenthesis that closes one before the word: `f(x)` is a word.
    mutating func bareText(endsAtComma: Bool) -> String.UnicodeScalarView {
        var word = String.UnicodeScalarView()
        var open = 0
        while !isAtEnd, !isSpace, !(endsAtComma && scalar == ",") {
            if scalar == "(" { open += 1 }
            if scalar == ")" {
                if open == 0, isInParentheses { break }
                open = max(0, open - 1)
            }
            word.append(scalar)
            position += 1
        }
        return word
    }

    /// What is between quotes, where `\"` and `\\` stand for their second sign.
    mutating func quotation() throws(Fault) -> String {
        let start = position
        position += 1
        var text = String.UnicodeScalarView()
        while !isAtEnd {
            let next = scalar
            position += 1
            if next == "\"" { return String(text) }
            if next == "\\", !isAtEnd, scalar == "\"" || scalar == "\\" {
                text.append(scalar)
                position += 1
            } else {
                text.append(next)
            }
        }
        throw Fault(fact: .openQuotation, range: start..<position)
    }
}
