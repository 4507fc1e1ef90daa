import ArgumentParser
import Foundation
import PromptSettings
import PromptStore
import PromptTerminal

struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Look at the terminal, SQLite, the library and the configuration, and say what to do about each problem.",
        discussion: "Changes nothing. Ends with status 0, and with 1 where there are problems."
    )

    @OptionGroup var output: OutputOptions

    @OptionGroup var library: LibraryOptions

    func run() throws {
        let findings = TerminalCheck.findings() + LibraryCheck(library).findings() + ConfigCheck(library).findings()
        switch output.output {
        case .text: try Output.write(lines: findings.flatMap(\.lines))
        case .json: try Output.write(.object(["findings": .list(findings.map(\.json))]))
        }
        if findings.contains(where: { $0.advice != nil }) { throw ExitCode(1) }
    }
}

/// Something that was looked at.
struct DoctorFinding {
    /// What was looked at, in a word or two.
    let topic: String
    /// What was found.
    let fact: String
    /// What to do about it; nil where it is well as it is.
    var advice: String?

    init(_ topic: String, _ fact: String, advice: String? = nil) {
        self.topic = topic
        self.fact = fact
        self.advice = advice
    }

    var lines: [String] {
        let heading =
            "\(advice == nil ? "ok" : "!!")  \(topic)" + String(repeating: " ", count: max(1, 16 - topic.count))
        return [heading + fact] + (advice.map { ["    → \($0)"] } ?? [])
    }

    var json: JSON {
        .object([
            "advice": JSON(advice), "fact": .text(fact), "is_problem": .bool(advice != nil), "topic": .text(topic),
        ])
    }
}
