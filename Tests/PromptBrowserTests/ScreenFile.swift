import Foundation
import Testing

/// Compares a screen with the picture of it that somebody has looked at.
///
/// Run the tests with `UPDATE_SCREENS=1` to write the pictures anew, then look at what has changed.
func expectScreen(_ screen: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Screens")
    let file = folder.appendingPathComponent(name + ".txt")
    let known = try? String(contentsOf: file, encoding: .utf8)
    if ProcessInfo.processInfo.environment["UPDATE_SCREENS"] == "1" {
        try screen.write(to: file, atomically: true, encoding: .utf8)
    } else {
        let message: Comment = "The screen is not the one in Screens/\(name).txt. It is:\n\(screen)"
        #expect(known == screen, message, sourceLocation: sourceLocation)
    }
}
