import Dispatch
import Subprocess
import Synchronization

/// How the tmux that this process runs in is set up.
public enum TmuxOption {
    private final class Answer: Sendable {
        let text = Mutex<String?>(nil)
        let isThere = DispatchSemaphore(value: 0)
    }

    /// Asks it for a server option, and waits for its answer.
    ///
    /// - Returns: nil where it has none.
    public static func read(_ name: String) -> String? {
        let answer = Answer()
        Task.detached {
            let result = try? await Subprocess.run(
                .name("tmux"),
                arguments: ["show-options", "-sv", name],
                output: .string(limit: 1000),
                error: .discarded
            )
            let text = result?.standardOutput ?? ""
            answer.text.withLock { $0 = text.split(whereSeparator: \.isNewline).first.map(String.init) }
            answer.isThere.signal()
        }
        answer.isThere.wait()
        return answer.text.withLock { $0 }
    }
}
