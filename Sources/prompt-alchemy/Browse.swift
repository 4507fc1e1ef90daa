import ArgumentParser
import Foundation
import Logging
import PromptBrowser
import PromptSettings
import PromptStore
import PromptTerminal

struct Browse: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Open the browser (the default).")

    @OptionGroup var library: LibraryOptions

    @Flag(help: "Change nothing in the library, whatever is pressed.")
    var readOnly = false

    @Flag(help: "Open a generated library that is thrown away afterwards.")
    var demo = false

    @Flag(help: "Draw with ASCII characters only.")
    var ascii = false

    @Flag(help: "Let the mouse select, scroll and drag; the terminal's own selecting of text then mostly needs Shift.")
    var mouse = false

    func run() throws {
        let demoDirectory = DemoDirectory()
        defer { demoDirectory.remove() }
        var settings = Settings(directory: library.directory, abbreviated: LibraryOptions.abbreviated)
        let memory = BrowserMemory(directory: library.directory, abbreviated: LibraryOptions.abbreviated)
        settings.preferences.complaint = settings.preferences.complaint ?? memory.problem
        let opening = try Opening(
            library,
            isReadOnly: readOnly,
            isDemo: demo,
            demoDirectory: demoDirectory,
            preferences: settings.preferences,
            memory: memory
        )
        var wishes = TerminalWishes()
        wishes.isASCII = ascii || settings.isASCII
        wishes.palette = settings.palette
        wishes.usesMouse = mouse || settings.usesMouse
        let ending = try failing { () throws(TerminalError) in
            try EventLoop(wishes).run(opening.browser, opening.runner)
        }
        if case .signal(let number) = ending {
            demoDirectory.remove()
            signal(number, SIG_DFL)
            raise(number)
        }
    }

    /// Says what is wrong with the terminal.
    private func failing(_ body: () throws(TerminalError) -> EventLoop.Ending) throws -> EventLoop.Ending {
        do throws(TerminalError) {
            return try body()
        } catch {
            throw Failure.refused(error.sentence)
        }
    }
}

/// What the browser begins with: a library, or the question which.
private struct Opening {
    /// The data directory, and the log in it. A library that is thrown away has neither.
    private typealias Home = (directory: String, log: Logger)

    private let path: String
    private let store: PromptStore?
    private let info: LibraryInfo
    private let welcomeReason: String
    private let opener: EffectRunner.Opener
    private let preferences: Preferences
    private let memory: BrowserMemory

    init(
        _ library: LibraryOptions,
        isReadOnly: Bool,
        isDemo: Bool,
        demoDirectory: DemoDirectory,
        preferences: Preferences,
        memory: BrowserMemory
    ) throws {
        let path = library.path
        let home: Home = (library.directory, library.log)
        self.path = path
        self.preferences = preferences
        self.memory = memory
        opener = { request throws(StoreError) in
            switch request {
            case .demo: return try Self.open(demoDirectory.create(), nil, memory, isReadOnly: false, isDemo: true)
            case .create(let path):
                try PromptStore.create(at: path)
                return try Self.open(path, home, memory, isReadOnly: false, isDemo: false)
            case .existing(let path):
                let path = LibraryOptions.absolute(path)
                return try Self.open(path, home, memory, isReadOnly: isReadOnly, isDemo: false)
            }
        }
        do throws(StoreError) {
            let file = isDemo ? try demoDirectory.create() : path
            (store, info) = try Self.open(
                file,
                isDemo ? nil : home,
                memory,
                isReadOnly: isReadOnly,
                isDemo: isDemo
            )
            welcomeReason = ""
        } catch {
            guard !isReadOnly else { throw Failure(error) }
            switch error {
            case .missing: welcomeReason = "There is no library at \(path) yet."
            case .empty: welcomeReason = "\(path) is empty; it can become a new library."
            default: throw Failure(error)
            }
            store = nil
            info = LibraryInfo(name: "", isReadOnly: false, isDemo: false)
        }
    }

    func browser(_ size: Size) -> Browser {
        store == nil
            ? Browser(size: size, welcomeTo: path, reason: welcomeReason, preferences: preferences)
            : Browser(size: size, library: info, preferences: preferences)
    }

    func runner(_ mailbox: Mailbox) -> EffectRunner {
        EffectRunner(store: store, mailbox: mailbox, watchSeconds: 0.8, opener: opener, keeper: memory.keep)
    }

    private static func open(
        _ path: String,
        _ home: Home?,
        _ memory: BrowserMemory,
        isReadOnly: Bool,
        isDemo: Bool
    ) throws(StoreError) -> (PromptStore, LibraryInfo) {
        let store = try PromptStore(
            path: path,
            isReadOnly: isReadOnly,
            dataDirectory: home?.directory,
            log: home?.log ?? .silent
        )
        let name = isDemo ? "demo library" : LibraryOptions.abbreviated(path)
        var info = LibraryInfo(name: name, isReadOnly: isReadOnly, isDemo: isDemo)
        info.isOlder = store.isOlder
        if let home { info.backups = LibraryOptions.abbreviated(home.directory + "/backups") }
        if !isDemo {
            info.path = path
            info.remembered = memory.remembered(of: path)
        }
        if path != LibraryOptions.usualPath { info.option = " --database \(ShellWord.quoted(path))" }
        return (store, info)
    }
}
