import ArgumentParser
import Foundation

@main
struct PromptAlchemy: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prompt-alchemy",
        abstract: "Browse and rate a library of LLM prompts kept in a SQLite file.",
        version: "0.1.0",
        subcommands: [Browse.self],
        defaultSubcommand: Browse.self
    )

    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let failure as Failure {
            FileHandle.standardError.write(Data("prompt-alchemy: \(failure.description)\n".utf8))
            exit(withError: failure.status)
        } catch {
            exit(withError: error)
        }
    }
}
