import Foundation
import Testing

extension TmuxTerminal {
    /// Presses keys, by the names tmux has for them; a single character is its own name.
    func send(_ keys: String...) async throws {
        for key in keys { try await tmux("send-keys", key) }
    }

    /// Types text, in one go.
    func sendLiteral(_ text: String) async throws {
        // A semicolon at the end would be one of tmux's own.
        try await tmux("send-keys", "-l", text.hasSuffix(";") ? text.dropLast() + "\\;" : text)
    }

    /// Pastes text: bracketed if, and only if, the program has asked for that.
    func paste(_ text: String) async throws {
        try await tmux("set-buffer", "-b", "pasted", "--", text, ";", "paste-buffer", "-p", "-b", "pasted")
    }

    /// Types a line into the shell.
    func type(_ line: String) async throws {
        try await sendLiteral(line)
        try await send("Enter")
    }

    /// Runs a command in the shell.
    ///
    /// - Returns: its exit status.
    @discardableResult func shell(_ command: String) async throws -> Int {
        let file = home + "/status-" + UUID().uuidString
        try await type("\(command); echo $? >'\(file)'")
        var status: Int?
        try await waitFor("the end of “\(command)”") { _ in
            status = (try? String(contentsOfFile: file, encoding: .utf8)).flatMap {
                $0.hasSuffix("\n") ? Int($0.dropLast()) : nil
            }
            return status != nil
        }
        try await waitForPrompt()
        return try #require(status)
    }

    /// Changes the size of the window.
    func resize(_ width: Int, _ height: Int) async throws {
        try await tmux("resize-window", "-x", "\(width)", "-y", "\(height)")
    }
}
