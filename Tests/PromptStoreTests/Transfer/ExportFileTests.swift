import Foundation
import PromptTestSupport
import Testing

@testable import PromptStore

/// The file of an export: nobody else's, and there only when it is whole.
struct ExportFileTests {
    private let transfer: Transfer
    private let library: String

    init() throws {
        transfer = try Transfer()
        library = transfer.path("library.db")
        try SampleLibrary(seed: 5, count: 200).store(in: .documented, at: library)
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: transfer.directory.path).sorted()
    }

    @Test func aCancelledExportLeavesNoFile() throws {
        let target = transfer.path("out.sql")
        for stage in ["Counting", "Exporting prompts", "Exporting metrics"] {
            let task = ExportTask(format: .sql, choice: nil, target: .file(path: target))
            #expect(throws: StoreError.cancelled) {
                try task.perform(transfer.run(on: library, cancelledIn: stage))
            }
            #expect(try names() == ["library.db"])
        }
    }

    @Test func aCancelledImportLeavesNoLibrary() throws {
        let file = try transfer.export(library, to: "out.sql")
        for stage in ["Reading", "Importing prompts", "Making"] {
            let task = ImportTask(file: file, policy: .fail, isDryRun: false)
            #expect(throws: StoreError.cancelled) {
                try task.perform(transfer.run(on: transfer.path("new.db"), cancelledIn: stage))
            }
            #expect(try names() == ["library.db", "out.sql"])
        }
    }

    @Test func nothingIsWrittenOver() throws {
        for name in ["library.db", "other.sql", "link.sql"] {
            let target = transfer.path(name)
            if name == "other.sql" { try Data("mine".utf8).write(to: URL(fileURLWithPath: target)) }
            if name == "link.sql" { symlink(transfer.path("nowhere"), target) }
            #expect(throws: StoreError.fileExists(path: target)) { try transfer.export(library, to: name) }
        }
        symlink(transfer.path("victim"), transfer.path("out.sql.partial"))
        #expect(throws: StoreError.self) { try transfer.export(library, to: "out.sql") }
        #expect(try !names().contains("victim"))
    }

    @Test func aFileThatACrashLeftIsWrittenAnewAndOneInUseIsNot() throws {
        let partial = transfer.path("out.sql.partial")
        try Data(repeating: 65, count: 10_000_000).write(to: URL(fileURLWithPath: partial))
        chmod(partial, 0o644)
        let file = try transfer.export(library, to: "out.sql")
        #expect(try transfer.bytes(file) == transfer.bytes(transfer.export(library)))
        var status = stat()
        #expect(stat(file, &status) == 0 && status.st_mode & 0o777 == 0o600)

        let writer = try PartialFile(path: transfer.path("busy.sql"))
        #expect(throws: TransferError.outputBusy(path: transfer.path("busy.sql.partial")).fact) {
            try transfer.export(library, to: "busy.sql")
        }
        withExtendedLifetime(writer) {}
    }

    @Test func anExportReadsOnly() throws {
        let before = try transfer.bytes(library)
        for format in ExportFormat.allCases { try transfer.export(library, format, since: "2025-01-01") }
        #expect(try transfer.bytes(library) == before)
    }

    @Test(arguments: Generation.allCases)
    func sinceChoosesByTheMomentWhicheverWayItIsStored(generation: Generation) throws {
        let path = transfer.path("\(generation).db")
        let sample = SampleLibrary(seed: 9, count: 80)
        try sample.store(in: generation, at: path, times: .mixed)
        let moments = sample.prompts.map(\.createdAt).sorted()
        let date = Timestamp.text(seconds: moments[40])
        let wanted = Set(sample.prompts.filter { $0.createdAt >= moments[40] }.map(\.id))
        let file = transfer.path("since.sql")
        let summary = try transfer.summaryOfExport(path, of: .since(Timestamp(text: date)), to: file)
        let copy = transfer.path("copy-\(generation).db")
        try transfer.importing(file, into: copy)
        let ids = Set(try OtherProgram(copy).run("SELECT id FROM prompts").split(separator: "\n").map(String.init))
        #expect(ids == wanted)
        let absent = Set(
            sample.prompts.filter { wanted.contains($0.id) }.compactMap(\.parent).map { sample.prompts[$0].id }
        ).subtracting(wanted)
        #expect(Set(summary.absentParents) == (generation.hasParents ? absent : []))
        if generation.hasParents { #expect(!absent.isEmpty) }
        for id in summary.absentParents {
            #expect(String(decoding: try transfer.bytes(file), as: UTF8.self).contains("-- Absent parent: \(id)\n"))
        }
        if generation == .documented {
            #expect(
                try OtherProgram(copy).run(
                    "SELECT count(*) FROM user_feedback WHERE prompt_id NOT IN (SELECT id FROM prompts)"
                ) == "0"
            )
            #expect(try OtherProgram(copy).run("SELECT count(*) > 0 FROM user_feedback") == "1")
        }
    }

    @Test func chosenPromptsAreExportedWithWhatBelongsToThem() throws {
        let ids = try OtherProgram(library).run("SELECT id FROM prompts WHERE parent_id IS NOT NULL LIMIT 3")
            .split(separator: "\n").map(String.init)
        let file = transfer.path("chosen.json")
        let summary = try transfer.summaryOfExport(library, .json, of: .prompts(ids: ids + ["gone"]), to: file)
        #expect(ids.count == 3 && !summary.absentParents.isEmpty)
        let copy = transfer.path("chosen.db")
        try transfer.importing(file, into: copy)
        let copied = try OtherProgram(copy).run("SELECT id FROM prompts ORDER BY id").split(separator: "\n")
        #expect(copied.map(String.init) == ids.sorted())
        let quoted = ids.map { "'\($0)'" }.joined(separator: ", ")
        let metrics = "SELECT count(*) FROM metrics WHERE prompt_id IN (\(quoted))"
        #expect(try OtherProgram(copy).run("SELECT count(*) FROM metrics") == OtherProgram(library).run(metrics))
    }
}
