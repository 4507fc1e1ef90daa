import Foundation

/// Something about the place of a library that its owner should know; none keeps it from being used.
public enum FileConcern: Equatable, Sendable {
    /// Others than its owner may read or change a file or directory.
    case openToOthers(path: String, mode: Int, isDirectory: Bool)
    /// It is on a network filesystem, of this kind.
    case network(path: String, kind: String)

    /// Those about a library and the directory it is in; looked for without opening it.
    public static func all(of path: String) -> [FileConcern] {
        let directory = (path as NSString).deletingLastPathComponent
        let open = [openness(of: path), openness(of: directory.isEmpty ? "." : directory)].compactMap { $0 }
        guard let filesystem = Filesystem(of: path), filesystem.isNetwork else { return open }
        return [.network(path: path, kind: filesystem.type)] + open
    }

    private static func openness(of path: String) -> FileConcern? {
        var status = stat()
        // What belongs to somebody else, and a directory for everybody's temporary files, is not ours to mend.
        guard stat(path, &status) == 0, status.st_uid == geteuid(), status.st_mode & S_ISVTX == 0,
            status.st_mode & 0o077 != 0
        else { return nil }
        let isDirectory = status.st_mode & S_IFMT == S_IFDIR
        return .openToOthers(path: path, mode: Int(status.st_mode & 0o777), isDirectory: isDirectory)
    }

    /// Whether it is worth a word whenever the library is opened: a directory that others only read shows them names.
    public var isUrgent: Bool {
        switch self {
        case .openToOthers(_, let mode, let isDirectory): !isDirectory || mode & 0o022 != 0
        case .network: true
        }
    }

    /// One sentence: what is so, and what mends it.
    public var sentence: String {
        switch self {
        case .openToOthers(let path, let mode, let isDirectory):
            "Others on this machine may get at \(path), whose mode is \(String(mode, radix: 8)); mend that with: chmod \(isDirectory ? "700" : "600") \(Self.quoted(path))"
        case .network(let path, let kind):
            "\(path) is on a network filesystem (\(kind)), where locks may not hold; have it open on one machine at a time, or move it to a local disk."
        }
    }

    /// As a shell has to be given it.
    private static func quoted(_ path: String) -> String {
        let isPlain = path.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "/._-+~".unicodeScalars.contains(scalar)
        }
        return isPlain ? path : "'" + path.replacing("'", with: "'\\''") + "'"
    }
}
