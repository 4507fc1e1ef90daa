import ArgumentParser
import Foundation
import PromptBrowser

struct Manual: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the manual page, made from the commands, for man.",
        shouldDisplay: false
    )

    func run() throws { try Output.write(Data(ManualPage(try ToolDescription.own()).text.utf8)) }
}

/// The program as swift-argument-parser describes it to other programs.
struct ToolDescription: Decodable {
    struct Command: Decodable {
        let commandName: String
        let abstract: String?
        let discussion: String?
        let shouldDisplay: Bool
        let subcommands: [Command]?
        let arguments: [Argument]?
    }

    struct Argument: Decodable {
        struct Name: Decodable {
            let kind: String
            let name: String

            /// As it is typed.
            var typed: String { (kind == "long" ? "--" : "-") + name }
        }

        let kind: String
        let shouldDisplay: Bool
        let isOptional: Bool
        let names: [Name]?
        let valueName: String?
        let defaultValue: String?
        let allValues: [String]?
        let abstract: String?
    }

    let command: Command

    /// This program.
    static func own() throws -> ToolDescription {
        try JSONDecoder().decode(ToolDescription.self, from: Data(PromptAlchemy._dumpHelp().utf8))
    }
}
