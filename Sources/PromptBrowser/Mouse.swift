/// What a person did with the mouse.
public struct Mouse: Equatable, Sendable {
    /// The left button, or the wheel.
    public enum Action: Equatable, Sendable { case press, drag, release, wheelUp, wheelDown }

    /// What was done.
    public var action: Action
    /// The cell under the pointer.
    public var position: Position

    /// Creates it.
    public init(_ action: Action, x: Int, y: Int) {
        self.action = action
        position = Position(x: x, y: y)
    }
}
