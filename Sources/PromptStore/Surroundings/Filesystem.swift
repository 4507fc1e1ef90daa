/// The filesystem that a file is on.
struct Filesystem: Equatable {
    /// What it is mounted as, such as `ext4` or `fuse.sshfs`.
    let type: String

    init(type: String) { self.type = type }

    /// Asks the system; nil where it does not say.
    init?(of path: String) {
        guard let file = FileIdentity(path: path), let mounts = ProcessFile.text("/proc/self/mountinfo") else {
            return nil
        }
        self.init(of: file, in: mounts)
    }

    /// Looks in the list of mounts, each a line such as `36 35 0:42 / /home/x rw - fuse.sshfs host: rw`.
    init?(of file: FileIdentity, in mounts: String) {
        for line in mounts.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count > 6, words[2] == "\(file.major):\(file.minor)",
                let separator = words.firstIndex(of: "-"), separator + 1 < words.count
            else { continue }
            type = String(words[separator + 1])
            return
        }
        return nil
    }

    /// Whether other machines may have it open at the same time.
    var isNetwork: Bool { Self.networks.contains(type.hasPrefix("fuse.") ? String(type.dropFirst(5)) : type) }

    private static let networks: Set = [
        "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "9p", "ceph", "afs", "coda", "ncpfs", "lustre", "gfs2",
        "ocfs2",
        "sshfs", "rclone", "s3fs", "glusterfs", "davfs", "gvfsd-fuse", "curlftpfs", "ceph-fuse", "juicefs", "gcsfuse",
    ]
}
