import ArgumentParser
import Foundation
import Logging
import PromptStore

/// Which library a command is about.
struct LibraryOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The library.", valueName: "file"))
    var database: String?

    @Option(
        help: ArgumentHelp(
            "The directory with prompts.db in it (default: $PROMPT_ALCHEMY_DATA_DIR, else ~/.prompt-alchemy).",
            valueName: "dir"
        )
    )
    var dataDir: String?

    @Option(help: ArgumentHelp("How much to write to the log: debug, info, error and so on.", valueName: "level"))
    var logLevel = Logger.Level.debug

    /// The file, absolute.
    var path: String {
        database.map(Self.absolute) ?? directory + "/prompts.db"
    }

    /// The data directory, absolute; also where the library is another file.
    var directory: String { dataDir.map(Self.absolute) ?? Self.usualDirectory }

    private static var usualDirectory: String {
        let environment = ProcessInfo.processInfo.environment["PROMPT_ALCHEMY_DATA_DIR"] ?? ""
        return absolute(environment.isEmpty ? "~/.prompt-alchemy" : environment)
    }

    /// The library of a command that is not told which.
    static var usualPath: String { usualDirectory + "/prompts.db" }

    /// Where database operations are written down.
    var log: Logger { LogFile(directory: directory + "/logs").logger(level: logLevel) }

    /// Opens the library so that nothing in it can change.
    func reading() throws -> PromptStore {
        try PromptStore(path: path, isReadOnly: true, dataDirectory: directory, log: log)
    }

    /// What looks after the library's file.
    func maintenance(isReadOnly: Bool) -> Maintenance {
        Maintenance(path: path, isReadOnly: isReadOnly, dataDirectory: directory, log: log)
    }

    /// A path as a person types it, made absolute.
    static func absolute(_ path: String) -> String {
        let isBelowHome = path == "~" || path.hasPrefix("~/")
        let expanded = isBelowHome ? home + path.dropFirst() : (path as NSString).expandingTildeInPath
        guard !expanded.hasPrefix("/") else { return expanded }
        return FileManager.default.currentDirectoryPath + "/" + expanded
    }

    /// A path as a person would write it.
    static func abbreviated(_ path: String) -> String {
        home != "/" && path.hasPrefix(home + "/") ? "~" + path.dropFirst(home.count) : path
    }

    /// The home directory as shells understand it; Foundation would ask the list of users first.
    private static var home: String {
        ProcessInfo.processInfo.environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? NSHomeDirectory()
    }
}
