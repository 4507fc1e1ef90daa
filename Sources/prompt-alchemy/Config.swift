import ArgumentParser
import PromptSettings

struct Config: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print how the browser is configured, and what is wrong with config.yaml.",
        discussion: """
            Only the section “browser:” of the file is looked at. Ends with status 0, and with 1 where something is wrong.
            """
    )

    @OptionGroup var output: OutputOptions

    @OptionGroup var library: LibraryOptions

    func run() throws {
        let settings = Settings(directory: library.directory, abbreviated: LibraryOptions.abbreviated)
        switch output.output {
        case .text: try Output.write(lines: Self.lines(settings))
        case .json: try Output.write(Self.json(settings))
        }
        if !settings.complaints.isEmpty { throw ExitCode(1) }
    }

    private static func lines(_ settings: Settings) -> [String] {
        let values = settings.effective.map { setting in
            let name = setting.name + String(repeating: " ", count: max(1, 26 - setting.name.count))
            let origin = setting.line.map { "  # line \($0)" } ?? ""
            return "\(name)\(setting.value)\(origin)"
        }
        let file = settings.isThere ? settings.name : "\(settings.name), which is not there"
        return ["# \(file)"] + settings.complaints.map { "# \($0)" } + values
    }

    private static func json(_ settings: Settings) -> JSON {
        .object([
            "exists": .bool(settings.isThere), "path": .text(settings.path),
            "problems": .list(settings.complaints.map(JSON.text)),
            "settings": .list(
                settings.effective.map { setting in
                    .object([
                        "line": JSON(setting.line.map(Double.init)), "name": .text(setting.name),
                        "value": .text(setting.value),
                    ])
                }
            ),
        ])
    }
}
