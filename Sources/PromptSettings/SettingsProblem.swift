/// Something in a configuration that is not as it should be.
public struct SettingsProblem: Equatable, Sendable {
    /// The line it is in, from 1; nil where it is about the whole file.
    public let line: Int?
    /// The column, from 1.
    public let column: Int?
    /// What is wrong and what is allowed, one sentence.
    public let fact: String

    /// The sentence with the place.
    ///
    /// - Parameter file: what to call the file.
    public func sentence(in file: String) -> String {
        guard let line, let column else { return "\(file): \(fact)" }
        return "\(file), line \(line), column \(column): \(fact)"
    }
}
