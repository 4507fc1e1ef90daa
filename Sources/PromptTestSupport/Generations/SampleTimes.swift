import PromptStore

/// How the times of a sample library are written down.
public enum SampleTimes: CaseIterable, Sendable {
    /// As the generation does.
    case own
    /// In every way that is about, side by side in one file.
    case mixed

    /// A moment as an SQL literal.
    ///
    /// - Parameters:
    ///   - seconds: since 1970.
    ///   - number: of the row, which decides about the way.
    func literal(_ seconds: Int, number: Int, in generation: Generation) -> String {
        guard self == .mixed else {
            return generation.hasUnixTimes ? "\(seconds)" : "'\(Timestamp.text(seconds: seconds))'"
        }
        let text = Timestamp.text(seconds: seconds)
        let joined = text.replacing(" ", with: "T")
        switch number % 9 {
        case 0: return "'\(text)'"
        case 1: return "'\(text).000000'"
        case 2: return "'\(Timestamp.text(seconds: seconds - 7 * 3600)).000-07:00'"
        case 3: return "'\(joined)Z'"
        case 4: return "'\(joined)'"
        case 5: return "\(seconds)"
        case 6: return "\(seconds).0"
        case 7: return "'\(Timestamp.text(seconds: seconds + 5 * 3600 + 1800))+05:30'"
        default: return "'\(joined).0Z'"
        }
    }
}
