import Foundation
import GRDB

/// Takes the library to the documented layout, or a copy of it to see what that would come to.
struct MigrateTask: TaskWork {
    let options: MigrationOptions

    func perform(_ run: TaskRun) throws -> TaskReport {
        if options.isRehearsal { return try MigrationRehearsal(run: run).perform(migrate) }
        guard !run.isReadOnly else { throw StoreError.readOnly(path: run.path) }
        let room = try inspect(run)
        if !options.isForced { try requireRoom(room, run) }
        let queue = try Connections.openWriter(path: run.path)
        let result = try run.watching(queue, "Migrating") { try change(queue, run) }
        if result != nil {
            run.tellFinishing("Bringing the log into the library")
            // What another program reads stays in the log until that is done.
            _ = try queue.writeWithoutTransaction { try Row.fetchAll($0, sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        }
        try queue.close()
        return result ?? MigrationReport.nothingToDo
    }

    /// Everything in one transaction; the backup is made while it keeps others from writing.
    ///
    /// - Returns: nil where there is nothing to do.
    private func change(_ queue: DatabaseQueue, _ run: TaskRun) throws -> TaskReport? {
        try queue.writeWithoutTransaction { database in
            guard try !steps(for: database).isEmpty else { return nil }
            if try String.fetchOne(database, sql: "PRAGMA main.journal_mode") != "wal" {
                try database.execute(sql: "PRAGMA main.journal_mode = WAL")
            }
            var report: TaskReport?
            try database.inTransaction(.immediate) {
                if !options.allowsForeignObjects {
                    var admission = Admission()
                    try admission.check(database, path: run.path)
                }
                let backup = try BackupMaker(run: run).make(.migration)
                report = try migrate(database, run).taskReport(backup: backup)
                run.tellFinishing("Making it final")
                return .commit
            }
            return report
        }
    }

    private func steps(for database: Database) throws -> [MigrationStep] {
        options.isForced ? MigrationSteps.all : try MigrationSteps.pending(in: database)
    }

    private func migrate(_ database: Database, _ run: TaskRun) throws -> MigrationReport {
        let migration = Migration(path: run.path, steps: try steps(for: database), batchSize: options.batchSize) {
            try run.tell($0, $1, of: $2)
        }
        return try migration.run(on: database)
    }

    /// Refuses what is no library, or a newer one.
    private func inspect(_ run: TaskRun) throws -> FileRoom {
        let queue = try run.openReader()
        let room = try queue.read { try FileRoom($0, path: run.path) }
        try queue.close()
        return room
    }

    /// Every page may be in the log once more before it is in the library, which grows too; the backup takes the rest.
    private func requireRoom(_ room: FileRoom, _ run: TaskRun) throws {
        let library = FreeSpace.device(of: run.path)
        let holdsBackup = library == (FreeSpace.device(of: run.dataDirectory) ?? library)
        try FreeSpace(at: run.path).require(room.bytes * (holdsBackup ? 3 : 2))
    }
}
