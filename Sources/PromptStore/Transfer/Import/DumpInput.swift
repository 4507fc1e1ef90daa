import Foundation

/// The bytes of what is to be imported, read in pieces, with what was read and not yet used of them.
final class DumpInput {
    /// What to call it in sentences.
    let path: String
    /// How many bytes there are; nil for a pipe.
    let size: Int?
    /// How many have been read.
    private(set) var bytesRead = 0
    private(set) var isAtEnd = false
    private let descriptor: Int32
    /// Asked now and then while nothing comes, whether to wait on.
    private let waiting: () throws -> Void
    private var storage: UnsafeMutableBufferPointer<UInt8>
    /// Where in the storage what has been read and not been used begins and ends.
    private var start = 0
    private var end = 0

    private static let pieceBytes = 1 << 20
    /// More than this in one statement or value is not read: SQLite itself takes no more than 10^9 bytes.
    static let mostBytes = 700 << 20

    /// Opens a file, or takes the standard input for `-`.
    ///
    /// - Parameters:
    ///   - libraryPath: a file that must not be touched, for closing it would drop SQLite's locks.
    ///   - waiting: asked now and then while nothing comes, whether to wait on.
    init(path: String, libraryPath: String, waiting: @escaping () throws -> Void) throws {
        self.waiting = waiting
        storage = .allocate(capacity: Self.pieceBytes)
        self.path = path == "-" ? "the standard input" : path
        guard path != "-" else {
            descriptor = dup(STDIN_FILENO)
            size = nil
            guard descriptor >= 0 else { throw StoreError(systemCode: errno, path: self.path) }
            return
        }
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw errno == ENOENT || errno == ENOTDIR
                ? TransferError.missing(path: path).fact : StoreError(systemCode: errno, path: path)
        }
        var library = stat()
        if stat(libraryPath, &library) == 0, library.st_ino == status.st_ino, library.st_dev == status.st_dev {
            throw TransferError.isDatabase(path: path).fact
        }
        let kind = status.st_mode & S_IFMT
        guard kind == S_IFREG || kind == S_IFIFO || kind == S_IFCHR else {
            throw TransferError.notAFile(path: path).fact
        }
        size = kind == S_IFREG ? Int(status.st_size) : nil
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StoreError(systemCode: errno, path: path) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        storage.deallocate()
    }

    /// What has been read and not been used yet; valid until more is read.
    var unread: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: storage[start..<end]) }

    /// Uses up bytes.
    func skip(_ count: Int) { start += count }

    /// Reads more; at the end `isAtEnd` becomes true.
    func fill() throws {
        if start > 0 {
            storage.baseAddress.map { _ = memmove($0, $0 + start, end - start) }
            end -= start
            start = 0
        }
        if end == storage.count {
            let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 2 * storage.count)
            _ = larger.moveInitialize(fromContentsOf: storage)
            storage.deallocate()
            storage = larger
        }
        try waitForMore()
        var count = -1
        repeat {
            count = read(descriptor, storage.baseAddress.map { $0 + end }, storage.count - end)
        } while count < 0 && errno == EINTR
        guard count >= 0 else { throw StoreError(systemCode: errno, path: path) }
        end += count
        bytesRead += count
        isAtEnd = count == 0
    }

    /// Whoever writes into a pipe may take their time, and reading would not hear that it is to end.
    private func waitForMore() throws {
        guard size == nil else { return }
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while poll(&request, 1, 50) <= 0 { try waiting() }
    }

    /// What kind of file it begins like.
    enum Kind { case sql, json, database, empty }

    /// Looks at the beginning, and leaves it to be read.
    func kind() throws -> Kind {
        while unread.count < 16, !isAtEnd { try fill() }
        if unread.starts(with: [0xEF, 0xBB, 0xBF]) { skip(3) }
        if unread.starts(with: Array("SQLite format 3\0".utf8)) { return .database }
        while true {
            guard let first = unread.first(where: { !Self.isBlank($0) }) else {
                if isAtEnd { return .empty }
                try fill()
                continue
            }
            return first == UInt8(ascii: "{") || first == UInt8(ascii: "[") ? .json : .sql
        }
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 10 || byte == 13 || byte == 9 }
}
