import PromptBrowser
import Testing

@testable import PromptTerminal

struct MouseReportTests {
    @Test(arguments: [
        ("0;1;1M", Mouse(.press, x: 0, y: 0)), ("0;300;20m", Mouse(.release, x: 299, y: 19)),
        ("32;5;6M", Mouse(.drag, x: 4, y: 5)), ("64;5;6M", Mouse(.wheelUp, x: 4, y: 5)),
        ("65;5;6M", Mouse(.wheelDown, x: 4, y: 5)), ("16;5;6M", Mouse(.press, x: 4, y: 5)),
    ])
    func `reports are understood`(text: String, mouse: Mouse) { #expect(Self.read(text) == .mouse(mouse)) }

    @Test(arguments: ["2;1;1M", "0;1M", "0;1;1;1M", "x", "35;1;1M"])
    func `other buttons and what is no report are nothing`(text: String) { #expect(Self.read(text) == nil) }

    private static func read(_ text: String) -> Event? {
        var report = MouseReport()
        for scalar in text.unicodeScalars where report.take(scalar) { return report.event }
        return nil
    }
}
