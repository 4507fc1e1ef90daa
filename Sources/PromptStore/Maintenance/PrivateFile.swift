import Foundation

/// Database files that are made for one purpose, readable by their owner only.
enum PrivateFile {
    /// Makes an empty one where there is nothing, not even a symbolic link.
    static func create(_ path: String) throws(StoreError) {
        let descriptor = open(path, O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError(systemCode: errno, path: path) }
        close(descriptor)
    }

    /// Removes one, with what SQLite keeps beside it.
    static func remove(_ path: String) {
        for ending in ["", "-journal", "-wal", "-shm"] { unlink(path + ending) }
    }

    /// Sees to it that a file, or the names in a directory, outlive a power cut.
    static func flush(_ path: String) throws(StoreError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StoreError(systemCode: errno, path: path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw StoreError(systemCode: errno, path: path) }
    }
}
