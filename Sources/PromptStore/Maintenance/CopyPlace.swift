import Foundation

/// Where a copy of a library can be for a while that is to be put back into it.
struct CopyPlace {
    /// The library.
    let library: String

    private var prefix: String { library + ".compact-" }

    /// A path that no file has: beside the library, or where there is no room for both the copy and the log that putting
    /// it back takes, among the temporary files.
    ///
    /// - Throws: `StoreError.noRoom` where there is too little room for either.
    func choose(forBytes bytes: Int) throws -> String {
        removeLeftovers()
        let beside = try FreeSpace(at: library)
        if beside.bytes >= 2 * bytes { return prefix + "\(getpid())" }
        try beside.require(bytes)
        let temporary = NSTemporaryDirectory()
        guard try FreeSpace(at: temporary).bytes >= bytes, !isSameFilesystem(temporary) else {
            throw StoreError.noRoom(path: library, neededBytes: 2 * bytes, freeBytes: beside.bytes)
        }
        return temporary + "prompt-alchemy-compact-\(getpid())-\(UUID().uuidString)"
    }

    /// Removes what a run has left that was killed.
    private func removeLeftovers() {
        let directory = (library as NSString).deletingLastPathComponent
        let files = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        for file in files {
            let path = directory + "/" + file
            guard path.hasPrefix(prefix), let process = pid_t(path.dropFirst(prefix.count)) else { continue }
            if process == getpid() || kill(process, 0) != 0 && errno == ESRCH { PrivateFile.remove(path) }
        }
    }

    private func isSameFilesystem(_ directory: String) -> Bool {
        var (own, other) = (stat(), stat())
        return stat(library, &own) == 0 && stat(directory, &other) == 0 && own.st_dev == other.st_dev
    }
}
