/// Numbers and times in the short forms that fit a pane.
enum Figures {
    /// `12,408`.
    static func grouped(_ number: Int) -> String {
        var digits = Array(String(number.magnitude))
        var index = digits.count - 3
        while index > 0 {
            digits.insert(",", at: index)
            index -= 3
        }
        return (number < 0 ? "-" : "") + String(digits)
    }

    /// `1 prompt`, `12,408 prompts`.
    static func counted(_ number: Int, _ noun: String) -> String {
        "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
    }

    /// A share with two digits and no zero before the point: `.71`, `1.0`.
    static func share(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e6 else { return "\(value)" }
        let hundredths = Int((abs(value) * 100).rounded())
        let sign = value < 0 && hundredths > 0 ? "-" : ""
        if hundredths >= 100 { return sign + decimal(Double(hundredths) / 100) }
        return sign + "." + (hundredths < 10 ? "0" : "") + "\(hundredths)"
    }

    /// One digit after the point: `3.9`.
    static func decimal(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
        let tenths = Int((abs(value) * 10).rounded())
        return (value < 0 && tenths > 0 ? "-" : "") + "\(tenths / 10).\(tenths % 10)"
    }

    /// A number without a useless fraction: `14`, `0.7`.
    static func plain(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
        return value == value.rounded() ? grouped(Int(value)) : "\(value)"
    }

    /// Milliseconds as `340 ms`, `1.2 s` or `3 min`.
    static func duration(milliseconds: Double) -> String {
        switch milliseconds {
        case ..<1000: plain(milliseconds.rounded()) + " ms"
        case ..<100_000: decimal(milliseconds / 1000) + " s"
        default: plain((milliseconds / 60_000).rounded()) + " min"
        }
    }

    /// Bytes as `340 B`, `1.2 kB`, `3.4 MB`.
    static func bytes(_ count: Int) -> String {
        switch count {
        case ..<1000: "\(count) B"
        case ..<1_000_000: decimal(Double(count) / 1000) + " kB"
        default: decimal(Double(count) / 1_000_000) + " MB"
        }
    }

    /// How long ago, in seconds, as `now`, `5 min`, `3 h`, `2 d`, `7 mo`, `2 y`; what is to come is `later`.
    static func age(_ seconds: Double) -> String {
        switch seconds {
        case ..<(-60): "later"
        case ..<60: "now"
        case ..<3600: "\(Int(seconds / 60)) min"
        case ..<86_400: "\(Int(seconds / 3600)) h"
        case ..<(60 * 86_400): "\(Int(seconds / 86_400)) d"
        case ..<(730 * 86_400): "\(Int(seconds / (30.44 * 86_400))) mo"
        default: "\(Int(min(seconds / (365.25 * 86_400), 9999))) y"
        }
    }
}
