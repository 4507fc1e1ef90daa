import Foundation
import PromptBrowser

/// What a person has written into `config.yaml`: its section `browser:`, which is read and never written.
public struct Settings: Sendable {
    /// What concerns the browser.
    public var preferences = Preferences()
    /// The looks of things.
    public var palette = Palette()
    /// The name of the palette, or of the one that it is based on.
    public private(set) var themeName = "standard"
    /// Whether to draw with ASCII only.
    public var isASCII = false
    /// Whether the mouse works, at the cost of selecting text with it as elsewhere.
    public var usesMouse = false
    /// What is wrong with the file; whatever is right in it counts all the same.
    public private(set) var problems: [SettingsProblem] = []
    /// The lines that set something, by the names of what they set, such as `keys.down`.
    public private(set) var lines: [String: Int] = [:]
    /// Where the file is, or would be.
    public let path: String
    /// The same as a person would write it.
    public let name: String
    /// The permissions of the file where it can be read by others, who might find keys of services in it.
    public private(set) var looseMode: UInt16?

    /// Reads the file in the data directory, if there is one.
    ///
    /// - Parameter abbreviated: how a person would write a path.
    public init(directory: String, abbreviated: (String) -> String = { $0 }) {
        path = directory + "/config.yaml"
        name = abbreviated(path)
        var status = stat()
        guard stat(path, &status) == 0 else { return }
        isThere = true
        if status.st_mode & 0o077 != 0 { looseMode = UInt16(status.st_mode & 0o777) }
        guard let data = FileManager.default.contents(atPath: path) else {
            problems = [SettingsProblem(line: nil, column: nil, fact: "it cannot be read; look at its permissions.")]
            tellProblems()
            return
        }
        read(String(decoding: data, as: UTF8.self))
    }

    /// Reads a text instead of a file.
    ///
    /// - Parameter name: what to call it.
    public init(_ text: String, name: String = "config.yaml") {
        path = name
        self.name = name
        read(text)
    }

    /// Whether there is a file.
    public private(set) var isThere = false

    /// All that is wrong, a sentence each, with how to mend it.
    public var complaints: [String] { problems.map { $0.sentence(in: name) } + [modeAdvice].compactMap { $0 } }

    /// How to mend what others may read; nil where nobody else may.
    public var modeAdvice: String? {
        looseMode.map { mode in
            "\(name) can be read by others (its mode is 0\(String(mode, radix: 8))) and may hold keys of services: "
                + "chmod 600 '\(path)'"
        }
    }

    private mutating func read(_ text: String) {
        var reader = SettingsReader()
        reader.read(text)
        preferences = reader.preferences
        palette = reader.palette
        themeName = reader.themeName
        isASCII = reader.isASCII
        usesMouse = reader.usesMouse
        problems = reader.problems
        lines = reader.lines
        tellProblems()
    }

    private mutating func tellProblems() {
        guard let first = problems.first else {
            preferences.complaint = modeAdvice
            return
        }
        let rest = problems.count - 1
        let more = rest > 0 ? " There \(rest == 1 ? "is 1 more" : "are \(rest) more"): prompt-alchemy config." : ""
        preferences.complaint = first.sentence(in: name) + more
    }
}
