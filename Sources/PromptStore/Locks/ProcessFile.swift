import Foundation

/// What the system tells about processes, in files that are none: their lengths are not known before they are read.
enum ProcessFile {
    /// The text of one; nil where it may not be read.
    static func text(_ path: String) -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            if count == 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes += chunk.prefix(count)
        }
    }

    /// The name of a process's program, at most 15 bytes of it.
    static func program(_ processID: Int) -> String? {
        text("/proc/\(processID)/comm").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
    }

    /// The process that has a lock which belongs to an open file instead of a process.
    static func holder(ofOpenFileLockOn file: FileIdentity) -> Int? {
        let end = String(file.inode)
        for name in names(in: "/proc") {
            guard let processID = Int(name) else { continue }
            let directory = "/proc/\(processID)/fdinfo"
            for descriptor in names(in: directory) {
                let lines = text("\(directory)/\(descriptor)")?.split(separator: "\n") ?? []
                let isLocked = lines.contains { line in
                    line.contains(" OFDLCK ") && line.contains(":\(end) ")
                        && line.split(separator: " ").contains { FileIdentity(listed: $0) == file }
                }
                if isLocked { return processID }
            }
        }
        return nil
    }

    private static func names(in directory: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    }
}
