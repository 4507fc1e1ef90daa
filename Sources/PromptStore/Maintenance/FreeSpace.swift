import Foundation

/// The room that is left on the filesystem of a file or directory.
struct FreeSpace {
    /// The file, or the directory.
    let path: String
    /// What this user may still write.
    let bytes: Int

    init(at path: String) throws {
        self.path = path
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { throw StoreError(systemCode: errno, path: path) }
        bytes = Int(status.f_bavail) * Int(status.f_frsize)
    }

    /// The filesystem that something is on; nil where there is no such thing yet.
    static func device(of path: String) -> dev_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_dev : nil
    }

    /// Refuses where there is too little room.
    func require(_ needed: Int) throws {
        if bytes < needed { throw StoreError.noRoom(path: path, neededBytes: needed, freeBytes: bytes) }
    }
}
