import Testing

@testable import PromptStore

struct TimestampTests {
    private static let noon = 1_752_055_872.0

    @Test(arguments: [
        ("2025-07-09 10:11:12", noon),
        ("2025-07-09T10:11:12", noon),
        ("2025-07-09T10:11:12Z", noon),
        ("2025-07-09 10:11:12 +00:00", noon),
        ("2025-07-09T12:11:12+02:00", noon),
        ("2025-07-09T12:11:12+0200", noon),
        ("2025-07-09 04:41:12-05:30", noon),
        ("2025-07-09 10:11:12.25", noon + 0.25),
        ("2025-07-09T10:11:12.123456789Z", noon + 0.123_456_789),
        ("2025-07-09 10:11", noon - 12),
        ("2025-07-09", noon - 36_672),
        ("1970-01-01 00:00:00", 0),
        ("1969-12-31 23:59:59", -1),
        ("2024-02-29", 1_709_164_800),
        ("2000-02-29", 951_782_400),
        ("0001-01-01", -62_135_596_800),
        ("9999-12-31 23:59:59", 253_402_300_799),
    ])
    func everyUsualSpellingOfAMomentIsRead(text: String, seconds: Double) throws {
        let timestamp = Timestamp(text: text)
        #expect(timestamp.stored == text)
        #expect(abs(try #require(timestamp.seconds) - seconds) < 0.000_001)
    }

    @Test(arguments: [
        "", " ", "yesterday", "2025", "2025-07", "2025-13-01", "2025-00-10", "2025-01-00", "2025-01-32", "2025-02-29",
        "2025-02-30", "2100-02-29", "2025-04-31", "25-07-09", "2025/07/09", "2025-07-09x", "2025-07-09 10",
        "2025-07-09 25:00", "2025-07-09 10:60", "2025-07-09 10:11:61", "2025-07-09 10:11:12 CEST",
        "2025-07-09 10:11:12Zulu", "２０２５-07-09", "2025-07-09 10:11:12+", "-025-07-09",
    ])
    func whatIsNoDateKeepsItsTextAndHasNoSeconds(text: String) {
        #expect(Timestamp(text: text).seconds == nil)
        #expect(Timestamp(text: text).stored == text)
    }

    @Test func numbersAreSecondsOrMilliseconds() {
        #expect(Timestamp(number: Self.noon) == Timestamp(text: "2025-07-09 10:11:12"))
        #expect(Timestamp(number: Self.noon * 1000).seconds == Self.noon)
        #expect(Timestamp(number: 0).stored == "1970-01-01 00:00:00")
        #expect(Timestamp(number: -1).stored == "1969-12-31 23:59:59")
    }

    @Test(arguments: [Double.infinity, -.infinity, .greatestFiniteMagnitude, 1e19, .nan])
    func numbersBeyondAllCalendarsDoNoHarm(number: Double) {
        #expect(Timestamp(number: number).stored == "\(number)")
    }

    @Test func textAndSecondsAreInverse() {
        for seconds in stride(from: -62_135_596_800, through: 253_402_300_799, by: 86_399 * 997) {
            #expect(Timestamp(text: Timestamp.text(seconds: seconds)).seconds == Double(seconds))
        }
        #expect(Timestamp.text(seconds: 951_868_799) == "2000-02-29 23:59:59")
        #expect(Timestamp.text(seconds: 951_868_800) == "2000-03-01 00:00:00")
    }
}
