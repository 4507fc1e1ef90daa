import CNcurses
import Glibc

// What a signal handler needs must be reachable without locks or allocation, hence the globals of this file.
private nonisolated(unsafe) var savedModes = termios()
private nonisolated(unsafe) var leaveBytes: UnsafeMutableBufferPointer<UInt8>?
private nonisolated(unsafe) var previousActions: UnsafeMutableBufferPointer<sigaction>?
private nonisolated(unsafe) var isArmed: sig_atomic_t = 0

/// Makes the terminal whole again when the process is killed by a signal or a trap, then lets it die as it would have.
enum CrashRestore {
    private static let signals = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGQUIT, SIGPIPE, SIGSYS]

    /// Remembers the terminal's modes. To be called before anything changes them.
    static func rememberModes() { tcgetattr(STDIN_FILENO, &savedModes) }

    /// Installs the handlers.
    ///
    /// - Parameter leave: what takes the terminal back to the shell's screen.
    static func arm(leave: [UInt8]) {
        let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: leave.count)
        _ = bytes.initialize(from: leave)
        leaveBytes = bytes
        let actions = UnsafeMutableBufferPointer<sigaction>.allocate(capacity: signals.count)
        actions.initialize(repeating: sigaction())
        previousActions = actions
        isArmed = 1
        for (index, signal) in signals.enumerated() {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = restoreAndHandOn
            action.sa_flags = SA_NODEFER | Int32(bitPattern: UInt32(SA_ONSTACK))
            sigaction(signal, &action, &actions[index])
        }
    }

    /// Tells the handlers whether the screen is ours; if not, there is nothing to restore.
    static func set(armed: Bool) { isArmed = armed ? 1 : 0 }

    /// The handler whose place ours has taken, to be put back.
    fileprivate static func restorePrevious(_ signal: Int32) {
        guard let previousActions else { return }
        for index in 0..<previousActions.count where number(index) == signal {
            sigaction(signal, &previousActions[index], nil)
        }
    }

    /// The signals again, without the array, which a handler should not touch.
    private static func number(_ index: Int) -> Int32 {
        switch index {
        case 0: SIGSEGV
        case 1: SIGBUS
        case 2: SIGILL
        case 3: SIGTRAP
        case 4: SIGFPE
        case 5: SIGABRT
        case 6: SIGQUIT
        case 7: SIGPIPE
        default: SIGSYS
        }
    }
}

private func restoreAndHandOn(_ signal: Int32) {
    if isArmed != 0 {
        isArmed = 0
        if let leaveBytes { _ = write(STDOUT_FILENO, leaveBytes.baseAddress, leaveBytes.count) }
        tcsetattr(STDIN_FILENO, TCSANOW, &savedModes)
    }
    CrashRestore.restorePrevious(signal)
    raise(signal)
    // Swift's own handler prints its backtrace and returns, for a fault would only repeat itself; a signal that was
    // sent would not, and the process would run on behind the shell's back.
    Glibc.signal(signal, SIG_DFL)
    raise(signal)
}
