/// The words and signs of a statement, so that two that differ in blanks, comments and letter case only compare as equal.
enum SQLTokens {
    /// Splits a statement; what stands in quotes stays as it is, with them, unless it is a plain name.
    static func split(_ sql: String) -> [String] {
        var tokens: [String] = []
        var rest = Array(sql.unicodeScalars)[...]
        while let first = rest.first {
            switch first {
            case " ", "\t", "\n", "\r", "\u{0C}": rest.removeFirst()
            case "-" where rest.starts(with: "--".unicodeScalars): rest = rest.drop { $0 != "\n" }
            case "/" where rest.starts(with: "/*".unicodeScalars): skipComment(&rest)
            case "'": tokens.append(quoted(&rest, until: "'"))
            case "\"", "`", "[": tokens.append(name(quoted(&rest, until: first == "[" ? "]" : first)))
            case _ where isWordScalar(first):
                let word = rest.prefix(while: isWordScalar)
                rest = rest.dropFirst(word.count)
                tokens.append(text(word).lowercased())
            default:
                tokens.append(String(first))
                rest.removeFirst()
            }
        }
        return tokens
    }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "$"
            || scalar.value > 127
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }

    private static func skipComment(_ rest: inout ArraySlice<Unicode.Scalar>) {
        rest = rest.dropFirst(2)
        while !rest.isEmpty, !rest.starts(with: "*/".unicodeScalars) { rest.removeFirst() }
        rest = rest.dropFirst(2)
    }

    /// Takes what is between quotes, and them; a doubled one is part of it.
    private static func quoted(_ rest: inout ArraySlice<Unicode.Scalar>, until end: Unicode.Scalar) -> String {
        var taken = rest.prefix(1)
        rest.removeFirst()
        while let scalar = rest.popFirst() {
            taken.append(scalar)
            guard scalar == end else { continue }
            guard end != "]", rest.first == end else { break }
            taken.append(rest.removeFirst())
        }
        return text(taken)
    }

    private static func name(_ quoted: String) -> String {
        let inside = quoted.unicodeScalars.dropFirst().dropLast()
        return !inside.isEmpty && inside.allSatisfy(isWordScalar) ? String(inside).lowercased() : quoted
    }
}
