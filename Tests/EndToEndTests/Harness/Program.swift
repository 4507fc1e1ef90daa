import Foundation

/// The program under test.
enum Program {
    /// Why nothing can be tested.
    struct NotBuilt: Error, CustomStringConvertible {
        let path: String
        var description: String { "There is no \(path) to test; build it with: swift build --product prompt-alchemy" }
    }

    /// Its file: it is built into the directory of the tests that are running.
    static func path() throws -> String {
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let path = (tests as NSString).deletingLastPathComponent + "/prompt-alchemy"
        guard FileManager.default.isExecutableFile(atPath: path) else { throw NotBuilt(path: path) }
        return path
    }
}
