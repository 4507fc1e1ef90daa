import Foundation

/// Makes a verified copy of the library.
struct BackupTask: TaskWork {
    /// Where; nil for a name of its own in the directory of backups.
    let target: String?

    func perform(_ run: TaskRun) throws -> TaskReport {
        let maker = BackupMaker(run: run)
        let path: String
        if let target {
            path = target
            try maker.make(at: target)
        } else {
            path = try maker.make(.asked)
        }
        return TaskReport(
            "Backed up to \(path), and checked.",
            values: [.init("backup", .text(path)), .init("size", .bytes(FileRoom.bytes(of: path)))]
        )
    }
}
