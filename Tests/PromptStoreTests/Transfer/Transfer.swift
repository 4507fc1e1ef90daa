import Foundation
import PromptTestSupport

@testable import PromptStore

/// Exports and imports of a test, as the command line asks for them.
struct Transfer {
    /// A line of the shell has failed.
    struct Complaint: Error {
        let text: String
    }

    let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    func path(_ name: String) -> String { directory.file(name) }

    /// Exports a library, and gives the name of the file.
    @discardableResult
    func export(_ library: String, _ format: ExportFormat = .sql, since: String? = nil, to name: String? = nil) throws
        -> String
    {
        let file = path(name ?? "\(UUID().uuidString).\(format.rawValue)")
        try summaryOfExport(library, format, of: since.map { .since(Timestamp(text: $0)) }, to: file)
        return file
    }

    @discardableResult
    func summaryOfExport(
        _ library: String,
        _ format: ExportFormat = .sql,
        of choice: ExportChoice? = nil,
        to file: String
    ) throws -> Export.Summary {
        let task = ExportTask(format: format, choice: choice, target: .file(path: file))
        return try task.summary(run(on: library))
    }

    /// Imports a file into a library.
    @discardableResult
    func importing(
        _ file: String,
        into library: String,
        _ policy: ConflictPolicy = .fail,
        isDryRun: Bool = false
    ) throws -> Import.Summary {
        let task = Import(file: file, libraryPath: library, policy: policy, isDryRun: isDryRun)
        return try task.perform(run(on: library))
    }

    /// A run of a task.
    ///
    /// - Parameter stage: the beginning of the name of a stage in which it is cancelled.
    func run(on library: String, cancelledIn stage: String? = nil) -> TaskRun {
        let cancellation = Cancellation()
        return TaskRun(
            path: library,
            isReadOnly: false,
            dataDirectory: directory.path,
            clock: { ScratchLibrary.now },
            cancellation: cancellation,
            admit: { _ in }
        ) { event in
            guard let stage, case .progress(let progress) = event, progress.stage.hasPrefix(stage) else { return }
            cancellation.cancel()
        }
    }

    /// Writes text into a file, and gives its name.
    func file(_ text: String) throws -> String { try file(Data(text.utf8)) }

    func file(_ bytes: Data) throws -> String {
        let file = path("\(UUID().uuidString).dump")
        try bytes.write(to: URL(fileURLWithPath: file))
        return file
    }

    func bytes(_ file: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: file)) }

    /// Runs a line of the shell in the directory.
    @discardableResult
    func shell(_ line: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", line]
        process.currentDirectoryURL = URL(fileURLWithPath: directory.path)
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let printed = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        if process.terminationStatus != 0 { throw Complaint(text: printed) }
        return printed
    }
}
