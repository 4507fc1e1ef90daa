import Foundation
import PromptBrowser
import PromptStore
import Yams

/// What the browser remembers by itself, in `browser-state.yaml` in the data directory: a few facts of each library.
public struct BrowserMemory: Sendable {
    /// The libraries that are remembered at most, those opened last.
    static let limit = 50

    private let directory: String
    private let libraries: [Entry]
    /// What is wrong with the file, which is then as good as absent; one sentence.
    public let problem: String?

    private var path: String { directory + "/browser-state.yaml" }

    /// Reads the file in the data directory, if there is one.
    ///
    /// - Parameter abbreviated: how a person would write a path.
    public init(directory: String, abbreviated: (String) -> String = { $0 }) {
        self.directory = directory
        let read = Self.read(directory + "/browser-state.yaml")
        libraries = read ?? []
        problem =
            read == nil
            ? "\(abbreviated(directory + "/browser-state.yaml")) is not as this program writes it: what was remembered "
                + "is forgotten, and the file is written anew." : nil
    }

    /// What is remembered of the library of a path.
    public func remembered(of library: String) -> Remembered? {
        libraries.first { $0.path == library }?.state
    }

    /// Remembers a state of the library of a path. Where that cannot be written it is forgotten, which harms nobody.
    public func keep(_ library: String, _ state: Remembered) {
        // A directory can be locked, whatever becomes of the files in it: two programs take turns.
        mkdir(directory, 0o700)
        let lock = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard lock >= 0 else { return }
        defer { close(lock) }
        flock(lock, LOCK_EX)
        // Others may have written since this program began.
        let others = (Self.read(path) ?? []).filter { $0.path != library }
        let entries = [Entry(library, state)] + others.prefix(Self.limit - 1)
        guard let text = try? YAMLEncoder().encode(Content(libraries: Array(entries))) else { return }
        let draft = path + ".draft"
        unlink(draft)
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { return }
        let bytes = Array(text.utf8)
        let isWritten = write(file, bytes, bytes.count) == bytes.count
        close(file)
        if !isWritten || rename(draft, path) != 0 { unlink(draft) }
    }

    /// - Returns: nil where the file is there and not as it should be.
    private static func read(_ path: String) -> [Entry]? {
        guard let data = FileManager.default.contents(atPath: path) else { return [] }
        return try? YAMLDecoder().decode(Content.self, from: data).libraries
    }

    private struct Content: Codable { var libraries: [Entry] }
}

/// A library as the file has it: only what differs from the usual.
private struct Entry: Codable {
    var path: String
    var selected: String?
    var sort: String?
    var reversed: Bool?
    var search: String?
    var split: Int?
    var zoomed: Bool?
    var focus: String?

    init(_ path: String, _ state: Remembered) {
        let usual = Remembered()
        self.path = path
        selected = state.selected
        sort = state.order.key == usual.order.key ? nil : state.order.key.rawValue
        reversed = state.order.isDescending ? nil : true
        search = state.search.isEmpty ? nil : state.search
        split = state.split == usual.split ? nil : state.split
        zoomed = state.isZoomed ? true : nil
        focus = state.focus == usual.focus ? nil : state.focus.name
    }

    var state: Remembered {
        var state = Remembered()
        state.selected = selected
        state.order = PromptOrder(
            sort.flatMap(PromptOrder.Key.init(rawValue:)) ?? state.order.key,
            isDescending: reversed != true
        )
        state.search = search ?? ""
        state.split = split ?? 0
        state.isZoomed = zoomed ?? false
        state.focus = focus.flatMap(Pane.init(named:)) ?? .prompts
        return state
    }
}
