import Foundation
import Testing

extension TmuxTerminal {
    /// The text that is in sight, a line each.
    ///
    /// - Parameter withStyles: with the escape sequences for colours and the like.
    func capture(withStyles: Bool = false) async throws -> [String] {
        let text = try await withStyles ? tmux("capture-pane", "-p", "-e") : tmux("capture-pane", "-p")
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    /// The same with all that has scrolled out of sight.
    func captureHistory() async throws -> [String] {
        try await tmux("capture-pane", "-p", "-S", "-").split(separator: "\n").map(String.init)
    }

    /// What tmux answers to one of its formats, such as `#{cursor_flag}`.
    func state(_ format: String) async throws -> String {
        try await tmux("display-message", "-p", format).trimmingCharacters(in: .newlines)
    }

    /// Waits until the screen shows a text.
    @discardableResult func waitFor(
        _ text: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> [String] {
        try await waitFor("“\(text)”", sourceLocation: sourceLocation) { $0.contains { $0.contains(text) } }
    }

    /// Waits until the screen shows a text no longer.
    func waitForEnd(of text: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        try await waitFor("the end of “\(text)”", sourceLocation: sourceLocation) {
            !$0.contains { $0.contains(text) }
        }
    }

    /// Waits until the shell waits for a command.
    ///
    /// - Parameter status: with which the command before has ended.
    func waitForPrompt(status: Int = 0, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        try await waitFor("a prompt after status \(status)", sourceLocation: sourceLocation) {
            $0.last { !$0.isEmpty }?.hasSuffix("shell[\(status)]$") == true
        }
    }

    /// Waits until there is a file of this name in the home directory.
    func waitForFile(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        try await waitFor("the file \(name)", sourceLocation: sourceLocation) { _ in
            FileManager.default.fileExists(atPath: home + "/" + name)
        }
    }

    /// What the shell says its terminal's modes are.
    func modes() async throws -> String {
        try await shell("stty -a >modes")
        return try String(contentsOfFile: home + "/modes", encoding: .utf8)
    }

    /// Waits until the screen is as described.
    ///
    /// - Returns: the screen.
    @discardableResult func waitFor(
        _ description: String,
        seconds: Double = 20,
        sourceLocation: SourceLocation = #_sourceLocation,
        _ condition: ([String]) async throws -> Bool
    ) async throws -> [String] {
        let start = ContinuousClock.now
        while true {
            let screen = try await capture()
            if try await condition(screen) { return screen }
            guard ContinuousClock.now - start < .seconds(seconds) else {
                throw WaitedInVain(for: description, screen: screen, place: sourceLocation)
            }
            try await Task.sleep(for: .milliseconds(40))
        }
    }
}

/// What was waited for has not come.
private struct WaitedInVain: Error, CustomStringConvertible {
    let description: String

    init(for wanted: String, screen: [String], place: SourceLocation) {
        description = """
            \(place.fileID):\(place.line): waited in vain for \(wanted). The screen:
            \(screen.joined(separator: "\n"))
            """
    }
}
