import Foundation
import Testing

extension TmuxTerminal {
    /// Starts the browser in the shell, and waits for its first screen.
    ///
    /// - Parameter text: what tells that the screen is there.
    /// - Returns: the number of its process.
    @discardableResult func browse(
        _ arguments: String...,
        until text: String = "● live",
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> pid_t {
        let number = home + "/number"
        try? FileManager.default.removeItem(atPath: number)
        // A script that writes its number down, then becomes the browser. It is read by a shell, not executed: a
        // file that some process just starting still has open for writing cannot be.
        let script = """
            echo $$ >'\(number)'
            exec '\(try Program.path())' "$@"

            """
        try script.write(toFile: home + "/browse", atomically: true, encoding: .utf8)
        try await type((["sh browse"] + arguments).joined(separator: " "))
        try await waitFor(text, sourceLocation: sourceLocation)
        let written = try String(contentsOfFile: number, encoding: .utf8).trimmingCharacters(in: .newlines)
        return try #require(pid_t(written))
    }
}
