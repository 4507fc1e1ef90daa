import Logging

extension Logger {
    /// Writes nothing down.
    public static let silent = Logger(label: "silent") { _ in SwiftLogNoOpLogHandler() }
}
