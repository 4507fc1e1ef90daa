import ArgumentParser
import Dispatch
import Foundation
import PromptStore
import Synchronization

/// Runs a task from the command line: a bar on the standard error where that is a terminal, and Ctrl-C to end it.
final class TaskConsole: Sendable {
    private let cancellation = Cancellation()
    private let signalNumber = Atomic<Int32>(0)
    private let bar: ProgressBar?

    init() {
        bar = isatty(STDERR_FILENO) == 1 ? ProgressBar() : nil
    }

    /// Does a task.
    ///
    /// - Throws: what speaks against it, or that it was ended.
    func perform(_ task: MaintenanceTask, of maintenance: Maintenance) throws -> TaskReport {
        let sources = [SIGINT, SIGTERM, SIGHUP].map(ending)
        defer { for source in sources { source.cancel() } }
        do throws(StoreError) {
            guard let bar else { return try maintenance.perform(task, cancellation: cancellation) { _ in } }
            return try bar.drawing { () throws(StoreError) in
                try maintenance.perform(task, cancellation: cancellation) { event in
                    if case .progress(let progress) = event { bar.show(progress) }
                }
            }
        } catch {
            let number = signalNumber.load(ordering: .relaxed)
            guard error == .cancelled, number != 0 else { throw error }
            throw Failure.interrupted("Cancelled; nothing is half done.", signal: number)
        }
    }

    /// Has a signal end the task, not the process.
    private func ending(_ number: Int32) -> any DispatchSourceSignal {
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInitiated))
        source.setEventHandler { [self] in
            signalNumber.store(number, ordering: .relaxed)
            cancellation.cancel()
        }
        source.resume()
        return source
    }
}
