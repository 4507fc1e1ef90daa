import Glibc
import PromptBrowser
import Subprocess

extension Clipboard {
    /// Hands bytes to the program, waits for its end, and tells what became of it.
    func run(_ bytes: [UInt8]) async -> CopyOutcome {
        guard let command else { return .sent }
        // A file without a name, and not a pipe: one that nobody reads would end this process.
        guard let file = tmpfile() else { return .refused(by: command.program) }
        defer { fclose(file) }
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count, fflush(file) == 0 else {
            return .refused(by: command.program)
        }
        rewind(file)
        do {
            // Nothing of theirs may go to the screen.
            let result = try await Subprocess.run(
                .name(command.program),
                arguments: Arguments(command.arguments),
                input: .fileDescriptor(.init(rawValue: fileno(file)), closeAfterSpawningProcess: false),
                output: .discarded,
                error: .discarded
            )
            guard result.terminationStatus.isSuccess else { return .refused(by: command.program) }
            return self == .tmux ? .takenByTmux : .taken(by: command.program)
        } catch {
            return .refused(by: command.program)
        }
    }
}
