import Foundation

/// Another program that works on a library: the sqlite3 shell.
public struct OtherProgram {
    /// The shell refused.
    public struct Refusal: Error, CustomStringConvertible {
        /// What it said.
        public let description: String
    }

    private let path: String

    /// - Parameter path: the library.
    public init(_ path: String) { self.path = path }

    /// Runs SQL.
    ///
    /// - Returns: what the shell printed, without the last line end.
    @discardableResult
    public func run(_ sql: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["sqlite3", "-batch", "-bail", "-cmd", ".timeout 5000", path, sql]
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let printed = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Refusal(description: complaint) }
        return printed.hasSuffix("\n") ? String(printed.dropLast()) : printed
    }

    /// Runs statements, however many there are.
    public func execute(_ sql: String) throws {
        let directory = try TemporaryDirectory()
        let script = directory.file("script.sql")
        try sql.write(toFile: script, atomically: false, encoding: .utf8)
        try run(".read '\(script)'")
    }
}
