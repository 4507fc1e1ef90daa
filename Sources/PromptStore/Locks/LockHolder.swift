/// The process that keeps others out of a library, as far as the system shows it.
public struct LockHolder: Equatable, Sendable {
    /// The number of the process.
    public let processID: Int
    /// What its program is called; nil where the system does not say.
    public let program: String?
    /// Whether it is this process itself: another of its tasks.
    public let isThisProcess: Bool
    /// For how many seconds it has been seen to have the lock; it may have had it for longer.
    public var seconds: Int

    /// Creates it.
    public init(processID: Int, program: String?, isThisProcess: Bool = false, seconds: Int = 0) {
        self.processID = processID
        self.program = program
        self.isThisProcess = isThisProcess
        self.seconds = seconds
    }

    /// `sqlite3 (pid 4711)`.
    public var name: String {
        if isThisProcess { return "another task of this program" }
        return program.map { "\($0) (pid \(processID))" } ?? "the process \(processID)"
    }
}
