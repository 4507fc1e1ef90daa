/// Something that a task found.
public struct TaskFinding: Equatable, Sendable {
    /// How bad it is.
    public enum Severity: String, Sendable {
        /// The file contradicts itself: something may be lost.
        case damage
        /// It works as it is, and could be better.
        case advice
    }

    /// Names no more prompts than this.
    public static let mostPrompts = 100

    /// How bad it is.
    public let severity: Severity
    /// What it is, and where it helps what to do, in a sentence without a full stop.
    public let text: String
    /// The ids of the prompts that it concerns, the first of them where there are many.
    public let promptIDs: [String]
    /// How many things it concerns in all; at least as many as there are ids.
    public let count: Int

    /// Makes one.
    public init(_ severity: Severity, _ text: String, promptIDs: [String] = [], count: Int? = nil) {
        self.severity = severity
        self.text = text
        self.promptIDs = Array(promptIDs.prefix(Self.mostPrompts))
        self.count = max(count ?? promptIDs.count, promptIDs.count)
    }
}
