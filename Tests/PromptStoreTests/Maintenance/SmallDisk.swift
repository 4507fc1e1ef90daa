import Foundation
import PromptTestSupport

/// A filesystem in memory with little room, where this process may mount one.
final class SmallDisk {
    let path: String
    private let directory: TemporaryDirectory

    /// Nil, with a word about it, where the system does not allow it.
    init?(bytes: Int) throws {
        directory = try TemporaryDirectory()
        path = directory.file("disk")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        guard mount("none", path, "tmpfs", 0, "size=\(bytes)") == 0 else {
            print("Skipped: no small filesystem can be mounted here (\(String(cString: strerror(errno)))).")
            return nil
        }
    }

    deinit { umount2(path, Int32(MNT_DETACH)) }
}
