/// What a task tells while it works.
public enum TaskEvent: Equatable, Sendable {
    /// How far it is: at most about ten a second.
    case progress(TaskProgress)
    /// A line for its log.
    case note(TaskNote)
}

/// How far a task is.
public struct TaskProgress: Equatable, Sendable {
    /// What it is doing, in a few words.
    public let stage: String
    /// 0...1 of this stage; nil where there is no honest figure.
    public let fraction: Double?
    /// Whether it would still end at once if it were asked to.
    public let isCancellable: Bool

    /// Makes one.
    public init(stage: String, fraction: Double? = nil, isCancellable: Bool = true) {
        self.stage = stage
        self.fraction = fraction
        self.isCancellable = isCancellable
    }
}

/// A line of a task's log. It never holds text of a prompt.
public struct TaskNote: Equatable, Sendable {
    /// Seconds since 1970.
    public let moment: Double
    /// What happened.
    public let text: String

    /// Makes one.
    public init(moment: Double, text: String) {
        self.moment = moment
        self.text = text
    }
}
