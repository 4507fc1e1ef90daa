import ArgumentParser
import PromptStore

extension PromptStore {
    /// Makes a change; where it has to be kept instead, the command ends with the status that says so.
    func saved(_ change: Change) throws -> ChangeOutcome {
        switch try submit(change) {
        case .saved(let outcome): return outcome
        case .kept(let holder): throw Failure.kept(by: self, holder)
        }
    }
}

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
