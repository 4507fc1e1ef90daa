import Glibc
import PromptBrowser
import PromptStore

/// Runs the browser on the terminal: the one loop of the program, on its main thread.
public struct EventLoop {
    /// How the loop came to its end.
    public enum Ending: Equatable, Sendable {
        /// The person has quit.
        case quit
        /// A signal asks the process to end.
        case signal(Int32)
    }

    private let terminal: Terminal
    private let wakeDescriptor: Int32
    private let mailbox: Mailbox

    /// Takes the terminal over. `run` gives it back.
    public init(_ wishes: TerminalWishes) throws(TerminalError) {
        guard let descriptor = SignalPipe.open() else { throw .failed }
        wakeDescriptor = descriptor
        mailbox = Mailbox(wake: SignalPipe.wake)
        terminal = try Terminal(wishes)
    }

    /// Shows the browser until it ends.
    ///
    /// - Parameters:
    ///   - makeBrowser: makes the browser for a screen of this size.
    ///   - makeRunner: makes what does its work, to post to this mailbox.
    public func run(_ makeBrowser: (Size) -> Browser, _ makeRunner: (Mailbox) -> EffectRunner) -> Ending {
        let runner = makeRunner(mailbox)
        var browser = makeBrowser(terminal.size)
        defer {
            terminal.close()
            if let (path, state) = browser.remembered { runner.run(.remember(path: path, state)) }
            runner.finish()
        }
        if let ending = perform(browser.start(at: Self.now), runner) { return ending }
        // The first page takes a millisecond or two; an empty screen before it would only flash.
        var isConnected = wait(seconds: 0.05)
        while isConnected {
            for signal in SignalPipe.drain(wakeDescriptor) {
                switch signal {
                case SIGTSTP: terminal.suspend()
                case SIGCONT: terminal.redraw()
                default: return .signal(signal)
                }
            }
            var events = mailbox.drain() + terminal.events()
            if let deadline = browser.nextDeadline, deadline <= Self.now { events.append(.tick) }
            let effects = events.flatMap { browser.handle($0, at: Self.now) }
            // What is to be read or written next would only compete with the picture for the processor.
            terminal.show(browser.draw())
            if let ending = perform(effects, runner) { return ending }
            isConnected = wait(seconds: browser.nextDeadline.map { max(0, $0 - Self.now) })
        }
        return .signal(SIGHUP)
    }

    private func perform(_ effects: [Effect], _ runner: EffectRunner) -> Ending? {
        for effect in effects {
            switch effect {
            case .quit: return .quit
            case .suspend: terminal.suspend()
            case .redraw: terminal.redraw()
            case .edit(let id, let text): mailbox.post(.edited(terminal.edit(text, of: id)))
            case .discardFile(let path): EditorSession.discard(path)
            case .copy(let bytes, let what): copy(bytes, what)
            default: runner.run(effect)
            }
        }
        return nil
    }

    private func copy(_ bytes: [UInt8], _ what: Copied) {
        let clipboard = Clipboard.here
        if clipboard == .terminal {
            let fits = bytes.count <= OSC52.limit
            if fits { terminal.copy(bytes) }
            mailbox.post(.answer(.copied(what, fits ? .sent : .tooLong(limit: OSC52.limit))))
        } else {
            Task { [mailbox] in mailbox.post(.answer(.copied(what, await clipboard.run(bytes)))) }
        }
    }

    /// Sleeps until something happens, or for this long at most.
    ///
    /// - Returns: whether there still is a terminal. One that has gone would have the loop spin for ever.
    private func wait(seconds: Double?) -> Bool {
        var sources = [
            pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
            pollfd(fd: wakeDescriptor, events: Int16(POLLIN), revents: 0),
        ]
        let milliseconds = seconds.map { Int32(min($0 * 1000 + 1, 1e9)) } ?? -1
        poll(&sources, nfds_t(sources.count), milliseconds)
        return sources[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) == 0
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
