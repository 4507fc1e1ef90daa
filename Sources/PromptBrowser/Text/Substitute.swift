/// Writes what must not reach a terminal as itself in plain characters.
enum Substitute {
    /// The characters, each one cell wide, for a scalar of a kind that is not drawn.
    static func text(for scalar: Unicode.Scalar, kind: ScalarKind) -> String {
        switch kind {
        case .softHyphen:
            "-"
        case .control:
            control(scalar.value)
        default:
            number(scalar.value, digits: 4)
        }
    }

    private static func control(_ value: UInt32) -> String {
        switch value {
        case 0x0A:
            "\u{240A}"
        case 0x80...:
            number(value, digits: 2)
        default:
            // `^@` to `^_`, and `^?` for DEL, as terminals and editors have always written them.
            "^" + String(Unicode.Scalar(UInt8(truncatingIfNeeded: value ^ 0x40)))
        }
    }

    private static func number(_ value: UInt32, digits: Int) -> String {
        let hexadecimal = String(value, radix: 16, uppercase: true)
        return "<" + String(repeating: "0", count: max(0, digits - hexadecimal.count)) + hexadecimal + ">"
    }
}
