import Foundation

/// Another program that keeps a library locked: a sqlite3 shell in the midst of a transaction.
public final class LockingProgram {
    /// Which lock it takes.
    public enum Lock: String, CaseIterable, Sendable {
        case immediate = "BEGIN IMMEDIATE"
        case exclusive = "BEGIN EXCLUSIVE"
    }

    /// The shell did not get the lock.
    public struct Refusal: Error {}

    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()

    /// Takes the lock, and has it when this returns.
    public init(_ path: String, _ lock: Lock = .immediate) throws {
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["sqlite3", "-batch", "-cmd", ".timeout 5000", path]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try run("\(lock.rawValue);")
    }

    /// The number of its process.
    public var processID: Int { Int(process.processIdentifier) }

    /// Runs SQL within its transaction.
    public func run(_ sql: String) throws {
        try input.fileHandleForWriting.write(contentsOf: Data("\(sql)\nSELECT 'done';\n".utf8))
        var printed = Data()
        while printed.suffix(5) != Data("done\n".utf8) {
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { throw Refusal() }
            printed += more
        }
    }

    /// Ends the transaction, and the program.
    public func release() throws {
        try run("COMMIT;")
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    deinit { if process.isRunning { process.terminate() } }
}
