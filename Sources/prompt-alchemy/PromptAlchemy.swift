import ArgumentParser
import Foundation
import PromptStore

@main
struct PromptAlchemy: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prompt-alchemy",
        abstract: "Browse and rate a library of LLM prompts kept in a SQLite file.",
        version: "0.1.0",
        subcommands: [
            Browse.self, Search.self, Show.self, LineageCommand.self, History.self, Rate.self, Add.self, Tag.self,
            Delete.self, ExportCommand.self, ImportCommand.self, MigrateCommand.self, DatabaseCommand.self,
            Metrics.self, Config.self, Doctor.self, Manual.self,
        ],
        defaultSubcommand: Browse.self
    )

    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let failure as Failure {
            end(failure)
        } catch let error as StoreError {
            end(Failure(error))
        } catch {
            exit(withError: error)
        }
    }

    private static func end(_ failure: Failure) -> Never {
        // A sentence may name what a file holds, and a terminal may be what reads it.
        let lines = ["prompt-alchemy: " + failure.description] + failure.illustration.map { "  " + $0 }
        FileHandle.standardError.write(Data(lines.map { Output.visible($0) + "\n" }.joined().utf8))
        exit(withError: failure.status)
    }
}
