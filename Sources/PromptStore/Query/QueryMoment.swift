/// A moment in a query: a date, or as long ago as it says when the query is run.
public enum QueryMoment: Equatable, Hashable, Sendable {
    /// Whole seconds since 1970-01-01 00:00 UTC.
    case date(seconds: Int)
    /// So many units before now.
    case ago(Int, Unit)

    /// A length of time; raw values are as in the text.
    public enum Unit: String, CaseIterable, Sendable {
        case hours = "h"
        case days = "d"
        case weeks = "w"
        case months = "m"
        case years = "y"

        /// A month has 30 days here, a year 365.
        var seconds: Int {
            switch self {
            case .hours: 3600
            case .days: 86_400
            case .weeks: 7 * 86_400
            case .months: 30 * 86_400
            case .years: 365 * 86_400
            }
        }
    }

    /// Reads `2024-01-01`, `2024-01-01T10:30`, `7d`; nil where the text is neither a date of the years 0 to 9999 nor an age.
    public init?(_ text: String) {
        if let unit = text.last.flatMap({ Unit(rawValue: $0.lowercased()) }) {
            let digits = text.dropLast()
            guard (1...6).contains(digits.count), digits.utf8.allSatisfy({ (48...57).contains($0) }),
                let count = Int(digits)
            else { return nil }
            self = .ago(count, unit)
            return
        }
        let signs = text.dropFirst(11).utf8
        guard signs.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ":") }),
            let seconds = Timestamp(text: text).seconds, seconds < Self.end
        else { return nil }
        self = .date(seconds: Int(seconds))
    }

    /// The first second of the year 10000.
    private static let end = 253_402_300_800.0

    /// Seconds since 1970.
    func seconds(now: Double) -> Double {
        switch self {
        case .date(let seconds): Double(seconds)
        case .ago(let count, let unit): now - Double(count * unit.seconds)
        }
    }

    /// As `init` reads it.
    var text: String {
        switch self {
        case .ago(let count, let unit): return "\(count)\(unit.rawValue)"
        case .date(let seconds):
            let text = Timestamp.text(seconds: seconds)
            return text.hasSuffix(" 00:00:00") ? String(text.prefix(10)) : text.replacing(" ", with: "T")
        }
    }
}
