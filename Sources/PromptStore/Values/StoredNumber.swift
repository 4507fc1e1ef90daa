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

    /// The value, or none where it is 0.
    public var unlessZero: StoredNumber { number == 0 ? .none : self }
}
