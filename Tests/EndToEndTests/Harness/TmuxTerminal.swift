import Foundation
import PromptTestSupport
import Testing

/// A real terminal with a shell in it: a tmux server of its own, which ends with the test.
struct TmuxTerminal: Sendable {
    /// The home directory of the shell, and its working directory.
    let home: String
    private let environment: [String: String]

    /// Opens a terminal for as long as `body` runs.
    ///
    /// - Parameter variables: environment variables of the shell beside the usual few; an empty value unsets one.
    static func open(
        width: Int = 100,
        height: Int = 30,
        variables: [String: String] = [:],
        _ body: (TmuxTerminal) async throws -> Void
    ) async throws {
        await Turnstile.terminals.enter()
        do {
            try await openAtOnce(width: width, height: height, variables: variables, body)
        } catch {
            await Turnstile.terminals.leave()
            throw error
        }
        await Turnstile.terminals.leave()
    }

    /// Opens another terminal beside this one.
    func openAnother(width: Int = 100, height: Int = 30, _ body: (TmuxTerminal) async throws -> Void) async throws {
        // Not through the turnstile: whoever holds a place and waits for a second one may wait for ever.
        try await Self.openAtOnce(width: width, height: height, variables: [:], body)
    }

    private static func openAtOnce(
        width: Int,
        height: Int,
        variables: [String: String],
        _ body: (TmuxTerminal) async throws -> Void
    ) async throws {
        let directory = try TemporaryDirectory()
        try await TmuxTerminal(home: directory.path).run(width: width, height: height, variables: variables, body)
        withExtendedLifetime(directory) {}
    }

    private init(home: String) {
        self.home = home
        environment = ["PATH": ChildProcess.searchPath, "HOME": home, "TMUX_TMPDIR": home, "LANG": "C.UTF-8"]
    }

    private func run(
        width: Int,
        height: Int,
        variables: [String: String],
        _ body: (TmuxTerminal) async throws -> Void
    ) async throws {
        try await start(width: width, height: height, variables: variables)
        let result: Result<Void, any Error>
        do {
            try await waitForPrompt()
            result = .success(try await body(self))
        } catch {
            result = .failure(error)
        }
        try await end()
        try result.get()
    }

    private func start(width: Int, height: Int, variables: [String: String]) async throws {
        var all = [
            "PATH": ChildProcess.searchPath, "HOME": home, "LANG": "C.UTF-8", "TERM": "xterm-256color",
            "PS1": #"shell[$?]$ "#,
            "SWIFT_BACKTRACE": "interactive=no,symbolicate=off,threads=crashed,registers=none,images=none",
            "TMPDIR": home,
        ]
        all.merge(variables) { $1 }
        let assignments = all.filter { !$0.value.isEmpty }.map { "\($0.key)='\($0.value)'" }.sorted()
        try await tmux(
            "start-server",
            ";",
            "set",
            "-g",
            "status",
            "off",
            ";",
            "new-session",
            "-d",
            "-c",
            home,
            "-x",
            "\(width)",
            "-y",
            "\(height)",
            "exec env -i \(assignments.joined(separator: " ")) sh"
        )
    }

    /// Ends the server and with it the shell and all it has started.
    private func end() async throws {
        let server = try #require(pid_t(await state("#{pid}")))
        try await tmux("kill-server")
        for _ in 1...500 where Self.isRunning(server) { try await Task.sleep(for: .milliseconds(10)) }
        #expect(!Self.isRunning(server), "The tmux server \(server) does not end.")
    }

    /// Whether a process runs. One that has ended keeps its number until somebody takes notice, but not its program.
    private static func isRunning(_ process: pid_t) -> Bool {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/exe")) != nil
    }

    /// Gives tmux a command.
    ///
    /// - Returns: what it prints.
    @discardableResult func tmux(_ words: String...) async throws -> String {
        // The server is this terminal's own, for its socket is in this home directory.
        let command = ["tmux", "-u", "-f", "/dev/null", "-L", "t"] + words
        let tmux = try await ChildProcess.run(command, environment: environment)
        guard tmux.status == 0 else { throw TmuxFailed(words: words, errors: tmux.errors) }
        return tmux.output
    }

    private struct TmuxFailed: Error, CustomStringConvertible {
        let words: [String]
        let errors: String
        var description: String { "tmux could not do “\(words.joined(separator: " "))”: \(errors)" }
    }
}
