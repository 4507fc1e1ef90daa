import Foundation

/// The directory with the backups of libraries, readable by their owner only.
struct BackupDirectory {
    let path: String
    /// The library that backups are made of, or asked about.
    let library: String

    init(dataDirectory: String, library: String) {
        path = dataDirectory + "/backups"
        self.library = library
    }

    /// All backups, those of other libraries too, the newest first.
    func backups() -> [Backup] {
        // No directory, no backups.
        let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let hash = BackupName.hash(library)
        return files.compactMap { file -> (name: BackupName, backup: Backup)? in
            guard let name = BackupName(file: file), let madeAt = name.madeAt else { return nil }
            let backup = Backup(
                path: path + "/" + file,
                libraryName: name.libraryName,
                isOfThisLibrary: name.pathHash == hash,
                reason: name.reason,
                madeAt: madeAt,
                bytes: FileRoom.bytes(of: path + "/" + file)
            )
            return (name, backup)
        }.sorted { ($0.name.moment, $0.name.number, $0.name.file) > ($1.name.moment, $1.name.number, $1.name.file) }
            .map(\.backup)
    }

    /// A path that no file has yet.
    func freePath(_ reason: Backup.Reason, madeAt seconds: Double) -> String {
        var name = BackupName(library: library, reason: reason, madeAt: seconds)
        while FileRoom.exists(path + "/" + name.file) { name.number += 1 }
        return path + "/" + name.file
    }

    /// Deletes those backups of the library that nobody will miss.
    ///
    /// - Returns: how many.
    func prune(now: Double) -> Int {
        let superfluous = BackupRetention(now: now).superfluous(backups().filter(\.isOfThisLibrary))
        // One that cannot be deleted stays.
        return superfluous.count { unlink($0.path) == 0 }
    }
}
