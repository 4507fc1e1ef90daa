import Testing

@testable import PromptBrowser

struct FiguresTests {
    @Test(arguments: [
        (0, "0"), (999, "999"), (1000, "1,000"), (-12_408, "-12,408"), (Int.min, "-9,223,372,036,854,775,808"),
    ])
    func digitsAreGroupedByThousands(number: Int, text: String) { #expect(Figures.grouped(number) == text) }

    @Test(arguments: [
        (0, ".00"), (0.005, ".01"), (0.714, ".71"), (0.999, "1.0"), (1, "1.0"), (-0.25, "-.25"), (-0.001, ".00"),
    ])
    func sharesHaveTwoDigits(value: Double, text: String) { #expect(Figures.share(value) == text) }

    @Test(arguments: [(3.94, "3.9"), (3.95, "4.0"), (-0.04, "0.0"), (1e16, "1e+16"), (Double.infinity, "inf")])
    func decimalsHaveOneDigit(value: Double, text: String) { #expect(Figures.decimal(value) == text) }

    @Test(arguments: [(340, "340 ms"), (999.6, "1,000 ms"), (1234, "1.2 s"), (180_000, "3 min")])
    func durationsHaveAUnit(milliseconds: Double, text: String) {
        #expect(Figures.duration(milliseconds: milliseconds) == text)
    }

    @Test(arguments: [(999, "999 B"), (1000, "1.0 kB"), (3_400_000, "3.4 MB")])
    func sizesHaveAUnit(count: Int, text: String) { #expect(Figures.bytes(count) == text) }

    @Test(arguments: [
        (-61, "later"), (-60, "now"), (59, "now"), (60, "1 min"), (7200, "2 h"), (86_400, "1 d"), (5_184_000, "1 mo"),
        (63_072_000, "1 y"), (1e300, "9999 y"),
    ])
    func agesHaveOneUnit(seconds: Double, text: String) { #expect(Figures.age(seconds) == text) }
}
