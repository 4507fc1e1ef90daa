/// A moment as a file stores it: its text, and its seconds since 1970 where it can be read.
public struct Timestamp: Equatable, Sendable {
    /// The stored text, or the number as text.
    public let stored: String
    /// Seconds since 1970-01-01 00:00 UTC; nil where the text is no date.
    public let seconds: Double?

    /// Reads `2025-07-09 10:11:12`, optionally with a `T`, a fraction and a zone; UTC where none is given.
    public init(text: String) {
        stored = text
        seconds = Self.parse(text)
    }

    /// A number of seconds since 1970, or of milliseconds where it is too large for seconds.
    public init(number: Double) {
        let seconds = abs(number) > 100_000_000_000 ? number / 1000 : number
        self.seconds = seconds
        stored = seconds.isFinite && abs(seconds) < 1e15 ? Self.text(seconds: Int(seconds)) : "\(number)"
    }

    /// `2025-07-09 10:11:12` in UTC, the seed's own form.
    public static func text(seconds: Int) -> String {
        let days = Int((Double(seconds) / 86_400).rounded(.down))
        let rest = seconds - days * 86_400
        let date = civil(days: days)
        return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2)) "
            + "\(padded(rest / 3600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static func parse(_ text: String) -> Double? {
        var input = text.utf8[...]
        guard let year = number(&input, digits: 4), take(&input, "-"), let month = number(&input, digits: 2),
            take(&input, "-"), let day = number(&input, digits: 2), (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        let days = days(year: year, month: month, day: day)
        guard civil(days: days).day == day else { return nil }  // 31 April and the like.
        var seconds = Double(days * 86_400)
        if input.isEmpty { return seconds }
        guard take(&input, " ") || take(&input, "T"), let hour = number(&input, digits: 2), take(&input, ":"),
            let minute = number(&input, digits: 2), hour < 25, minute < 60
        else { return nil }
        seconds += Double(hour * 3600 + minute * 60)
        if take(&input, ":") {
            guard let second = number(&input, digits: 2), second < 61 else { return nil }
            seconds += Double(second)
            if take(&input, ".") {
                var scale = 0.1
                while let digit = number(&input, digits: 1) {
                    seconds += Double(digit) * scale
                    scale /= 10
                }
            }
        }
        _ = take(&input, " ")
        if input.isEmpty || take(&input, "Z") { return input.isEmpty ? seconds : nil }
        let sign: Double = take(&input, "+") ? -1 : take(&input, "-") ? 1 : 0
        guard sign != 0, let zoneHour = number(&input, digits: 2) else { return nil }
        _ = take(&input, ":")
        let zoneMinute = number(&input, digits: 2) ?? 0
        return seconds + sign * Double(zoneHour * 3600 + zoneMinute * 60)
    }

    private static func number(_ input: inout Substring.UTF8View, digits: Int) -> Int? {
        guard input.count >= digits else { return nil }
        var value = 0
        for byte in input.prefix(digits) {
            guard (48...57).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 48)
        }
        input = input.dropFirst(digits)
        return value
    }

    private static func take(_ input: inout Substring.UTF8View, _ character: Unicode.Scalar) -> Bool {
        guard input.first == UInt8(ascii: character) else { return false }
        input = input.dropFirst()
        return true
    }

    // Days of the proleptic Gregorian calendar since 1970-01-01, and back: Howard Hinnant's days_from_civil.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func civil(days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let monthOfYear = month < 10 ? month + 3 : month - 9
        return (yearOfEra + era * 400 + (monthOfYear <= 2 ? 1 : 0), monthOfYear, dayOfYear - (153 * month + 2) / 5 + 1)
    }
}
