import Foundation

/// Something that a task can be told before it runs: what a person is asked for in words.
public struct TaskParameter: Equatable, Sendable {
    /// What is expected.
    public enum Form: Equatable, Sendable {
        /// A path, as a person types it.
        case file
        /// The path of a backup.
        case backup
        /// A word or a number.
        case text
        /// One of some words.
        case choice([String])
    }

    /// A word or two.
    public let name: String
    /// What it is for, and what it means where it is left empty.
    public let hint: String
    /// What is expected.
    public let form: Form
    /// What it is where a person does not say otherwise.
    public let usual: String

    init(_ name: String, _ hint: String, _ form: Form = .text, usual: String = "") {
        self.name = name
        self.hint = hint
        self.form = form
        self.usual = usual
    }
}

/// Why what a task was told does not do.
public struct TaskParameterError: Error, Equatable, Sendable {
    /// The parameter that it is about.
    public let name: String
    /// What is wrong and what would do, in one sentence.
    public let sentence: String
}

extension MaintenanceTask.Kind {
    /// What a person can tell a task of this kind.
    public var parameters: [TaskParameter] {
        switch self {
        case .backup: [TaskParameter("File", "The file to make; empty: one in the directory of backups", .file)]
        case .restore: [TaskParameter("Backup", "The backup to put in the library's place", .backup)]
        case .integrityCheck:
            [
                TaskParameter(
                    "Quick",
                    "Whether indexes, texts and scores are left out",
                    .choice(["no", "yes"]),
                    usual: "no"
                )
            ]
        case .export:
            [
                TaskParameter("File", "The new file to write", .file),
                TaskParameter(
                    "Format",
                    "How to write it",
                    .choice(ExportFormat.allCases.map(\.rawValue)),
                    usual: "sql"
                ),
                TaskParameter("Since", "Only prompts made then or later, as 2026-01-31; empty: all"),
            ]
        case .import:
            [
                TaskParameter("File", "The export or dump to bring in", .file),
                TaskParameter(
                    "Conflicts",
                    "What becomes of a row that the library has otherwise",
                    .choice(ConflictPolicy.allCases.map(\.rawValue)),
                    usual: ConflictPolicy.fail.rawValue
                ),
            ]
        case .optimize, .compact, .analyze, .migrate, .statistics, .performance, .rescore: []
        }
    }
}

extension MaintenanceTask {
    /// Makes a task of what a person has said.
    ///
    /// - Parameters:
    ///   - words: by the names of parameters; those that are missing are as usual.
    ///   - isDryRun: whether it is only to tell what it would do, where its kind can.
    public init(_ kind: Kind, _ words: [String: String] = [:], isDryRun: Bool = false) throws(TaskParameterError) {
        let told = TaskWords(kind: kind, words: words)
        switch kind {
        case .backup: self = .backup(to: told.path("File"))
        case .migrate: self = .migrate(MigrationOptions(isRehearsal: isDryRun))
        case .restore:
            self = .restore(from: try told.requiredPath("Backup", "Write which backup is to be restored."))
        case .export:
            let file = try told.requiredPath("File", "Write the name of the file that is to be made.")
            let since = try told.moment("Since").map(ExportChoice.since)
            self = .export(format: told.choice("Format", .sql), of: since, to: .file(path: file))
        case .import:
            let file = try told.requiredPath("File", "Write the name of the file that is to be imported.")
            self = .import(from: file, onConflict: told.choice("Conflicts", .fail), isDryRun: isDryRun)
        case .integrityCheck: self = .integrityCheck(isQuick: told.text("Quick") == "yes")
        case .optimize: self = .optimize
        case .compact: self = .compact
        case .analyze: self = .analyze
        case .performance: self = .performance
        case .rescore: self = .rescore
        case .statistics: self = .statistics
        }
    }
}

/// What a person has told a task.
private struct TaskWords {
    let kind: MaintenanceTask.Kind
    let words: [String: String]

    /// A word; nil where it is empty.
    func text(_ name: String) -> String? {
        let word = words[name] ?? kind.parameters.first { $0.name == name }?.usual ?? ""
        let trimmed = word.trimmingCharacters(in: .whitespacesAndNewlines)
        return trimmed.isEmpty ? nil : trimmed
    }

    /// One of the words of a choice.
    func choice<Choice: RawRepresentable<String>>(_ name: String, _ usual: Choice) -> Choice {
        text(name).flatMap(Choice.init(rawValue:)) ?? usual
    }

    /// A moment in UTC; nil where it is empty.
    func moment(_ name: String) throws(TaskParameterError) -> Timestamp? {
        guard let text = text(name) else { return nil }
        let moment = Timestamp(text: text)
        guard moment.seconds != nil else {
            throw TaskParameterError(name: name, sentence: "A date is written as 2026-01-31, or 2026-01-31 10:15:00.")
        }
        return moment
    }

    /// A path, absolute, that must not be empty.
    func requiredPath(_ name: String, _ request: String) throws(TaskParameterError) -> String {
        guard let path = path(name) else { throw TaskParameterError(name: name, sentence: request) }
        return path
    }

    /// A path, absolute; nil where it is empty.
    func path(_ name: String) -> String? {
        guard let expanded = text(name).map({ ($0 as NSString).expandingTildeInPath }) else { return nil }
        return expanded.hasPrefix("/") ? expanded : FileManager.default.currentDirectoryPath + "/" + expanded
    }
}
