import PromptStore

/// A value as docs/json.md describes it.
///
/// Foundation's encoder would refuse a number that is infinite, and leave control characters that terminals obey.
enum JSON {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case list([JSON])
    case object([String: JSON])

    init(_ number: StoredNumber) {
        self =
            switch number {
            case .none: .null
            case .number(let value): .number(value)
            case .text(let text): .text(text)
            }
    }

    init(_ text: String?) { self = text.map(JSON.text) ?? .null }

    init(_ number: Double?) { self = number.map(JSON.number) ?? .null }

    init(_ moment: Timestamp?) { self = JSON(moment?.stored) }

    /// The value as JSON text, with the keys in order.
    var text: String {
        var text = ""
        append(to: &text, indentation: "\n")
        return text
    }

    private func append(to text: inout String, indentation: String) {
        let deeper = indentation + "  "
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .number(let value): text += Self.figures(value)
        case .text(let value): Self.append(value, to: &text)
        case .list(let values) where values.isEmpty: text += "[]"
        case .list(let values):
            for (index, value) in values.enumerated() {
                text += (index == 0 ? "[" : ",") + deeper
                value.append(to: &text, indentation: deeper)
            }
            text += indentation + "]"
        case .object(let values) where values.isEmpty: text += "{}"
        case .object(let values):
            for (index, entry) in values.sorted(by: { $0.key < $1.key }).enumerated() {
                text += (index == 0 ? "{" : ",") + deeper
                Self.append(entry.key, to: &text)
                text += ": "
                entry.value.append(to: &text, indentation: deeper)
            }
            text += indentation + "}"
        }
    }

    private static func figures(_ value: Double) -> String {
        // Too large for every reader of JSON, which is what it means; JSON itself has no infinity.
        guard value.isFinite else { return value < 0 ? "-9e999" : "9e999" }
        return Int(exactly: value).map(String.init) ?? "\(value)"
    }

    private static func append(_ value: String, to text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"", "\\": text += "\\\(scalar)"
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            case _ where isUnseen(scalar):
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }

    /// Whether a terminal might obey it. Escaped it is the same to every reader of JSON.
    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: return true
        default: return false
        }
    }
}
