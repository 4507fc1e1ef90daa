import ArgumentParser
import PromptStore

/// Which library a command changes, and on what terms.
struct WritingOptions: ParsableArguments {
    @OptionGroup var library: LibraryOptions

    @Flag(help: "Change the library although it has triggers or views of unknown origin.")
    var allowTriggers = false

    /// Opens the library so that it can be changed.
    func writing() throws -> PromptStore {
        let store = try PromptStore(path: library.path, dataDirectory: library.directory)
        if allowTriggers { store.allow(try store.examination().foreignObjects) }
        return store
    }
}
