import Glibc

// Signal handlers can reach only globals.
private nonisolated(unsafe) var writeEnd: Int32 = -1

/// Wakes the event loop: from worker threads, and from signals, which say which they were.
enum SignalPipe {
    /// The signals that the loop deals with.
    private static let signals = [SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGINT]

    /// Makes the pipe.
    ///
    /// - Returns: the end to poll, or nil where the system has no more descriptors.
    static func open() -> Int32? {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        writeEnd = ends[1]
        return ends[0]
    }

    /// Has the loop deal with these signals.
    static func install() { signals.forEach(install) }

    static func install(_ signal: Int32) {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = notify
        action.sa_flags = SA_RESTART
        sigaction(signal, &action, nil)
    }

    /// Wakes the loop. A full pipe will wake it as well.
    static func wake() { notify(0) }

    /// Empties the pipe.
    ///
    /// - Returns: the signals that came, in their order.
    static func drain(_ readEnd: Int32) -> [Int32] {
        var signals: [Int32] = []
        var bytes = [UInt8](repeating: 0, count: 256)
        while true {
            let count = read(readEnd, &bytes, bytes.count)
            guard count > 0 else { return signals }
            signals += bytes.prefix(count).filter { $0 != 0 }.map(Int32.init)
        }
    }
}

private func notify(_ signal: Int32) {
    let code = errno
    var byte = UInt8(truncatingIfNeeded: signal)
    _ = write(writeEnd, &byte, 1)
    errno = code
}
