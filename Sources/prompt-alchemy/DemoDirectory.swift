import Foundation
import PromptStore

/// Where the demo library lives while it is looked at.
struct DemoDirectory: Sendable {
    private var path: String { NSTemporaryDirectory() + "prompt-alchemy-demo-\(getpid())" }

    /// Generates the library.
    ///
    /// - Returns: its file.
    func create() throws(StoreError) -> String {
        let file = path + "/prompts.db"
        remove()
        try PromptStore.createDemo(at: file, now: Int(Date().timeIntervalSince1970))
        return file
    }

    /// Throws it away, if it is there.
    func remove() {
        // A library that cannot be removed stays in the temporary directory, which the system clears.
        try? FileManager.default.removeItem(atPath: path)
    }
}
