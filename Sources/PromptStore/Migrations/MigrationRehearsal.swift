import Foundation
import GRDB

/// A migration of a private copy, which is thrown away afterwards. The library stays as it is, byte by byte.
struct MigrationRehearsal {
    let run: TaskRun

    /// - Parameter migrate: does it in an open transaction.
    func perform(_ migrate: (Database, TaskRun) throws -> MigrationReport) throws -> TaskReport {
        let source = try LibraryInspection(path: run.path, isReadOnly: true).run().connection
        return try source.read { source in
            if let step = try MigrationSteps.unknown(in: source) { throw StoreError.newer(path: run.path, step: step) }
            let room = try FileRoom(source, path: run.path)
            let directory = try Self.makeDirectory(for: room.bytes * 3)
            defer { Self.remove(directory) }
            let copy = try Connections.openWriter(path: directory + "/rehearsal.db")
            return try run.watching(copy, "Copying") {
                try copy.writeWithoutTransaction { copy in
                    try PageCopy.run(from: source, to: copy) { try run.tell("Copying", $0, of: $1) }
                    // Nothing of it has to outlive anything, and what is cancelled is taken back at once from a log.
                    try copy.execute(sql: "PRAGMA main.journal_mode = WAL; PRAGMA main.synchronous = OFF")
                    var report = MigrationReport()
                    try copy.inTransaction(.immediate) {
                        report = try migrate(copy, run)
                        return .commit
                    }
                    return report.steps.isEmpty ? MigrationReport.nothingToDo : report.taskReport(backup: nil)
                }
            }
        }
    }

    /// Makes a directory for its owner only, on the first filesystem with enough room.
    private static func makeDirectory(for bytes: Int) throws -> String {
        let places = [NSTemporaryDirectory(), "/var/tmp", "/tmp"]
        let free = try places.compactMap { place in FileRoom.exists(place) ? try FreeSpace(at: place) : nil }
        guard let place = free.first(where: { $0.bytes >= bytes }) ?? free.first else {
            throw StoreError.missing(path: NSTemporaryDirectory())
        }
        try place.require(bytes)
        var template = Array((place.path + "/prompt-alchemy-rehearsal-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw StoreError(systemCode: errno, path: place.path) }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func remove(_ directory: String) {
        // What cannot be removed is left to the system, which clears the directory it is in.
        try? FileManager.default.removeItem(atPath: directory)
    }
}
