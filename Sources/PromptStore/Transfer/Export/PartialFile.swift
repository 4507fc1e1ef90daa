import Foundation

/// A file under a name that ends in `.partial` until it is whole and on the disk: whatever ends the program, no file
/// that is cut off ever has the final name.
final class PartialFile {
    /// Open for writing.
    let descriptor: Int32
    private let path: String
    private var partialPath: String { path + ".partial" }
    private var isFinished = false

    /// Begins the file, readable by its owner only.
    ///
    /// - Throws: `StoreError.fileExists` where the final name is taken.
    init(path: String) throws {
        self.path = path
        try Self.checkFree(path)
        let flags = O_CREAT | O_WRONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
        descriptor = open(path + ".partial", flags, 0o600)
        guard descriptor >= 0 else { throw StoreError(systemCode: errno, path: path + ".partial") }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            // One that another export is writing stays; one that a crash has left is written anew.
            flock(descriptor, LOCK_EX | LOCK_NB) == 0
        else {
            isFinished = true
            throw TransferError.outputBusy(path: path + ".partial").fact
        }
        guard fchmod(descriptor, 0o600) == 0, ftruncate(descriptor, 0) == 0 else {
            throw StoreError(systemCode: errno, path: path)
        }
    }

    /// Gives the file its name, when all of it is on the disk.
    func finish() throws {
        guard fsync(descriptor) == 0 else { throw StoreError(systemCode: errno, path: path) }
        try Self.checkFree(path)
        guard rename(partialPath, path) == 0 else { throw StoreError(systemCode: errno, path: path) }
        isFinished = true
        // The name is safe only when the directory is, too; not every file system can say so.
        let directory = open((path as NSString).deletingLastPathComponent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if directory >= 0 {
            fsync(directory)
            close(directory)
        }
    }

    deinit {
        guard descriptor >= 0 else { return }
        if !isFinished { unlink(partialPath) }
        close(descriptor)
    }

    private static func checkFree(_ path: String) throws {
        var status = stat()
        if lstat(path, &status) == 0 { throw StoreError.fileExists(path: path) }
    }
}
