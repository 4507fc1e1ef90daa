import ArgumentParser
import PromptStore

/// Which library a command changes, and on what terms.
struct WritingOptions: ParsableArguments {
    @OptionGroup var library: LibraryOptions

    @Flag(help: "Change the library although it has triggers or views of unknown origin.")
    var allowTriggers = false

    /// Opens the library so that it can be changed, and makes the changes that wait beside it.
    func writing() throws -> PromptStore {
        let store = try PromptStore(path: library.path, dataDirectory: library.directory, log: library.log)
        if allowTriggers { store.allow(try store.examination().foreignObjects) }
        let settlement = try store.settle()
        for reason in settlement.refused {
            Output.warn("A change that was kept could not be made and was put into \(store.refusedPath): \(reason)")
        }
        switch settlement.obstacle {
        case nil, .locked: return store
        case .some(let obstacle): throw obstacle
        }
    }
}
