import Dispatch
import Foundation

/// A program that is run to its end, and what came of it.
///
/// Foundation's Process waits for whoever has inherited a certain socket, which the server that tmux starts does too.
struct ChildProcess: Sendable {
    /// As a shell reports it: 128 and the number of the signal, where one has ended it.
    let status: Int32
    /// What it has written to its standard output, byte by byte.
    let bytes: Data
    let errors: String

    /// The same as text, repaired where it is none.
    var output: String { String(decoding: bytes, as: UTF8.self) }

    /// Runs a program found on the PATH.
    ///
    /// - Parameters:
    ///   - environment: all of it; nothing is inherited.
    ///   - input: a file for its standard input.
    static func run(
        _ words: [String],
        environment: [String: String] = ["PATH": searchPath],
        input: String = "/dev/null"
    ) async throws -> ChildProcess {
        try await withCheckedThrowingContinuation { continuation in
            // Waiting for a process blocks its thread, and a test's own thread is one of very few.
            queue.async {
                continuation.resume(with: Result { try runBlocking(words, environment, input) })
            }
        }
    }

    /// Where this process looks for programs.
    static let searchPath = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"

    private static let queue = DispatchQueue(label: "child processes", attributes: .concurrent)

    private static func runBlocking(
        _ words: [String],
        _ environment: [String: String],
        _ input: String
    ) throws -> ChildProcess {
        // Files, not pipes: a pipe is full after 64 KB, and who reads one of two may wait for the other for ever.
        let prefix = NSTemporaryDirectory() + "prompt-alchemy-child-" + UUID().uuidString
        let files = [prefix + ".output", prefix + ".errors"]
        defer { for file in files { unlink(file) } }
        let process = try spawn(words, environment, input: input, output: files[0], errors: files[1])
        var status: Int32 = 0
        while waitpid(process, &status, 0) == -1, errno == EINTR {}
        let signal = status & 0x7F
        return ChildProcess(
            status: signal == 0 ? status >> 8 & 0xFF : 128 + signal,
            bytes: try Data(contentsOf: URL(fileURLWithPath: files[0])),
            errors: String(decoding: try Data(contentsOf: URL(fileURLWithPath: files[1])), as: UTF8.self)
        )
    }

    private static func spawn(
        _ words: [String],
        _ environment: [String: String],
        input: String,
        output: String,
        errors: String
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT, 0o600)
        // A thread of Dispatch blocks most signals, and its children would do so too: no server would end.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let arguments = words.map { strdup($0) }
        let variables = environment.map { strdup("\($0.key)=\($0.value)") }
        defer { for text in arguments + variables { free(text) } }
        var process: pid_t = 0
        let code = posix_spawnp(
            &process,
            words.first ?? "",
            &actions,
            &attributes,
            arguments + [nil],
            variables + [nil]
        )
        guard code == 0 else { throw CannotRun(words: words, code: code) }
        return process
    }

    private struct CannotRun: Error, CustomStringConvertible {
        let words: [String]
        let code: Int32
        var description: String {
            "“\(words.joined(separator: " "))” could not be run: \(String(cString: strerror(code)))"
        }
    }
}
