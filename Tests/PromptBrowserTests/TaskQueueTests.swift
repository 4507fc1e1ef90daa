import PromptStore
import Testing

@testable import PromptBrowser

/// What changes the library runs alone; everything else side by side.
struct TaskQueueTests {
    private var queue = TaskQueue()
    private let reading = MaintenanceTask.statistics
    private let writing = MaintenanceTask.migrate(MigrationOptions())

    private mutating func add(_ tasks: MaintenanceTask...) -> [Effect] {
        for task in tasks { queue.add(task) }
        return queue.begin(at: 0)
    }

    @Test mutating func `tasks that only read begin at once`() {
        #expect(add(reading, .backup(to: nil)) == [.startTask(id: 1, reading), .startTask(id: 2, .backup(to: nil))])
    }

    @Test mutating func `one that writes waits for those before it, and those behind it wait for it`() {
        #expect(add(reading, writing, reading) == [.startTask(id: 1, reading)])
        #expect(queue.obstacle(of: 2)?.id == 1 && queue.obstacle(of: 3)?.id == 2)
        _ = queue.end(1, .failure(.cancelled), at: 1)
        #expect(queue.begin(at: 1) == [.startTask(id: 2, writing)])
        _ = queue.end(2, .failure(.cancelled), at: 2)
        #expect(queue.begin(at: 2) == [.startTask(id: 3, reading)])
    }

    @Test mutating func `a rehearsal is no writing`() {
        let rehearsal = MaintenanceTask.migrate(MigrationOptions(isRehearsal: true))
        #expect(add(rehearsal, reading).count == 2)
    }

    @Test mutating func `cancelling ends what waits at once, and asks what runs to end, once`() {
        _ = add(writing, reading)
        #expect(queue.cancel(2, at: 1) == [])
        #expect(queue[2]?.hasEnded == true)
        #expect(queue.cancel(1, at: 1) == [.cancelTask(id: 1)])
        #expect(queue.cancel(1, at: 1) == [])
        #expect(queue[1]?.word.text == "ending")
    }

    @Test mutating func `cancelling what waits lets those behind it go on`() {
        _ = add(reading, writing, reading)
        #expect(queue.cancel(2, at: 1) == [.startTask(id: 3, reading)])
    }

    @Test mutating func `what is finishing cannot be cancelled`() {
        _ = add(writing)
        queue.take(.progress(TaskProgress(stage: "Writing back", isCancellable: false)), of: 1)
        #expect(queue.cancel(1, at: 1) == [])
        #expect(queue[1]?.word.text == "finishing")
    }

    @Test mutating func `of those that have ended the newest fifty are kept, and of a long log its end`() {
        for id in 1...60 {
            _ = add(reading)
            for line in 0..<600 { queue.take(.note(TaskNote(moment: 0, text: "\(line)")), of: id) }
            _ = queue.end(id, .failure(.cancelled), at: 1)
        }
        #expect(queue.entries.count <= TaskQueue.mostEnded + 1 && queue.entries.last?.id == 60)
        #expect(queue[60]?.log.count == 500 && queue[60]?.log.last?.text == "599")
    }
}
