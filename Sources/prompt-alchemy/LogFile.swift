import ArgumentParser
import Foundation
import Logging
import PromptStore

extension Logger.Level: @retroactive ExpressibleByArgument {}

/// The log of database operations: a file that begins anew each day, and keeps those of two weeks.
///
/// It is opened for each line, which makes it right for several programs at once and costs nothing until something is
/// written. Where there is no data directory there is no log: a look at a file makes no directory at home.
struct LogFile: Sendable {
    /// Files of earlier days that are kept.
    private static let mostFiles = 14

    /// Where it and those of earlier days are.
    let directory: String

    private var path: String { directory + "/prompt-alchemy.log" }

    /// What writes to it.
    func logger(level: Logger.Level) -> Logger {
        var logger = Logger(label: "prompt-alchemy") { _ in Handler(file: self) }
        logger.logLevel = level
        return logger
    }

    /// Adds a line.
    ///
    /// - Parameter seconds: now, since 1970.
    func write(_ text: String, at seconds: Double) {
        let parent = (directory as NSString).deletingLastPathComponent
        guard access(parent, W_OK) == 0 else { return }
        mkdir(directory, 0o700)
        rotate(at: seconds)
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        // What cannot be written down is not worth failing for.
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let line = Array("\(Timestamp.text(seconds: Int(seconds))) [\(getpid())] \(Output.visible(text))\n".utf8)
        _ = Glibc.write(descriptor, line, line.count)
    }

    /// Puts the lines of an earlier day aside.
    private func rotate(at seconds: Double) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        let written = Self.day(Double(status.st_mtim.tv_sec))
        guard written < Self.day(seconds) else { return }
        // A second name, which only one program can give: another one that is as late does not take a fresh log away.
        if link(path, path + "." + written) == 0 { unlink(path) }
        for file in earlier.dropLast(Self.mostFiles) { unlink(directory + "/" + file) }
    }

    /// Those of earlier days, the oldest first.
    private var earlier: [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        return files.filter { $0.hasPrefix("prompt-alchemy.log.") }.sorted()
    }

    private static func day(_ seconds: Double) -> String { String(Timestamp.text(seconds: Int(seconds)).prefix(10)) }
}

/// Hands lines on to the file.
private struct Handler: LogHandler {
    let file: LogFile
    var logLevel = Logger.Level.debug
    var metadata: Logger.Metadata = [:]

    init(file: LogFile) { self.file = file }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        file.write("\(event.level) \(event.message)", at: Date().timeIntervalSince1970)
    }
}
