import Dispatch
import Foundation
import PromptBrowser
import PromptStore
import Synchronization

/// One line on the standard error that says how far a task is, drawn anew ten times a second.
final class ProgressBar: Sendable {
    private struct State {
        var progress: TaskProgress?
        var start = DispatchTime.now()
        var turns = 0
        var isShown = false
    }

    private static let signs = ["-", "\\", "|", "/"]
    private static let cells = 30

    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "progress bar")

    /// Draws while `body` runs, and takes the line away.
    func drawing<Value, Problem: Error>(while body: () throws(Problem) -> Value) throws(Problem) -> Value {
        state.withLock { $0.start = .now() }
        let timer = DispatchSource.makeTimerSource(queue: queue)
        // What is quicker would only flash.
        timer.schedule(deadline: .now() + .milliseconds(300), repeating: .milliseconds(100))
        timer.setEventHandler { [self] in draw() }
        timer.resume()
        defer {
            timer.cancel()
            queue.sync { if state.withLock({ $0.isShown }) { Self.write("\r\u{1B}[K") } }
        }
        return try body()
    }

    /// Takes note of how far the task is.
    func show(_ progress: TaskProgress) { state.withLock { $0.progress = progress } }

    private func draw() {
        let line = state.withLock { state -> String? in
            guard let progress = state.progress else { return nil }
            state.turns += 1
            state.isShown = true
            let elapsed = Double(DispatchTime.now().uptimeNanoseconds - state.start.uptimeNanoseconds) / 1e9
            return Self.line(progress, sign: Self.signs[state.turns % Self.signs.count], seconds: Int(elapsed))
        }
        if let line { Self.write("\r\(line)\u{1B}[K") }
    }

    private static func line(_ progress: TaskProgress, sign: String, seconds: Int) -> String {
        let stage = Output.visible(progress.stage) + (progress.isCancellable ? "" : ", cannot be cancelled")
        guard let fraction = progress.fraction else { return "\(sign) \(stage)  \(seconds) s" }
        let filled = Int(fraction * Double(cells))
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: cells - filled)
        return "[\(bar)] \(Int(fraction * 100)) %  \(stage)  \(seconds) s"
    }

    private static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
