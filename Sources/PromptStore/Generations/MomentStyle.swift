import Foundation

/// How a file writes moments down, told from one of them.
struct MomentStyle {
    let sample: StoredValue

    /// A moment in that style; in the documented one where the sample is none.
    ///
    /// - Parameter now: seconds since 1970.
    func value(of now: Double) -> StoredValue {
        switch sample {
        case .integer(let sample):
            .integer(abs(sample) > 100_000_000_000 ? Int64(now * 1000) : Int64(now))
        case .real: .real(now)
        case .text(let bytes): .text(text(of: now, like: String(decoding: bytes, as: UTF8.self)))
        case .null, .blob: .text(Timestamp.text(seconds: Int(now)))
        }
    }

    /// With a `T`, a fraction and a zone where the sample has them.
    private func text(of now: Double, like sample: String) -> String {
        guard Timestamp(text: sample).seconds != nil, sample.utf8.count >= 19 else {
            return Timestamp.text(seconds: Int(now))
        }
        let rest = sample.dropFirst(19)
        let fraction = rest.hasPrefix(".") ? rest.dropFirst().prefix(while: \.isNumber) : ""
        let zone = rest.hasPrefix(".") ? rest.dropFirst(1 + fraction.count) : rest
        let offset = -(Timestamp(text: "1970-01-01 00:00:00" + zone).seconds ?? 0)
        var text = Timestamp.text(seconds: Int(now) + Int(offset))
        if sample.contains("T") { text = text.replacing(" ", with: "T") }
        if !fraction.isEmpty {
            let digits = String(Int((now - now.rounded(.down)) * pow(10, Double(fraction.count))))
            text += "." + String(repeating: "0", count: max(0, fraction.count - digits.count)) + digits
        }
        return text + zone
    }
}
