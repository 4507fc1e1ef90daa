import Dispatch
import PromptBrowser
import PromptStore

/// The whole program but the glass: keys in, screens out, on a real file.
///
/// After each key it waits until nothing is being done any more, so that a test sees what a patient person sees.
public final class Driver {
    /// The browser, as it is now.
    public private(set) var browser: Browser
    /// What the browser wanted of the terminal: copy, suspend, redraw, edit, quit; and of maintenance that is held.
    public private(set) var terminalEffects: [Effect] = []
    /// Seconds since 1970; only a test moves it.
    public var now: Double
    /// Whether maintenance is neither begun nor read but left to the test, which sends the answers.
    public var holdsTasks = false

    private let runner: EffectRunner
    private let mailbox: Mailbox
    private let woken = DispatchSemaphore(value: 0)

    /// Opens a library.
    public convenience init(
        _ store: PromptStore,
        size: Size = Size(width: 120, height: 40),
        now: Double,
        preferences: Preferences = Preferences()
    ) {
        var info = LibraryInfo(name: "~/prompts.db", isReadOnly: store.isReadOnly, isDemo: false)
        info.isOlder = store.isOlder
        info.backups = "~/backups"
        self.init(Browser(size: size, library: info, preferences: preferences), store: store, now: now)
    }

    /// Begins with any browser.
    public init(
        _ browser: Browser,
        store: PromptStore?,
        now: Double,
        opener: @escaping EffectRunner.Opener = { _ throws(StoreError) in throw .missing(path: "nowhere") },
        keeper: @escaping EffectRunner.Keeper = { _, _ in }
    ) {
        self.browser = browser
        self.now = now
        let woken = woken
        mailbox = Mailbox { woken.signal() }
        runner = EffectRunner(store: store, mailbox: mailbox, watchSeconds: nil, opener: opener, keeper: keeper)
        run(self.browser.start(at: now))
        settle()
    }

    /// Presses keys, one after the other, each when all is quiet.
    public func press(_ keys: Key...) {
        for key in keys { send(.key(key)) }
    }

    /// Types characters, each a key.
    public func type(_ text: String) {
        for character in text { send(.key(.character(character))) }
    }

    /// Hands an event over and waits for what comes of it.
    public func send(_ event: Event) {
        run(browser.handle(event, at: now))
        settle()
    }

    /// Tells the browser that some process has changed the file.
    public func noticeChange() { send(.answer(.libraryChanged)) }

    /// The screen as it would be shown now.
    public var screen: Surface { browser.draw() }

    private func run(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .startTask where holdsTasks, .cancelTask where holdsTasks: terminalEffects.append(effect)
            case .readMaintenance where holdsTasks: break
            case .quit, .suspend, .redraw, .edit, .discardFile, .copy: terminalEffects.append(effect)
            default: runner.run(effect)
            }
        }
    }

    private func settle() {
        while true {
            let isIdle = runner.isIdle
            let events = mailbox.drain()
            for event in events { run(browser.handle(event, at: now)) }
            if events.isEmpty {
                if isIdle { return }
                // Woken by each answer; the time limit only covers a job that ends without one.
                _ = woken.wait(timeout: .now() + 0.005)
            }
        }
    }
}
