import Foundation
import PromptTestSupport
import Testing

@testable import PromptStore

/// A filesystem without room for an export, or for what is imported.
struct FullDiskTests {
    private let transfer: Transfer
    private let library: String

    init() throws {
        transfer = try Transfer()
        library = transfer.path("library.db")
        try SampleLibrary(seed: 5, count: 3000).store(in: .documented, at: library)
    }

    @Test(arguments: ExportFormat.allCases)
    func anExportThatFindsNoRoomLeavesNoFile(format: ExportFormat) throws {
        guard let disk = try SmallDisk(bytes: 200_000) else { return }
        let target = disk.path + "/export"
        #expect(throws: StoreError.diskFull(path: target)) {
            try transfer.summaryOfExport(library, format, to: target)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == [])
    }

    @Test func anImportThatFindsNoRoomLeavesTheLibraryAsItWas() throws {
        guard let disk = try SmallDisk(bytes: 400_000) else { return }
        let file = try transfer.export(library)
        let target = disk.path + "/prompts.db"
        let task = ImportTask(file: file, policy: .fail, isDryRun: false)
        #expect(throws: (any Error).self) { try task.perform(transfer.run(on: target)) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == [])

        try SampleLibrary(seed: 6, count: 10).store(in: .documented, at: target)
        let before = try transfer.export(target)
        #expect(throws: (any Error).self) { try task.perform(transfer.run(on: target)) }
        #expect(try transfer.bytes(transfer.export(target)) == transfer.bytes(before))
        #expect(try OtherProgram(target).run("PRAGMA integrity_check") == "ok")
    }
}
