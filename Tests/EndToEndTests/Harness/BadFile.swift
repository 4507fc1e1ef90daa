import Foundation

/// Something that is no library, or no whole one, and what is to be said of it.
enum BadFile: String, CaseIterable, Sendable {
    case missing, directory, text, dump, json, otherApplication, truncated, corrupt, fifo

    /// Makes it.
    ///
    /// - Parameter directory: where.
    /// - Returns: its path.
    func create(in directory: String) async throws -> String {
        let path = directory + "/\(rawValue).db"
        switch self {
        case .missing: break
        case .directory: try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        case .text: try "Dear diary, today I wrote a prompt.\n".write(toFile: path, atomically: true, encoding: .utf8)
        case .dump:
            let dump = try await Library(at: directory + "/whole.db").query(".dump learning_patterns")
            try dump.write(toFile: path, atomically: true, encoding: .utf8)
        case .json: try #"[{"id": "1", "content": "a prompt"}]"#.write(toFile: path, atomically: true, encoding: .utf8)
        case .otherApplication: _ = try await Library(empty: path).query("CREATE TABLE bookmarks(url)")
        case .truncated: try edit(path) { $0.removeLast($0.count / 2) }
        case .corrupt: try edit(path) { $0.replaceSubrange(100..<900, with: Data(repeating: 0xA5, count: 800)) }
        case .fifo: mkfifo(path, 0o600)
        }
        return path
    }

    /// The exit status, as sysexits.h numbers them.
    var status: Int {
        switch self {
        case .missing, .directory, .fifo: 66
        case .text, .dump, .json, .otherApplication, .truncated, .corrupt: 65
        }
    }

    /// What the sentence about it says.
    var fact: String {
        switch self {
        case .missing: "There is no library at"
        case .directory: "is a directory"
        case .text: "is not a SQLite database"
        case .dump: "is SQL text"
        case .json: "is JSON text"
        case .otherApplication: "belongs to another application (its tables: bookmarks)"
        case .truncated: "is cut off"
        case .corrupt: "is damaged"
        case .fifo: "is not a regular file"
        }
    }

    private func edit(_ path: String, _ change: (inout Data) -> Void) throws {
        _ = try Library(at: path)
        var data = try Data(contentsOf: URL(fileURLWithPath: path))
        change(&data)
        try data.write(to: URL(fileURLWithPath: path))
    }
}
