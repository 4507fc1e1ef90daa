import Foundation

/// A directory of a test's own, gone when the test is.
public final class TemporaryDirectory {
    /// Its path.
    public let path: String

    /// Makes it.
    public init() throws {
        path = NSTemporaryDirectory() + "prompt-alchemy-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        // What cannot be removed is left to the system, which clears the directory it is in.
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The path of a file in it.
    public func file(_ name: String) -> String { path + "/" + name }
}
