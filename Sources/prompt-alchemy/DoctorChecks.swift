import Foundation
import PromptBrowser
import PromptSettings
import PromptStore
import PromptTerminal

/// What the doctor finds out about the terminal.
enum TerminalCheck {
    static func findings() -> [DoctorFinding] {
        let report = TerminalReport()
        guard report.error != .notATerminal else {
            return [DoctorFinding("terminal", "none: this is a pipe, in which only the subcommands work")]
        }
        let size = report.size.map { "\($0.width)x\($0.height) cells" } ?? "of unknown size"
        let isSmall = report.size.map { $0.width < 40 || $0.height < 12 } ?? false
        let advice = report.error?.sentence ?? (isSmall ? "Make it 40x12 cells at least; the browser needs them." : nil)
        return [
            DoctorFinding(
                "terminal",
                "\(report.type.isEmpty ? "TERM is not set" : report.type), \(size)",
                advice: advice
            ),
            DoctorFinding("colours", colours(report)),
            DoctorFinding(
                "text",
                report.isUTF8 ? "UTF-8" : "\(report.encoding): everything is drawn with ASCII",
                advice: report.isUTF8 ? nil : "Set LANG to a locale with UTF-8, such as C.UTF-8."
            ),
            clipboard,
        ]
    }

    private static func colours(_ report: TerminalReport) -> String {
        if report.isColourless { return "turned off by NO_COLOR" }
        if report.takesMixtures { return "any mixture" }
        return report.colours == 0 ? "none" : "\(report.colours)"
    }

    private static var clipboard: DoctorFinding {
        switch Clipboard.here {
        case .program(let name, _): return DoctorFinding("clipboard", "by \(name)")
        case .tmux:
            guard let setting = TmuxOption.read("set-clipboard") else { return DoctorFinding("clipboard", "by tmux") }
            let advice =
                setting == "off"
                ? "tmux keeps copies to itself; “tmux set -s set-clipboard on” lets the terminal have them." : nil
            return DoctorFinding("clipboard", "by tmux, whose set-clipboard is \(setting)", advice: advice)
        case .terminal:
            return DoctorFinding("clipboard", "by OSC 52, if the terminal takes it, which it does not tell")
        }
    }
}

/// What the doctor finds out about SQLite and the library.
struct LibraryCheck {
    private let path: String

    init(_ library: LibraryOptions) { path = library.path }

    func findings() -> [DoctorFinding] { [sqlite] + file }

    private var sqlite: DoctorFinding {
        do throws(StoreError) {
            let facts = try SQLiteFacts()
            guard facts.isThreadSafe else {
                return DoctorFinding("SQLite", facts.version, advice: "It was built for one thread; install another.")
            }
            return DoctorFinding(
                "SQLite",
                "\(facts.version), \(facts.hasFullText ? "with" : "without") full-text search"
            )
        } catch {
            return DoctorFinding("SQLite", "does not work", advice: error.sentence)
        }
    }

    private var file: [DoctorFinding] {
        do throws(StoreError) {
            let store = try PromptStore(path: path, isReadOnly: true)
            let facts = try store.facts()
            var findings = [
                DoctorFinding("library", "\(LibraryOptions.abbreviated(path)), prompts: \(facts.prompts)"),
                DoctorFinding(
                    "journal",
                    facts.journalMode == "wal" ? "wal" : "\(facts.journalMode); the first change makes it wal"
                ),
                DoctorFinding("layout", Self.layout(facts)),
            ]
            let examination = try store.examination()
            for object in examination.foreignObjects {
                findings.append(
                    DoctorFinding(
                        "of unknown origin",
                        object.title,
                        advice: "See what it does: sqlite3 \(ShellWord.quoted(path)) .schema"
                    )
                )
            }
            return findings
                + examination.concerns.map { DoctorFinding($0.topic, $0.place, advice: $0.sentence) }
        } catch {
            return [DoctorFinding("library", LibraryOptions.abbreviated(path), advice: error.sentence)]
        }
    }

    private static func layout(_ facts: LibraryFacts) -> String {
        if facts.missing.isEmpty { return "as documented" }
        let shown = facts.missing.prefix(6).joined(separator: ", ")
        let rest = facts.missing.count - 6
        return "\(facts.generation.title), which opens all the same; not in it: \(shown)"
            + (rest > 0 ? " and \(rest) more" : "")
    }
}

extension FileConcern {
    /// In a word or two.
    fileprivate var topic: String {
        switch self {
        case .openToOthers: "permissions"
        case .network: "filesystem"
        }
    }

    /// What it is about.
    fileprivate var place: String {
        switch self {
        case .openToOthers(let path, let mode, _): "\(path), mode 0\(String(mode, radix: 8))"
        case .network(_, let kind): kind
        }
    }
}

extension LibraryGeneration {
    /// In a few words.
    fileprivate var title: String {
        switch self {
        case .documented: "as documented"
        case .first: "of the tool's first generation"
        case .second: "of the tool's second generation"
        case .third: "of the tool's third generation"
        case .mixed: "of several generations at once"
        }
    }
}

/// What the doctor finds out about the configuration.
struct ConfigCheck {
    private let settings: Settings

    init(_ library: LibraryOptions) {
        settings = Settings(directory: library.directory, abbreviated: LibraryOptions.abbreviated)
    }

    func findings() -> [DoctorFinding] {
        guard settings.isThere else { return [DoctorFinding("configuration", "none: all is as by default")] }
        guard !settings.complaints.isEmpty else { return [DoctorFinding("configuration", settings.name)] }
        return settings.complaints.map { DoctorFinding("configuration", settings.name, advice: $0) }
    }
}
