import Foundation

/// A file of lines beside a library, its owner's alone, that one process at a time works on.
///
/// It is no database and no process has it open for long: ordinary calls will do.
struct PendingFile {
    let path: String

    /// Whether it is there.
    var exists: Bool { access(path, F_OK) == 0 }

    /// Adds a line; when this returns, it is on the disk.
    func append(_ line: Data) throws(StoreError) {
        guard let file = try open(creating: true) else { return }
        defer { close(file) }
        // After a line that was written in part comes a new one.
        let isBroken = try read(file).last.map { $0 != UInt8(ascii: "\n") } ?? false
        try write((isBroken ? Data("\n".utf8) : Data()) + line, to: file)
    }

    /// Works on the lines while no other process does.
    ///
    /// - Parameter body: given the lines that were written as a whole, says whether all is done and the file can go.
    func consume(_ body: ([Data]) throws(StoreError) -> Bool) throws(StoreError) {
        guard let file = try open(creating: false) else { return }
        defer { close(file) }
        let content = try read(file)
        let end = content.lastIndex(of: UInt8(ascii: "\n")) ?? content.startIndex
        let lines = content[..<end].split(separator: UInt8(ascii: "\n")).map { Data($0) }
        if try body(lines) { unlink(path) }
    }

    // MARK: The file itself

    /// Opens and locks it; nil where there is none and none is to be made.
    private func open(creating: Bool) throws(StoreError) -> Int32? {
        while true {
            guard let file = try descriptor(creating: creating) else { return nil }
            do throws(StoreError) {
                try requireOwn(file)
                while flock(file, LOCK_EX) != 0 {
                    guard errno == EINTR else { throw StoreError(systemCode: errno, path: path) }
                }
            } catch {
                close(file)
                throw error
            }
            var status = stat()
            if fstat(file, &status) == 0, status.st_nlink > 0 { return file }
            // Whoever had the lock before has done all and removed it.
            close(file)
        }
    }

    private func descriptor(creating: Bool) throws(StoreError) -> Int32? {
        let flags = O_RDWR | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
        var file = Glibc.open(path, flags)
        if file < 0, errno == ENOENT {
            guard creating else { return nil }
            file = Glibc.open(path, flags | O_CREAT | O_EXCL, 0o600)
            if file >= 0 { syncDirectory() } else if errno == EEXIST { return try descriptor(creating: creating) }
        }
        guard file >= 0 else { throw StoreError(systemCode: errno, path: path) }
        return file
    }

    /// In a directory that others write to, somebody else may have put a file there.
    private func requireOwn(_ file: Int32) throws(StoreError) {
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
            status.st_nlink <= 1, fchmod(file, 0o600) == 0
        else { throw .noPermission(path: path) }
    }

    private func syncDirectory() {
        let directory = Glibc.open((path as NSString).deletingLastPathComponent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { return }
        fsync(directory)
        close(directory)
    }

    private func read(_ file: Int32) throws(StoreError) -> Data {
        do {
            let handle = FileHandle(fileDescriptor: file, closeOnDealloc: false)
            try handle.seek(toOffset: 0)
            return try handle.readToEnd() ?? Data()
        } catch {
            throw .inputOutput(path: path, detail: "\(error)")
        }
    }

    private func write(_ data: Data, to file: Int32) throws(StoreError) {
        var rest = data[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw StoreError(systemCode: errno, path: path) }
            rest = rest.dropFirst(count)
        }
        guard fsync(file) == 0 else { throw StoreError(systemCode: errno, path: path) }
    }
}
