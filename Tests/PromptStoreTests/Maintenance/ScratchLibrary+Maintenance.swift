import Foundation
import PromptStore
import Synchronization

extension ScratchLibrary {
    /// Where backups go.
    var dataDirectory: String { directory.file("data") }

    func maintenance(isReadOnly: Bool = false, now: Double = ScratchLibrary.now) -> Maintenance {
        Maintenance(path: path, isReadOnly: isReadOnly, dataDirectory: dataDirectory, clock: { now })
    }

    /// Does a task, and lets nobody know how far it is.
    func perform(_ task: MaintenanceTask, isReadOnly: Bool = false) throws -> TaskReport {
        try maintenance(isReadOnly: isReadOnly).perform(task, cancellation: Cancellation()) { _ in }
    }

    /// Does a task, and asks it to end as soon as it tells of a certain stage.
    func perform(_ task: MaintenanceTask, cancelledAt stage: String) throws -> TaskReport {
        let cancellation = Cancellation()
        return try maintenance().perform(task, cancellation: cancellation) { event in
            if case .progress(let progress) = event, progress.stage == stage { cancellation.cancel() }
        }
    }

    /// The stages that a task goes through.
    func stages(_ task: MaintenanceTask) throws -> [String] {
        let stages = Mutex<[String]>([])
        _ = try maintenance().perform(task, cancellation: Cancellation()) { event in
            guard case .progress(let progress) = event else { return }
            stages.withLock { if $0.last != progress.stage { $0.append(progress.stage) } }
        }
        return stages.withLock { $0 }
    }
}

extension TaskReport {
    /// The value of a name.
    func value(_ name: String) -> Quantity? { values.first { $0.name == name }?.quantity }

    /// The table of a name.
    func table(_ name: String) -> Table? { tables.first { $0.name == name } }
}

extension ScratchLibrary {
    /// Overwrites the cells of a page in the middle of the file, which nothing has open.
    func damage() throws { try Self.damage(path) }

    static func damage(_ path: String) throws {
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        let middle = try file.seekToEnd() / 8192 * 4096
        try file.seek(toOffset: middle)
        try file.write(contentsOf: Data(repeating: 0xA5, count: 4096))
        try file.close()
    }
}
