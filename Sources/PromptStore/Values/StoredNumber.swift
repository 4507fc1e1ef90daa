/// A value of a column that should hold a number, as it really is in the file.
///
/// SQLite lets any column hold anything; what is not a number is shown as it is, never guessed at.
public enum StoredNumber: Equatable, Sendable {
    /// NULL.
    case none
    /// An integer or a real.
    case number(Double)
    /// Text or a blob, rendered as text.
    case text(String)

    /// The number, where there is one.
    public var number: Double? {
        if case .number(let value) = self { value } else { nil }
    }

    /// Whether this is NULL or a number within the range that the schema documents.
    public func isPlausible(in range: ClosedRange<Double>) -> Bool {
        switch self {
        case .none: true
        case .number(let value): range.contains(value)
        case .text: false
        }
    }
}
