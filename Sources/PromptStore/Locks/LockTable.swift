import Foundation

/// The locks on files that the system knows of, as Linux lists them in /proc/locks.
struct LockTable {
    /// One that is held; those that are only waited for are left out.
    struct Lock: Equatable {
        let isExclusive: Bool
        /// Below 1 where the lock belongs to an open file and not to a process, or to one that is not shown here.
        let processID: Int
        let file: FileIdentity
        /// The bytes of the file.
        let first: UInt64
        let last: UInt64
    }

    let locks: [Lock]

    /// Reads the list as it is now; empty where the system has none.
    static func current() -> LockTable { LockTable(ProcessFile.text("/proc/locks") ?? "") }

    /// Understands lines such as `9: POSIX  ADVISORY  WRITE 4711 fe:00:123 1073741825 1073741825`.
    init(_ text: String) {
        locks = text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard words.count == 8, words[1] == "POSIX" || words[1] == "OFDLCK", let processID = Int(words[4]),
                let file = FileIdentity(listed: words[5]), let first = UInt64(words[6])
            else { return nil }
            return Lock(
                isExclusive: words[3] == "WRITE",
                processID: processID,
                file: file,
                first: first,
                last: UInt64(words[7]) ?? .max
            )
        }
    }

    /// The lock that keeps a writer of a database waiting, where one does.
    ///
    /// Bytes as in the sections “Locking” of SQLite's file format and “WAL locks” of its description of the WAL index.
    func blocking(database: FileIdentity, index: FileIdentity?, ownProcessID: Int) -> Lock? {
        let writers = locks.filter { lock in
            lock.isExclusive
                && (lock.file == database && lock.touches(Self.lockedBytes)
                    || lock.file == index && lock.touches(Self.indexBytes))
        }
        if let other = writers.first(where: { $0.processID != ownProcessID }) { return other }
        if let own = writers.first { return own }
        // In WAL mode readers keep nobody out; without, they keep a writer from committing.
        guard index == nil else { return nil }
        return locks.first {
            $0.file == database && $0.touches(Self.lockedBytes) && $0.processID != ownProcessID
        }
    }

    /// PENDING, RESERVED and SHARED.
    private static let lockedBytes: ClosedRange<UInt64> = 0x4000_0000...0x4000_01FF
    /// WRITE, CKPT and RECOVER of the WAL's index.
    private static let indexBytes: ClosedRange<UInt64> = 120...122
}

extension LockTable.Lock {
    fileprivate func touches(_ bytes: ClosedRange<UInt64>) -> Bool {
        first <= bytes.upperBound && last >= bytes.lowerBound
    }
}

/// Which file something is, whatever its path.
struct FileIdentity: Equatable {
    let major: UInt64
    let minor: UInt64
    let inode: UInt64

    /// Asks the system without opening the file; nil where there is none.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        let device = UInt64(status.st_dev)
        // As glibc's gnu_dev_major and gnu_dev_minor, which are macros.
        major = (device >> 8 & 0xFFF) | (device >> 32 & 0xFFFF_F000)
        minor = (device & 0xFF) | (device >> 12 & 0xFFFF_FF00)
        inode = UInt64(status.st_ino)
    }

    /// As the list has it: `fe:00:123`, the device in hexadecimal digits.
    init?(listed: some StringProtocol) {
        let parts = listed.split(separator: ":")
        guard parts.count == 3, let major = UInt64(parts[0], radix: 16), let minor = UInt64(parts[1], radix: 16),
            let inode = UInt64(parts[2])
        else { return nil }
        (self.major, self.minor, self.inode) = (major, minor, inode)
    }
}
