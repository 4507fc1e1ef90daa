import Testing

@testable import PromptStore

struct MomentStyleTests {
    @Test(arguments: [
        ("2025-07-09 10:11:12", "2026-05-04 12:00:00"), ("2025-07-09T10:11:12", "2026-05-04T12:00:00"),
        ("2025-07-09T10:11:12Z", "2026-05-04T12:00:00Z"), ("2025-07-09 10:11:12.345678", "2026-05-04 12:00:00.250000"),
        ("2025-07-09 10:11:12.345-07:00", "2026-05-04 05:00:00.250-07:00"),
        ("2025-07-09 10:11:12+02:00", "2026-05-04 14:00:00+02:00"), ("yesterday", "2026-05-04 12:00:00"),
        ("2025-07-09", "2026-05-04 12:00:00"),
    ])
    func aMomentIsWrittenAsItsFileWritesThem(sample: String, written: String) {
        #expect(MomentStyle(sample: .text(sample)).value(of: ScratchLibrary.now + 0.25) == .text(written))
    }

    @Test func numbersStayNumbers() {
        let now = ScratchLibrary.now
        #expect(MomentStyle(sample: .integer(1_752_055_872)).value(of: now) == .integer(Int64(now)))
        #expect(MomentStyle(sample: .integer(1_752_055_872_000)).value(of: now) == .integer(Int64(now) * 1000))
        #expect(MomentStyle(sample: .real(1_752_055_872.5)).value(of: now) == .real(now))
        #expect(MomentStyle(sample: .null).value(of: now) == .text("2026-05-04 12:00:00"))
    }
}
