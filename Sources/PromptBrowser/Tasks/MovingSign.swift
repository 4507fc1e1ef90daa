/// A sign that turns while something runs of which nobody can say how far it is.
enum MovingSign {
    /// How often it turns, in seconds.
    static let seconds = 0.25
    private static let signs = ["|", "/", "─", "\\"]

    static func sign(at now: Double) -> String { signs[Int((now / seconds).rounded(.down)) & 3] }

    /// When it turns next.
    static func turn(after now: Double) -> Double { ((now / seconds).rounded(.down) + 1) * seconds }
}
