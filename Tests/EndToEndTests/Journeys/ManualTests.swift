import Foundation
import PromptTestSupport
import Testing

struct ManualTests {
    @Test func `the manual has every command, option and key`() async throws {
        let run = try await ChildProcess.run([try Program.path(), "manual"])
        #expect(run.status == 0)
        let commands = ["browse", "search", "show", "lineage", "history", "rate", "config", "doctor"]
        for command in commands { #expect(run.output.contains("\n.SS \(command)"), "\(command)") }
        for word in ["\\-\\-read\\-only", "\\-\\-mouse", "half\\-page\\-down", "\\fBCtrl\\-d\\fR", "config.yaml"] {
            #expect(run.output.contains(word), "\(word)")
        }
        #expect(!run.output.contains("manual"))
    }

    @Test func `installing puts program, manual and completions in their places`() async throws {
        let directory = try TemporaryDirectory()
        let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../..").standardized.path
        let make = try await ChildProcess.run(
            [
                "make", "-s", "-C", repository, "install-files", "PROGRAM=\(try Program.path())",
                "PREFIX=\(directory.path)",
            ]
        )
        #expect(make.status == 0, "\(make.errors)")
        for file in [
            "bin/prompt-alchemy", "share/man/man1/prompt-alchemy.1",
            "share/bash-completion/completions/prompt-alchemy", "share/zsh/site-functions/_prompt-alchemy",
            "share/fish/vendor_completions.d/prompt-alchemy.fish",
        ] {
            let size = try FileManager.default.attributesOfItem(atPath: directory.file(file))[.size] as? Int
            #expect(size ?? 0 > 100, "\(file)")
        }
    }
}
