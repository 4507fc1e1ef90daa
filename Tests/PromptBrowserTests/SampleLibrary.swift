import PromptBrowser
import PromptStore
import PromptTestSupport

/// The demo library, always with the same moment as now.
struct SampleLibrary {
    /// 2026-05-04 12:00 UTC.
    static let now = 1_777_896_000.0

    let directory: TemporaryDirectory
    let path: String
    let store: PromptStore

    init(isReadOnly: Bool = false) throws {
        directory = try TemporaryDirectory()
        path = directory.file("prompts.db")
        try PromptStore.createDemo(at: path, now: Int(Self.now))
        store = try PromptStore(path: path, isReadOnly: isReadOnly, sessionID: "this-session", clock: { Self.now })
    }

    func driver(_ width: Int = 120, _ height: Int = 40, preferences: Preferences = Preferences()) -> Driver {
        Driver(store, size: Size(width: width, height: height), now: Self.now, preferences: preferences)
    }
}
